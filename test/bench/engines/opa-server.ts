import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Question } from '#libs/regulation';
import type { Engine } from './engine.js';

/** What lies in `policies` and is no rule or table. */
export const ignored = ['bundle', '*_test.rego', 'trust.json', 'release.json', 'demo-keys', 'tools', 'cases'];

/** Path of an opa program; null where none is installed. */
export function findOpa(): string | null {
  const places = [
    process.env['OPA_PATH'],
    ...(process.env['PATH'] ?? '').split(path.delimiter).map((dir) => path.join(dir, 'opa')),
    path.join(process.env['HOME'] ?? '/', 'go/bin/opa'),
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** `opa run --server` on the sources, one keep-alive connection. */
export async function opaServer(program: string, root: string): Promise<Engine> {
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
      ...ignored.flatMap((name) => ['--ignore', name]),
      'policies',
    ],
    { cwd: root, stdio: 'ignore' },
  );
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const stop = (): void => {
    agent.destroy();
    child.kill('SIGKILL');
  };
  if (!(await healthy(agent, port, child))) {
    stop();
    throw new Error('the opa server did not become healthy within 20 s');
  }
  return {
    name: 'opa 1.22.2 server, one keep-alive connection',
    carries: 'all rules, from their sources; no digest',
    opens: async (question: Question) => {
      const { body } = await ask(agent, port, 'POST', '/v1/data/gate/decision', JSON.stringify({ input: question }));
      return (JSON.parse(body) as { result?: { effect?: string } }).result?.effect === 'allow';
    },
    stop,
  };
}

async function healthy(agent: http.Agent, port: number, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
    const up = await ask(agent, port, 'GET', '/health', null).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function ask(agent: http.Agent, port: number, method: string, url: string, body: string | null): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path: url, method, agent, headers: { 'content-type': 'application/json' } },
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
