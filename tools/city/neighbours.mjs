// PostgreSQL and Redis of the demo city: from outside by configuration, else ours.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { binariesOf, databaseUrl, homeFor, initialise, owner, serverProgram } from '../setup/postgres.mjs';
import { freePorts, isPortTaken } from '../setup/ports.mjs';
import { ensureRedis, redisProgram, requireRedis } from '../setup/redis.mjs';
import { SetupError } from '../setup/speech.mjs';
import { createDatabase, ensureLogins, loginOf, requireDatabase } from '../setup/sql.mjs';

const roles = { gateway: 'cuao_gateway', worker: 'cuao_worker', edge: 'cuao_edge' };
const database = 'cuao';

/** Passwords of the embedded server: made once, readable by whoever runs the start. */
function passwords(place) {
  if (!existsSync(place.secrets)) {
    const made = Object.fromEntries([owner, ...Object.values(roles)].map((name) => [name, randomBytes(24).toString('base64url')]));
    writeFileSync(place.secrets, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(place.secrets, 'utf8'));
}

/** A fixed port is kept over restarts; when somebody else took it in the meantime, another one is tried. */
async function startOnFreePort(city, name, remembered, programFor) {
  for (let attempt = 1; ; attempt += 1) {
    const port = (await freePorts({ [name]: attempt === 1 ? remembered : undefined }))[name];
    try {
      await city.crew.launch(programFor(port));
      return port;
    } catch (error) {
      if (attempt === 3 || !isPortTaken(error.message)) throw error;
    }
  }
}

/**
 * @param city {place, env, signal, crew, separation}
 * @returns {Promise<{ownerUrl: string, urls: {gateway, worker, edge}, port: number | null, detail: string, openLogins: () => Promise<void>}>}
 */
export async function startDatabase(city, rememberedPort) {
  const { place, env, signal } = city;
  const given = env.DATABASE_URL;
  if (given !== undefined) {
    const version = await requireDatabase(given);
    const urls = { gateway: given, worker: given, edge: given };
    return { ownerUrl: given, urls, port: null, detail: `DATABASE_URL, ${version}`, openLogins: async () => {} };
  }
  const binaries = binariesOf(place.root);
  if (binaries === null) {
    throw new SetupError(
      'npm không có PostgreSQL cho máy này',
      `npm carries no PostgreSQL for ${process.platform}-${process.arch} here`,
      'DATABASE_URL=postgres://… npm start',
    );
  }
  const home = await homeFor({ native: binaries, folder: place.pg, hash: place.hash });
  const secret = passwords(place);
  const isNew = await initialise({ ...home, password: secret[owner], signal });
  const logFile = path.join(place.logs, 'postgres.log');
  const port = await startOnFreePort(city, 'postgres', rememberedPort, (free) => serverProgram({ ...home, port: free, logFile }));
  const address = (user) => databaseUrl({ user: user === owner ? owner : loginOf(user), password: secret[user], port, database });
  const ownerUrl = address(owner);
  await createDatabase(databaseUrl({ user: owner, password: secret[owner], port, database: 'postgres' }), database);
  const { [owner]: _own, ...logins } = secret;
  return {
    ownerUrl,
    port,
    urls: Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, address(role)])),
    detail: `${isNew ? 'mới · new' : 'dữ liệu cũ · kept data'}, 127.0.0.1:${port}${home.data === place.pg ? '' : `, ${home.data}`}`,
    openLogins: () => ensureLogins(ownerUrl, logins),
  };
}

/** @returns {Promise<{url: string, port: number | null, source: string, detail: string}>} port null: not ours */
export async function startRedis(city, rememberedPort) {
  const { place, env, signal, separation } = city;
  const given = env.REDIS_URL;
  if (given !== undefined) return { url: given, port: null, source: 'REDIS_URL', detail: `REDIS_URL, ${await requireRedis(given)}` };
  const redis = await ensureRedis(place.tools, { env, signal });
  const logFile = path.join(place.logs, 'redis.log');
  const port = await startOnFreePort(city, 'redis', rememberedPort, (free) =>
    separation.dress('redis', redisProgram({ redis, port: free, folder: place.redis, logFile })),
  );
  return { url: `redis://127.0.0.1:${port}`, port, source: redis.command, detail: `${redis.version}, 127.0.0.1:${port}` };
}
