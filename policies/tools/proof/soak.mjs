// D12: very many decisions, large questions, many reloads: memory reaches a plateau and no answer drifts.
import { caseInputs, plausible, pick, seeded, sortedText } from './draws.mjs';
import { openOurs } from './ours.mjs';
import { hasOpa } from '../opa.mjs';
import { denialLeftOut, withWrongRules } from './planted.mjs';

export const title = 'a long run keeps its memory and its answers';

const largest = 16_384;
const mebibyte = 1 << 20;

/** A question made as long as `bytes` by a fact that may be long. */
function padded(input, bytes) {
  const size = Buffer.byteLength(JSON.stringify(input));
  const request = { ...(input.request ?? {}), justificationText: 'x'.repeat(Math.max(1, bytes - size - 40)) };
  return bytes <= size ? input : { ...input, request };
}

const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / Math.max(1, list.length);

/** The plateau: the last fifth of the run takes hardly more than the second tenth and the third did. */
function growthOf(marks) {
  const tenth = Math.max(1, Math.floor(marks.length / 10));
  const [early, late] = [mean(marks.slice(tenth, 3 * tenth), 'rss'), mean(marks.slice(-2 * tenth), 'rss')];
  return late - early > Math.max(64 * mebibyte, 0.25 * early) ? `memory grew by ${Math.round((late - early) / mebibyte)} MiB after the first tenth` : null;
}

/** The same judgement on a run of this process that keeps 32 MiB a round. */
function leaking() {
  const kept = [];
  const marks = [];
  for (let round = 0; round < 20; round += 1) {
    kept.push(Buffer.alloc(32 * mebibyte, round + 1));
    marks.push({ rss: process.memoryUsage().rss });
  }
  return kept.length === 20 ? growthOf(marks) : null;
}

export async function run({ seed = 20261127, count = 1_000_000, short = false } = {}) {
  const total = short ? 6_000 : count;
  const reloads = short ? 4 : 200;
  const random = seeded(seed);
  const known = caseInputs();
  const pool = [...known, ...plausible(1_000, random)].map((input) => JSON.stringify(padded(input, Math.floor(random() * largest)))).filter((text) => Buffer.byteLength(text) <= largest);
  let { policy } = await openOurs();
  const answersOf = (from) => pool.slice(0, 300).map((text) => sortedText(from.engine.ask('gate/decision', text, largest)));
  const first = answersOf(policy);
  const violations = [];
  const marks = [];
  const each = Math.ceil(total / reloads);
  let asked = 0;
  let bytes = 0;
  for (let round = 1; round <= reloads; round += 1) {
    for (let i = 0; i < each && asked < total; i += 1) {
      const text = pick(random, pool);
      bytes += text.length;
      const said = policy.engine.ask('gate/brief', text, largest);
      if (said.kind !== 'value') violations.push(`no answer in round ${round}: ${said.code} ${said.detail}`);
      asked += 1;
    }
    const pages = policy.engine.ready.mem.buffer.byteLength / 65_536;
    const drifted = answersOf(policy).filter((text, i) => text !== first[i]).length;
    if (drifted > 0) violations.push(`${drifted} of ${first.length} answers drifted in round ${round}`);
    // An instance is dropped whole: its memory can only be freed when the collector comes by.
    if (globalThis.gc) globalThis.gc();
    marks.push({ round, rss: process.memoryUsage().rss, pages });
    if (round < reloads) policy = (await openOurs()).policy;
    if (violations.length > 20) break;
  }
  const grown = growthOf(marks);
  if (!short && grown !== null) violations.push(grown);
  if (leaking() === null) violations.push('a leak that was planted was not noticed');
  const wrong = short && !hasOpa() ? 1 : await withWrongRules(denialLeftOut, (ask) => pool.slice(0, 300).filter((text, i) => sortedText({ kind: 'value', value: ask('gate/decision', JSON.parse(text)) }) !== first[i]).length);
  if (wrong === 0) violations.push('answers of a wrong bundle are not told from the first ones');
  const pages = marks.map((mark) => mark.pages);
  if (Math.max(...pages) > Math.min(...pages) * 1.5) violations.push(`pages of the module went from ${Math.min(...pages)} to ${Math.max(...pages)}`);
  const at = (share) => `${Math.round(marks[Math.min(marks.length - 1, Math.floor(share * marks.length))].rss / mebibyte)} MiB`;
  return {
    asked,
    unit: 'decisions',
    violations,
    figures: {
      reloads: marks.length - 1,
      'mean question, bytes': Math.round(bytes / asked),
      'memory of the process at 0, 10, 25, 50, 75, 100 %': [0, 0.1, 0.25, 0.5, 0.75, 1].map(at).join(', '),
      'pages of the module, least and most': `${Math.min(...pages)}, ${Math.max(...pages)}`,
      'answers compared after each round': first.length,
      'answers of a wrong bundle told apart': `${wrong} of ${first.length}`,
      'a planted leak': 'noticed',
    },
  };
}
