// Golden questions and answers that a stranger can run against any gate: bundle/vectors.jsonl, one AuthZEN evaluation a line.
// Usage: node policies/tools/vectors.mjs            asks the committed bundle through the npm SDK; needs no OPA
//        node policies/tools/vectors.mjs --opa      asks Go OPA on the rule sources
//        node policies/tools/vectors.mjs --url <u>  asks a policy decision point: POST <u> with subject, action, resource, context
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldenCases, readCases } from './cases.mjs';
import { root } from './opa.mjs';
import { withMilliseconds } from './shape.mjs';

const file = path.join(root, 'policies/bundle/vectors.jsonl');

/** The golden cases, and the first case of each outcome: every rule that denies is among them. */
function chosen() {
  const first = new Map();
  for (const one of readCases()) {
    const outcome = `${one.want.effect} ${[...(one.want.only ?? one.want.denies ?? [])].sort().join()}`;
    if (!first.has(outcome)) first.set(outcome, one);
  }
  const known = new Set();
  return [...goldenCases(), ...first.values()].filter(({ file: name, line }) => !known.has(`${name}:${line}`) && known.add(`${name}:${line}`));
}

/** AuthZEN has a subject, an action, a resource and a context; what is neither person nor camera stands in the context. */
export function requestOf({ action, viewer, camera, ...context }) {
  return {
    subject: { type: 'viewer', id: viewer?.userId ?? 'nobody', ...(viewer === undefined ? {} : { properties: viewer }) },
    action: { name: action },
    resource: { type: camera === undefined ? 'house' : 'camera', id: camera?.id ?? 'house', ...(camera === undefined ? {} : { properties: camera }) },
    context,
  };
}

/** The question that a request stands for, and nothing more. */
export function questionOf({ subject, action, resource, context }) {
  return {
    ...context,
    ...(action.name === undefined ? {} : { action: action.name }),
    ...(subject.properties === undefined ? {} : { viewer: subject.properties }),
    ...(resource.properties === undefined ? {} : { camera: resource.properties }),
  };
}

export function vectors() {
  return `${chosen().map(({ description, input, want }) => JSON.stringify({
    description,
    request: requestOf(withMilliseconds(input)),
    // `decision` is AuthZEN's; the context says which of the four answers it is, and which rules deny.
    response: { decision: want.effect === 'allow', context: { effect: want.effect, ...(want.denies ? { denies: want.denies } : {}), ...(want.only ? { deniesOnly: want.only } : {}) } },
  })).join('\n')}\n`;
}

export const readVectors = () => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

/** @returns what is wrong with an answer in the house's own shape, or null */
export function wrongAnswer({ response }, answer) {
  const { effect, denies = [], deniesOnly } = response.context;
  if (answer?.effect !== effect) return `${answer?.effect ?? 'no answer'}, wanted ${effect}`;
  const said = answer.denies.map(({ rule }) => rule);
  const missing = denies.filter((rule) => !said.includes(rule));
  if (missing.length > 0) return `not denied by ${missing.join(', ')}`;
  const extra = deniesOnly === undefined ? [] : said.filter((rule) => !deniesOnly.includes(rule));
  return extra.length > 0 ? `also denied by ${extra.join(', ')}` : null;
}

async function asker(args) {
  if (args.includes('--url')) {
    const url = args[args.indexOf('--url') + 1];
    return async (request) => {
      const said = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) });
      const { decision, context = {} } = await said.json();
      // A foreign decision point owes only the decision; what it tells beside it is compared as well.
      return { effect: context.effect ?? (decision === true ? 'allow' : 'deny'), denies: (context.denies ?? []).map((rule) => (typeof rule === 'string' ? { rule } : rule)), bare: context.effect === undefined };
    };
  }
  if (args.includes('--opa')) {
    const { openOracle } = await import('./proof/oracle.mjs');
    const oracle = await openOracle(JSON.parse(readFileSync(path.join(root, 'policies/bundle/data.json'), 'utf8')).tables);
    const ask = async (request) => (await oracle.answers([questionOf(request)]))[0];
    return Object.assign(ask, { close: oracle.close });
  }
  const { openPolicy } = await import('./wasm.mjs');
  const ask = await openPolicy();
  return (request) => ask('gate/decision', questionOf(request));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ask = await asker(process.argv.slice(2));
  const wrong = [];
  const all = readVectors();
  for (const [i, vector] of all.entries()) {
    const answer = await ask(vector.request);
    const said = answer?.bare ? ((answer.effect === 'allow') === vector.response.decision ? null : `decision ${answer.effect === 'allow'}`) : wrongAnswer(vector, answer);
    if (said !== null) wrong.push(`line ${i + 1} ${vector.description}: ${said}`);
  }
  ask.close?.();
  for (const line of wrong) process.stdout.write(`${line}\n`);
  process.stdout.write(`${all.length - wrong.length} passed, ${wrong.length} failed\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
