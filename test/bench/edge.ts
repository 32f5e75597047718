import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchRow, type BenchRow } from './bench-row.js';
import { bodyDigest, load, type LoadTarget } from './edge-load.js';
import { benchSegment, type ServerReady } from './edge-server.js';

/** Short and many, in turn: what else runs on the machine hits all alike. */
const rounds = 9;
const secondsEach = 0.8;

/** A server under measurement: where it is, and how much CPU it has used, in milliseconds. */
interface Contender {
  readonly target: LoadTarget;
  cpuMs(): Promise<number>;
  stop(): void;
}

/**
 * CPU that one live segment of 1 MiB costs its server, from memory, with signature, cookie, session and rate checked;
 * beside a Node server that asks nothing, and nginx with sendfile where there is one. CPU, because the load shares the cores.
 */
export async function run(): Promise<BenchRow[]> {
  const nginx = findNginx();
  const contenders = new Map<string, Contender>([
    ['edge', await startNode('edge')],
    ['plain', await startNode('plain')],
  ]);
  if (nginx !== null) contenders.set('nginx', await startNginx(nginx));
  try {
    const digests = new Set(await Promise.all([...contenders.values()].map(({ target }) => bodyDigest(target))));
    const costs = new Map<string, number[]>([...contenders.keys()].map((name) => [name, []]));
    const rates = new Map<string, number[]>([...contenders.keys()].map((name) => [name, []]));
    let refused = 0;
    for (const contender of contenders.values()) await load(contender.target, 0.5);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, contender] of contenders) {
        const before = await contender.cpuMs();
        const result = await load(contender.target, secondsEach);
        costs.get(name)?.push(((await contender.cpuMs()) - before) / (result.bytes / 1_048_576));
        rates.get(name)?.push(result.answers / result.seconds);
        refused += result.refused;
      }
    const work = {
      same: digests.size === 1 && refused === 0,
      how: `all served the same bytes (SHA-256 of an answer: ${digests.size === 1 ? 'equal' : 'DIFFERENT'}), ${refused} requests refused under load`,
    };
    const ours = median(costs.get('edge'));
    const row = (name: string, key: string, baselineName: string, wanted: { ratioAtMost?: number }): BenchRow =>
      benchRow({
        name,
        ours,
        baseline: median(costs.get(key)),
        baselineName,
        unit: 'CPU ms/MiB',
        wanted,
        work,
        details: {
          'segments/s': Math.round(median(rates.get('edge'))),
          'segments/s of the baseline': Math.round(median(rates.get(key))),
          'lowest CPU ms/MiB': Math.min(...(costs.get('edge') ?? [])),
          'lowest of the baseline': Math.min(...(costs.get(key) ?? [])),
          rounds: `${rounds} × ${secondsEach} s each, in turn; median; 16 connections, 200 sessions`,
          nginx: nginx === null ? 'not installed: its row is missing' : nginx,
        },
      });
    const rows = [row('live segment, 1 MiB, from memory, every check', 'plain', 'node:http, one Buffer, no check', { ratioAtMost: 1.5 })];
    if (nginx !== null)
      rows.push(
        row('live segment, 1 MiB, from memory, every check, beside nginx', 'nginx', 'nginx static, sendfile, no check', { ratioAtMost: 1 }),
      );
    return rows;
  } finally {
    for (const contender of contenders.values()) contender.stop();
  }
}

function median(values: readonly number[] | undefined): number {
  const sorted = [...(values ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function startNode(kind: 'edge' | 'plain'): Promise<Contender> {
  const child = fork(fileURLToPath(new URL('./edge-server.js', import.meta.url)), [kind], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const target = await messageOf<ServerReady>(child, () => undefined);
  return {
    target,
    cpuMs: async () => {
      const { cpu } = await messageOf<{ cpu: NodeJS.CpuUsage }>(child, () => child.send('cpu'));
      return (cpu.user + cpu.system) / 1_000;
    },
    stop: () => child.kill(),
  };
}

function messageOf<T>(child: ChildProcess, ask: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('a server of the bench ended'));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
    ask();
  });
}

function findNginx(): string | null {
  const named = process.env['CUAO_NGINX'];
  for (const candidate of named === undefined ? ['nginx', '/usr/sbin/nginx'] : [named]) {
    try {
      execFileSync(candidate, ['-v'], { stdio: 'ignore' });
      return candidate;
    } catch {
      continue;
    }
  }
  return null;
}

/** nginx as its manual sets it up for static files: one worker, sendfile, no log. */
async function startNginx(nginx: string): Promise<Contender> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cuao-nginx-'));
  const port = await freePort();
  writeFileSync(path.join(folder, 'segment.m4s'), benchSegment(), { mode: 0o644 });
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     events { worker_connections 256; }
     http { sendfile on; tcp_nopush on; access_log off; keepalive_requests 1000000;
       client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn(nginx, ['-c', path.join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const target: LoadTarget = { port, requests: [{ path: '/segment.m4s', cookie: null }] };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (
      await bodyDigest(target).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const master = child.pid ?? 0;
  return {
    target,
    cpuMs: () => Promise.resolve(workersOf(master).reduce((sum, pid) => sum + cpuMsOf(pid), 0)),
    stop: () => {
      child.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function workersOf(master: number): number[] {
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** User and system time of a process; the kernel counts in hundredths of a second (proc(5)). */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
