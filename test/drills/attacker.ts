import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { Frontier } from '../../libs/audit/src/tree/frontier.js';
import { leafHash } from '../../libs/audit/src/tree/hash.js';
import { given } from '../support/services.js';
import type { LogHouse } from '../journeys/log-house.js';

// What the drills' attackers can do: own the database, the disk, at times the log's key. And what an outsider does about it.

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');

export interface Said {
  /** 0 verified, 6 not, 2 misused. */
  readonly code: number | null;
  /** The first thing that is wrong, with its index or size. */
  readonly because: string | null;
}

/** `cuao verify …` as an outsider runs it: a process of its own, without this test's environment. */
export function verify(...args: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', ...args, '--json'], { encoding: 'utf8', env: {} });
  if (status !== 0 && status !== 6) return { code: status, because: stderr };
  return { code: status, because: (JSON.parse(stdout) as { because: string | null }).because };
}

/** As a superuser does it: triggers off, the act, triggers on again. Partitions keep their own copies of a trigger. */
export async function tamper(house: LogHouse, table: string, ...statements: string[]): Promise<void> {
  for (const each of [`alter table ${table} disable trigger all`, ...statements, `alter table ${table} enable trigger all`])
    await house.services.sql(each);
}

/** The whole log, one leaf changed: rows, hashes, the tree's state; the files are removed, so that the worker makes them anew. */
export async function rewriteHistory(house: LogHouse, index: number, change: (leaf: string) => string): Promise<void> {
  const { sql } = house.services;
  const rows = await sql<{ idx: string; leaf: Buffer }>('select idx, leaf from audit_leaf order by idx');
  const frontier = Frontier.empty();
  for (const { idx, leaf } of rows) {
    const bytes = Number(idx) === index ? Buffer.from(change(leaf.toString('utf8')), 'utf8') : leaf;
    frontier.append(leafHash(bytes));
    if (bytes === leaf) continue;
    const hex = bytes.toString('hex');
    await tamper(house, 'audit_leaf_p0', `update audit_leaf set leaf = '\\x${hex}' where idx = ${index}`);
    await tamper(house, 'audit_entry', `update audit_entry set leaf_hash = '\\x${leafHash(bytes).toString('hex')}' where idx = ${index}`);
  }
  const [root, edge] = [frontier.root().toString('hex'), frontier.toBytes().toString('hex')];
  await tamper(house, 'log_state', `update log_state set root = '\\x${root}', frontier = '\\x${edge}'`);
  for (const name of ['tile', 'checkpoint', 'checkpoint.witnessed'])
    rmSync(path.join(house.logDir, name), { recursive: true, force: true });
}

/** What a restore from a backup does: the database as it was when `take` was called, under the same name. */
export class Backup {
  private constructor(
    private readonly name: string,
    private readonly copy: string,
  ) {}

  /** Nothing of ours may hold a connection that it minds losing. */
  static async take(house: LogHouse): Promise<Backup> {
    const name = new URL(house.services.databaseUrl).pathname.slice(1);
    const backup = new Backup(name, `${name}_backup`);
    await onServer(endSessions(name), `create database ${backup.copy} template ${name}`);
    return backup;
  }

  async restore(): Promise<void> {
    const { name, copy } = this;
    await onServer(endSessions(name), `drop database ${name} with (force)`, `create database ${name} template ${copy}`);
  }

  async remove(): Promise<void> {
    await onServer(`drop database if exists ${this.copy} with (force)`);
  }
}

const endSessions = (database: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`;

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: given('CUAO_TEST_DATABASE_URL') });
  await client.connect();
  try {
    for (const each of statements) await client.query(each);
  } finally {
    await client.end();
  }
}

/** The checkpoint that the witness cosigned last, as it serves it to anybody (C2SP tlog-witness). */
export async function witnessedCheckpoint(house: LogHouse, origin: string): Promise<string> {
  const response = await fetch(`${house.witnessUrl}/${createHash('sha256').update(origin, 'utf8').digest('hex')}/checkpoint`);
  if (response.status !== 200) throw new Error(`the witness answered ${response.status}`);
  return response.text();
}

/** What the worker says of itself. */
export async function workerHealth(house: LogHouse): Promise<{ readonly status: number; readonly because: readonly string[] }> {
  const response = await fetch(`http://127.0.0.1:${house.environments.worker['CUAO_PORT'] ?? ''}/health/ready`);
  return { status: response.status, because: ((await response.json()) as { because: string[] }).because };
}
