// The part of the compliance matrix that lies in sources and not in tables: which Rego rule carries which rule of the
// catalogue, and which cases try it. It goes into the signed bundle, so that a gateway shows the matrix of the rules it runs.
import { readCases } from './cases.mjs';
import { opaOrThrow } from './opa.mjs';
import { withMilliseconds } from './shape.mjs';

/** What a set of the policy says, by the end of its name: `picture_denies` denies. */
const voices = { denies: 'DENIES', permits: 'PERMITS', needs: 'NEEDS', unknowns: 'LEAVES_OPEN', obligations: 'OBLIGES', deadlines: 'SETS_DEADLINE' };

/** @param shown see shown.mjs */
export function catalogue(shown) {
  return { format: 1, rego: regoRules(), cases: tried(shown) };
}

/** Every annotated rule, in the order of its file and line. */
function regoRules() {
  const { annotations = [] } = JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', 'policies']));
  return annotations
    .filter(({ annotations: { scope, custom } }) => scope === 'rule' && custom?.rule)
    .map(({ annotations: { title, custom }, location, path }) => ({
      rule: custom.rule,
      package: path[1].value,
      set: path.at(-1).value,
      says: voices[path.at(-1).value.split('_').at(-1)] ?? null,
      title,
      file: location.file.replace(/^.*policies\//, ''),
      line: location.row,
      message: custom.message ?? null,
      articles: custom.articles,
    }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** The cases that show a rule by what the compiled rules answer: those it refuses or holds up, those it permits or that keep it. */
function tried(shown) {
  const of = (key, which) => [...shown].filter(([, cases]) => cases[which].some(({ file, line }) => `${file}:${line}` === key)).map(([id]) => id).sort();
  return readCases().map(({ file, line, description, input, want }) => ({
    file,
    line,
    description,
    action: String(input.action),
    asOf: withMilliseconds(input).asOf ?? null,
    effect: want.effect,
    against: of(`${file}:${line}`, 'against'),
    for: of(`${file}:${line}`, 'kept'),
  }));
}
