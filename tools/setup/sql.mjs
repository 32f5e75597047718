// A few statements as the owner, through the installed `pg` package (loaded only when packages exist).
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './speech.mjs';

/** Runs `work(query)` on one connection. */
export async function withDatabase(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'cuao-setup' });
  client.on('error', () => {}); // the statement under way fails with it
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Quotes a name; values go as parameters wherever SQL allows them. */
export const name = (text) => `"${text.replaceAll('"', '""')}"`;
export const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** @param template copied when given; nobody may be connected to it */
export async function createDatabase(url, database, template = 'template1') {
  await withDatabase(url, async (query) => {
    const [there] = await query('select 1 from pg_database where datname = $1', [database]);
    if (there === undefined) await query(`create database ${name(database)} template ${name(template)}`);
  });
}

/** Whether a database given from outside answers; says what is wrong with it when it does not. */
export async function requireDatabase(url) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withDatabase(url, async (query) => (await query('show server_version'))[0].server_version);
    } catch (error) {
      if (attempt < 5 && /ECONNREFUSED|starting up/.test(error.message + error.code)) await sleep(1_000);
      else
        throw new SetupError(
          'DATABASE_URL không trả lời',
          `the database of DATABASE_URL does not answer (${error.message || error.code})`,
          'check the address, the user and the password',
        );
    }
  }
}

/**
 * Gives each process a login of its own that may act as its role and nothing else: whoever holds the gateway's address
 * cannot become the owner with `reset role`. Runs after the migrations, which make the roles.
 * @param passwords {cuao_gateway: …, cuao_worker: …, cuao_edge: …}
 */
export async function ensureLogins(url, passwords) {
  await withDatabase(url, async (query) => {
    for (const [role, password] of Object.entries(passwords)) {
      const login = loginOf(role);
      const [there] = await query('select 1 from pg_roles where rolname = $1', [login]);
      await query(
        `${there === undefined ? 'create' : 'alter'} role ${name(login)} login noinherit nosuperuser password ${literal(password)}`,
      );
      await query(`grant ${name(role)} to ${name(login)}`);
    }
  });
}

export const loginOf = (role) => `${role}_login`;
