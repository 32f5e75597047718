// The part of the compliance matrix that lies in sources and not in tables: which Rego rule carries which rule of the
// catalogue, and which cases try it. It goes into the signed bundle, so that a gateway shows the matrix of the rules it runs.
import { readCases } from './cases.mjs';
import { opaOrThrow } from './opa.mjs';
import { readTable, withMilliseconds } from './shape.mjs';

/** What a set of the policy says, by the end of its name: `picture_denies` denies. */
const voices = { denies: 'DENIES', permits: 'PERMITS', needs: 'NEEDS', unknowns: 'LEAVES_OPEN', obligations: 'OBLIGES', deadlines: 'SETS_DEADLINE' };

export function catalogue() {
  return { format: 1, rego: regoRules(), cases: tried() };
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

/** The cases that name a rule: those that expect it to refuse, and those that expect it to permit, oblige or set a deadline. */
function tried() {
  const rules = new Set(Object.keys(readTable('rules')));
  const named = (list = []) => [...new Set(list.map((one) => (typeof one === 'string' ? one : (one.rule ?? ''))).filter((id) => rules.has(id)))].sort();
  return readCases().map(({ file, line, description, input, want }) => ({
    file,
    line,
    description,
    action: String(input.action),
    asOf: withMilliseconds(input).asOf ?? null,
    effect: want.effect,
    against: named([...(want.denies ?? []), ...(want.unknowns ?? []), ...(want.needs ?? [])]),
    for: named([...(want.reasons ?? []), ...(want.deadlines ?? []), ...(want.obligations ?? [])]),
  }));
}
