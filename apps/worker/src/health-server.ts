import { createServer, type ServerResponse } from 'node:http';
import { answer, type EntryWriter, type LogChores, type RunningKeeper } from '#libs/audit';
import type { RunningClocks } from './clocks.js';

export interface Watched {
  readonly log: RunningKeeper;
  readonly clocks: RunningClocks;
  readonly entries: EntryWriter;
  readonly chores: LogChores;
}

/** Outbox age from which the log counts as behind (`audit.md` 7.9: warn at 5 s, page at 60 s). */
const pageAfterSeconds = 60;

/** `/health/live`, `/health/ready`, `/metrics` on the loopback address; nothing else. */
export async function startHealthServer(port: number, watched: Watched): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    switch (request.method === 'GET' ? request.url : undefined) {
      case '/health/live':
        return answer(response, 200, '{"live":true}\n', 'application/json');
      case '/health/ready':
        return void ready(response, watched);
      case '/metrics':
        return void metrics(response, watched);
      default:
        return answer(response, 404, 'no such path\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function ready(response: ServerResponse, { log, clocks, entries, chores }: Watched): Promise<void> {
  const { frozenBecause, failing, publishedSize, witnessedSize } = log.keeper.state;
  const because = [frozenBecause, entries.state.frozenBecause, ...failing].filter((reason) => reason !== null);
  const age = await log.outboxAgeSeconds().catch(() => null);
  if (age === null) because.push('the database does not answer');
  else if (age > pageAfterSeconds) because.push(`an accepted entry has waited ${Math.round(age)} s for its index`);
  const isReady = because.length === 0;
  answer(
    response,
    isReady ? 200 : 503,
    `${JSON.stringify({ ready: isReady, because, attention: chores.problem() ?? failingClock(clocks), outboxAgeSeconds: age, publishedSize, witnessedSize })}\n`,
    'application/json',
  );
}

/** The first clock whose last turn failed: what it watches is not watched now. */
function failingClock(clocks: RunningClocks): string | null {
  const failing = clocks.states().find(({ lastError }) => lastError !== null);
  return failing === undefined ? null : `${failing.name}: ${failing.lastError ?? ''}`;
}

async function metrics(response: ServerResponse, { log, clocks, entries }: Watched): Promise<void> {
  const { sequencedTotal, publishedSize, witnessedSize, frozenBecause } = log.keeper.state;
  const doorbell = entries.state.doorbell;
  const age = await log.outboxAgeSeconds().catch(() => -1);
  const lines = [
    metric('cuao_log_sequenced_total', 'counter', 'Entries this process gave an index.', sequencedTotal),
    metric('cuao_log_published_size', 'gauge', 'Entries under the published checkpoint.', publishedSize),
    metric('cuao_log_witnessed_size', 'gauge', 'Entries under a checkpoint with a quorum of cosignatures.', witnessedSize),
    metric('cuao_log_frozen', 'gauge', '1 while publishing waits for people.', frozenBecause === null ? 0 : 1),
    metric('cuao_log_outbox_age_seconds', 'gauge', 'Age of the oldest accepted entry without an index; -1 when unknown.', age),
    metric('cuao_doorbell_rings_total', 'counter', 'Rings that reached Redis.', doorbell?.rings ?? 0),
    metric('cuao_doorbell_failures_total', 'counter', 'Rings that did not; the sweep finds the entries.', doorbell?.failures ?? 0),
    ...clocks.states().map(({ name, failures }) => `cuao_clock_failures_total{clock="${name}"} ${failures}\n`),
  ];
  answer(response, 200, lines.join(''), 'text/plain; version=0.0.4; charset=utf-8');
}

function metric(name: string, type: 'counter' | 'gauge', help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`;
}
