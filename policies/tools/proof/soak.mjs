// D12: very many decisions, large questions, many reloads: memory reaches a plateau and no answer drifts.
import { caseInputs, plausible, pick, seeded, sortedText } from './draws.mjs';
import { openOurs } from './ours.mjs';

export const title = 'a long run keeps its memory and its answers';

const largest = 16_384;
const mebibyte = 1 << 20;

/** A question made as long as `bytes` by a fact that may be long. */
function padded(input, bytes) {
  const size = Buffer.byteLength(JSON.stringify(input));
  const request = { ...(input.request ?? {}), justificationText: 'x'.repeat(Math.max(1, bytes - size - 40)) };
  return bytes <= size ? input : { ...input, request };
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
  // The plateau: the last tenth of the run takes hardly more than the second tenth did.
  const mean = (list, key) => list.reduce((sum, one) => sum + one[key], 0) / Math.max(1, list.length);
  const tenth = Math.max(1, Math.floor(marks.length / 10));
  const [early, late] = [marks.slice(tenth, 3 * tenth), marks.slice(-2 * tenth)];
  const growth = mean(late, 'rss') - mean(early, 'rss');
  if (!short && growth > Math.max(64 * mebibyte, 0.25 * mean(early, 'rss'))) violations.push(`memory grew by ${Math.round(growth / mebibyte)} MiB after the first tenth`);
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
    },
  };
}
