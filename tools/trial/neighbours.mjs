// PostgreSQL and Redis for one test run: fast, on ports of their own, gone afterwards, even when the run is killed.
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Child } from '../city/child.mjs';
import { checkout, placeOf } from '../city/place.mjs';
import { thisProcess } from '../city/record.mjs';
import { cuao } from '../city/steps.mjs';
import { Watch } from '../city/watch.mjs';
import { freePorts } from '../setup/ports.mjs';
import { binariesOf, databaseUrl, initialise, owner, runnableBinaries, serverProgram } from '../setup/postgres.mjs';
import { ensureRedis, redisProgram } from '../setup/redis.mjs';
import { SetupError } from '../setup/speech.mjs';
import { createDatabase } from '../setup/sql.mjs';

/** Known to everybody: the server listens on the loopback address, holds made-up data and lives for minutes. */
const password = 'test';

/** What test/support/services.ts clones: the schema alone, and the schema with the demo city. */
export const templates = { schema: 'cuao_template', city: 'cuao_template_city' };

export class Neighbours {
  #children = [];
  #watch = new Watch(() => {});
  #told;

  constructor({ folder, env, signal, tools }) {
    this.#told = { CUAO_TEST_FOLDER: folder };
    Object.assign(this, { folder, env, signal, tools });
  }

  /** Variables for the tests. */
  told() {
    return this.#told;
  }

  async startDatabase() {
    const binaries = binariesOf(checkout);
    if (binaries === null) throw new SetupError('npm không có PostgreSQL cho máy này', 'npm carries no PostgreSQL for this platform here');
    const folder = path.join(this.folder, 'pg');
    const native = await runnableBinaries(binaries, placeOf().hash);
    chmodSync(this.folder, 0o711); // the server runs as another user when we are root
    await initialise({ native, data: folder, password, signal: this.signal });
    const { port } = await freePorts({ port: undefined });
    await this.#start(serverProgram({ native, data: folder, port, logFile: path.join(this.folder, 'postgres.log'), throwAway: true }));
    const address = (database) => databaseUrl({ user: owner, password, port, database });
    this.#told.CUAO_TEST_DATABASE_URL = address('postgres');
    this.#told.CUAO_TEST_POSTGRES_HOME = native;
    this.address = address;
    return `127.0.0.1:${port}`;
  }

  async startRedis() {
    const redis = await ensureRedis(this.tools, { env: this.env, signal: this.signal });
    const folder = path.join(this.folder, 'redis');
    mkdirSync(folder);
    const { port } = await freePorts({ port: undefined });
    await this.#start(redisProgram({ redis, port, folder, logFile: path.join(this.folder, 'redis.log'), throwAway: true }));
    Object.assign(this.#told, { CUAO_TEST_REDIS_URL: `redis://127.0.0.1:${port}`, CUAO_TEST_REDIS_SERVER: redis.command });
    if (redis.libraries !== undefined) this.#told.CUAO_TEST_REDIS_LIBRARIES = redis.libraries;
    return `${redis.version}, 127.0.0.1:${port}`;
  }

  /** Migrated once, seeded once; every test database is a copy. */
  async makeTemplates() {
    const place = placeOf();
    if (!existsSync(place.cli)) throw new SetupError('chưa biên dịch được', 'there is no build to migrate with', 'npm run build');
    const environment = (database) => ({
      ...this.env,
      DATABASE_URL: this.address(database),
      CUAO_STATE_DIR: this.folder,
      CUAO_POLICY_DIR: place.policies,
    });
    const { schema, city } = templates;
    await createDatabase(this.address('postgres'), schema);
    await cuao(place, ['db', 'migrate'], environment(schema), this.signal);
    this.#told.CUAO_TEST_TEMPLATE = schema;
    await createDatabase(this.address('postgres'), city, schema);
    await cuao(place, ['db', 'seed'], environment(city), this.signal);
    this.#told.CUAO_TEST_TEMPLATE_CITY = city;
  }

  async #start(program) {
    if (this.#children.length === 0) this.#watch.start();
    const child = new Child(program, { changed: () => this.#tell(), notice: (vi, en) => console.error(`  ! ${vi} · ${en}`) });
    this.#children.push(child);
    await child.start();
  }

  #tell() {
    const processes = this.#children.map(({ name, pid, birth }) => ({ name, pid, birth })).filter(({ pid }) => pid !== null);
    this.#watch.tell({ processes, record: null, holder: thisProcess(), folder: this.folder });
  }

  async stop() {
    await Promise.all(this.#children.map((child) => child.stop()));
    await this.#watch.end();
  }
}
