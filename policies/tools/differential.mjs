// Go OPA on the sources against the committed WebAssembly, on plausible and damaged questions (policy-engine.md 5.5, D3).
// Usage: node policies/tools/differential.mjs [plausible] [damaged] [--bundle <folder>]   (default 4000 2000)
// An older wasm given by --bundle must be reported: that shows the tool itself works.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as open } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCases } from './cases.mjs';
import { pathsOf } from './hidden.mjs';
import { findOpa, root } from './opa.mjs';
import { withMilliseconds } from './shape.mjs';
import { openPolicy } from './wasm.mjs';

const oracle = `package oracle

import rego.v2

answers := [answer |
	some item in input.items
	answer := object.get({"said": said | said := data.gate.decision with input as item}, "said", "undefined")
]
`;

/** Small seeded generator (mulberry32): the same run on every machine. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const odd = [null, true, false, 0, -1, 1e308, 9007199254740993, '', ' ', 'zz', 'ẫ🚦', '\u0000', '__proto__', [], [[]], {}, { a: 1 }, ['GIAO_THONG'], 1789437600000, 1767200400000 - 1];
const instants = ['2017-12-31', '2025-06-30', '2025-09-03', '2026-01-01', '2026-04-01', '2026-08-18', '2026-08-19', '2026-09-15', '2027-03-01'].map((d) => Date.parse(`${d}T00:00:00+07:00`));

/** Parts of different cases put together: sense enough to reach deep into the rules. */
function* plausible(count, random) {
  const inputs = readCases().map(({ input }) => withMilliseconds(input)).filter((input) => typeof input === 'object');
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let i = 0; i < count; i += 1) {
    const made = structuredClone(pick(inputs));
    const other = pick(inputs);
    for (const key of Object.keys(other)) if (random() < 0.25) made[key] = structuredClone(other[key]);
    if (random() < 0.3) made.asOf = pick(instants) + Math.floor(random() * 3 - 1);
    yield made;
  }
}

function* damaged(count, random) {
  for (const made of plausible(count, random)) {
    for (let i = 0; i < 1 + random() * 3; i += 1) {
      const paths = pathsOf(made);
      if (paths.length === 0) break;
      const at = paths[Math.floor(random() * paths.length)];
      let parent = made;
      for (const key of at.slice(0, -1)) parent = parent[key];
      if (random() < 0.3 && !Array.isArray(parent)) delete parent[at.at(-1)];
      else parent[at.at(-1)] = structuredClone(odd[Math.floor(random() * odd.length)]);
    }
    yield made;
  }
}

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  return value;
};
const text = (value) => JSON.stringify(sorted(value));

export async function differential(counts = [4000, 2000], bundle = undefined) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-oracle-'));
  writeFileSync(path.join(folder, 'oracle.rego'), oracle);
  const socket = path.join(folder, 'opa.sock');
  const server = spawn(findOpa(), ['run', '--server', '--addr', `unix://${socket}`, '--log-level', 'error', 'policies/gate', 'policies/national', 'policies/hanoi', 'policies/system', path.join(folder, 'oracle.rego')], { cwd: root, stdio: 'ignore' });
  const ask = await openPolicy(bundle);
  const wrong = [];
  let asked = 0;
  try {
    await ready(socket);
    await put(socket, '/v1/data/tables', tables());
    const random = seeded(20261124);
    const all = [...plausible(counts[0], random), ...damaged(counts[1], random)];
    for (let i = 0; i < all.length; i += 200) {
      const items = all.slice(i, i + 200);
      const said = await post(socket, '/v1/data/oracle/answers', { input: { items } });
      const answers = Array.isArray(said.result) ? said.result : await oneByOne(socket, items);
      items.forEach((input, j) => {
        asked += 1;
        // JSON carries no lone NUL difference: both sides get the same text.
        const ours = ask('gate/decision', input) ?? 'undefined';
        if (text(ours) !== text(answers[j])) wrong.push(`${JSON.stringify(input).slice(0, 160)}: go ${text(answers[j]).slice(0, 120)} wasm ${text(ours).slice(0, 120)}`);
      });
    }
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`     ${asked} questions (${counts[1]} damaged), ${wrong.length} differences\n`);
  return wrong;
}

async function oneByOne(socket, items) {
  const answers = [];
  for (const item of items) {
    const said = await post(socket, '/v1/data/oracle/answers', { input: { items: [item] } });
    answers.push(Array.isArray(said.result) ? said.result[0] : { failed: said.message ?? said.code ?? 'error' });
  }
  return answers;
}

function tables() {
  return JSON.parse(readFileSync(path.join(root, 'policies/bundle/data.json'), 'utf8')).tables;
}

async function ready(socket) {
  for (let i = 0; i < 200; i += 1) {
    try {
      await request(socket, 'GET', '/health');
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('opa server did not answer within 10 s');
}

const post = (socket, url, body) => request(socket, 'POST', url, body);
const put = (socket, url, body) => request(socket, 'PUT', url, body);

function request(socketPath, method, url, body) {
  return new Promise((done, failed) => {
    const call = open({ socketPath, method, path: url, headers: { 'content-type': 'application/json' } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        done(said === '' ? {} : JSON.parse(said));
      });
    });
    call.on('error', failed);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const numbers = process.argv.slice(2).filter((arg) => /^\d+$/.test(arg)).map(Number);
  const bundleAt = process.argv.indexOf('--bundle');
  const wrong = await differential(numbers.length === 2 ? numbers : undefined, bundleAt > 0 ? path.resolve(process.argv[bundleAt + 1]) : undefined);
  for (const line of wrong.slice(0, 20)) process.stdout.write(`${line}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
