import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadPolicy as loadBare } from '@open-policy-agent/opa-wasm';
import { evaluate, loadPolicy, readBundleFiles, readInput, type Policy, type Question } from '#libs/regulation';
import { benchRow, type BenchRow } from './bench-row.js';

const root = packageRoot(import.meta.dirname);
const someday = Date.parse('2026-11-24T00:00:00Z');
const rounds = 3;

/**
 * One decision with reasons, articles, obligations and the digest of its facts, as the gate makes it before it records,
 * beside the bare npm SDK and an `opa` server over one keep-alive connection, on the questions of policies/cases.
 */
export async function run(): Promise<BenchRow[]> {
  const policy = await loadPolicy(path.join(root, 'policies/bundle'), someday);
  const questions = readQuestions(policy);
  const ours = new Timing();
  const answer = (question: Question) => evaluate(policy, question, { evaluatedAt: someday, viewerVersion: null, unenforceable: () => [] });
  const effects = questions.map((question) => answer(question).effect);
  const rows = [await againstSdk(policy, questions, effects, answer, ours)];
  const server = await OpaServer.start();
  if (server === null) {
    process.stderr.write('no opa 1.22.2 found (OPA_PATH, PATH, ~/go/bin): the row against its server is left out\n');
    return rows;
  }
  try {
    rows.push(await againstServer(server, questions, effects, answer));
  } finally {
    server.stop();
  }
  return rows;
}

async function againstSdk(
  policy: Policy,
  questions: readonly Question[],
  effects: readonly string[],
  answer: (q: Question) => unknown,
  ours: Timing,
): Promise<BenchRow> {
  const files = await readBundleFiles(path.join(root, 'policies/bundle'));
  const sdk = await loadBare(await WebAssembly.compile(Uint8Array.from(files['policy.wasm'])), { initial: 64, maximum: 512 });
  sdk.setData(JSON.parse(Buffer.from(files['data.json']).toString('utf8')) as object);
  const ask = (question: Question) => (sdk.evaluate(question, 'gate/decision') as { result?: { effect?: string } }[])[0]?.result?.effect;
  const same = questions.every((question, i) => ask(question) === effects[i]);
  const bare = new Timing();
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < 4_000; i += 1) ours.time(() => answer(at(questions, i)));
    for (let i = 0; i < 4_000; i += 1) bare.time(() => ask(at(questions, i)));
  }
  return benchRow({
    name: 'decision: gate in process, with reasons, obligations and facts digest',
    ours: ours.percentile(0.5),
    baseline: bare.percentile(0.5),
    baselineName: 'bare npm SDK of OPA-WASM, evaluate only',
    unit: 'µs p50',
    work: { same, how: `same effect on all ${questions.length} questions` },
    details: {
      oursP99: ours.percentile(0.99),
      oursPerSecond: ours.perSecond(),
      baselineP99: bare.percentile(0.99),
      wantedOursP50: '≤ 60 µs on a quiet box',
      rules: Object.keys(policy.tables.rules).length,
    },
  });
}

async function againstServer(
  server: OpaServer,
  questions: readonly Question[],
  effects: readonly string[],
  answer: (q: Question) => unknown,
): Promise<BenchRow> {
  let same = true;
  for (const [i, question] of questions.entries()) same = (await server.effect(question)) === effects[i] && same;
  const ours = new Timing();
  const theirs = new Timing();
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < 1_000; i += 1) ours.time(() => answer(at(questions, i)));
    for (let i = 0; i < 1_000; i += 1) await theirs.timeAsync(() => server.effect(at(questions, i)));
  }
  return benchRow({
    name: 'decision: gate in process against the policy server',
    // Medians: on a shared machine the mean of either side is made by the neighbours' bursts.
    ours: 1e6 / ours.percentile(0.5),
    baseline: 1e6 / theirs.percentile(0.5),
    baselineName: 'opa 1.22.2 server, one keep-alive connection',
    unit: 'decisions/s at the median',
    wanted: { ratioAtLeast: 10 },
    work: { same, how: `same effect on all ${questions.length} questions, sources of the same bundle` },
    details: { oursP50us: ours.percentile(0.5), baselineP50us: theirs.percentile(0.5), baselineP99us: theirs.percentile(0.99) },
  });
}

/** Every case whose form the input schema accepts; what is refused before the engine is no question for it. */
function readQuestions(policy: Policy): Question[] {
  const folder = path.join(root, 'policies/cases');
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
  return lines.flatMap((line) => {
    const read = readInput(policy.tables, (JSON.parse(line) as { input: unknown }).input);
    return read.kind === 'input' && typeof read.input.action === 'string' && typeof read.input.asOf === 'number'
      ? [read.input as unknown as Question]
      : [];
  });
}

class Timing {
  private readonly micros: number[] = [];

  time(work: () => unknown): void {
    const began = performance.now();
    work();
    this.micros.push((performance.now() - began) * 1_000);
  }

  async timeAsync(work: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await work();
    this.micros.push((performance.now() - began) * 1_000);
  }

  percentile(share: number): number {
    const sorted = [...this.micros].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }

  perSecond(): number {
    return (this.micros.length * 1e6) / this.micros.reduce((sum, one) => sum + one, 0);
  }
}

class OpaServer {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  /** null when no opa is installed. */
  static async start(): Promise<OpaServer | null> {
    const program = [
      process.env['OPA_PATH'],
      ...(process.env['PATH'] ?? '').split(path.delimiter).map((dir) => path.join(dir, 'opa')),
      path.join(process.env['HOME'] ?? '/', 'go/bin/opa'),
    ].find((candidate) => candidate !== undefined && existsSync(candidate));
    if (program === undefined) return null;
    const port = await freePort();
    const child = spawn(
      program,
      [
        'run',
        '--server',
        '--addr',
        `127.0.0.1:${port}`,
        '--log-level',
        'error',
        '--ignore',
        'bundle',
        '--ignore',
        '*_test.rego',
        '--ignore',
        'trust.json',
        '--ignore',
        'release.json',
        '--ignore',
        'demo-keys',
        '--ignore',
        'tools',
        'policies',
      ],
      { cwd: root, stdio: 'ignore' },
    );
    const server = new OpaServer(child, port);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (
        await server.request('GET', '/health', null).then(
          ({ status }) => status === 200,
          () => false,
        )
      )
        return server;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    server.stop();
    throw new Error('the opa server did not become healthy within 10 s');
  }

  async effect(question: Question): Promise<string | undefined> {
    const { body } = await this.request('POST', '/v1/data/gate/decision', JSON.stringify({ input: question }));
    return (JSON.parse(body) as { result?: { effect?: string } }).result?.effect;
  }

  stop(): void {
    this.agent.destroy();
    this.child.kill('SIGKILL');
  }

  private request(method: string, url: string, body: string | null): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port: this.port, path: url, method, agent: this.agent, headers: { 'content-type': 'application/json' } },
        (response) => {
          let text = '';
          response
            .setEncoding('utf8')
            .on('data', (part: string) => (text += part))
            .on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      request.on('error', reject).end(body ?? undefined);
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
      });
  });
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('there are no questions');
  return item;
}

function packageRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageRoot(path.dirname(from));
}
