// The demo city: brought up step by step, watched while it runs, stopped in order.
import { readFileSync, writeFileSync } from 'node:fs';
import { ensurePortalBuild, ensureServerBuild, hasPortal } from '../setup/builds.mjs';
import { ensureFfmpeg } from '../setup/ffmpeg.mjs';
import { ensureFont } from '../setup/font.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { freePorts, publicPort } from '../setup/ports.mjs';
import { SetupError, Speech, Stopped } from '../setup/speech.mjs';
import { ensureVirtualClip } from '../setup/virtual-clip.mjs';
import { parseArguments, usage } from './arguments.mjs';
import { check } from './check.mjs';
import { Child } from './child.mjs';
import { listen } from './control.mjs';
import { endProcesses } from './ending.mjs';
import { forget, openSignerDoor, prepareFolders } from './folders.mjs';
import { startDatabase, startRedis } from './neighbours.mjs';
import { placeOf } from './place.mjs';
import { environments, internalPorts, nodeProgram, plainEnvironment, usualPort } from './programs.mjs';
import { processesIn, recordOf, thisProcess } from './record.mjs';
import { claim, release, updateRecord } from './run-record.mjs';
import { chooseSeparation } from './separation.mjs';
import { cuao, publishVkey, together, untilReady, vkeyIn, writeLogPolicy } from './steps.mjs';
import { Watch } from './watch.mjs';

/** @returns {Promise<number>} exit code */
export async function main(argv, env) {
  const options = parseArguments(argv, env);
  if ('wrong' in options) {
    console.error(`${options.wrong}\n${usage}`);
    return 2;
  }
  const place = placeOf(undefined, env);
  if (options.help || options.check) return options.help ? (console.log(usage), 0) : check(place, options, env);
  const speech = new Speech();
  const city = new City(place, options, env, speech);
  try {
    return await city.live();
  } catch (error) {
    if (error instanceof Stopped) return 130;
    speech.line(`\n  ${error instanceof SetupError ? error.message : error.stack}`);
    return 1;
  }
}

class City {
  children = new Map();
  signal;
  #abort = new AbortController();
  #watch = new Watch(() => this.#tell());
  #state = 'starting';
  #facts = { databaseUrl: null, redisUrl: null, tools: {}, separation: null };
  #closeControl = async () => {};
  #asked = null;

  constructor(place, options, env, speech) {
    Object.assign(this, { place, options, env, speech, holder: thisProcess(), startedAt: new Date().toISOString(), ports: {} });
    this.signal = this.#abort.signal;
  }

  /** From the claim to the last process's end. */
  async live() {
    prepareFolders(this.place, null);
    const claimed = claim(this.place.record, { version: 1, state: 'starting', startedAt: this.startedAt, url: null });
    if (!claimed.won) throw alreadyRunning(claimed.record);
    const stopAsked = this.#listenForStop();
    let starting = Promise.resolve();
    try {
      await endProcesses(processesIn(claimed.stale ?? {}));
      this.#watch.start();
      this.#tell();
      starting = this.#start();
      await Promise.race([starting, stopAsked.then(() => Promise.reject(new Stopped()))]);
      await stopAsked;
      return 0;
    } finally {
      await this.#stop(starting);
    }
  }

  async #start() {
    const { place, speech, signal, env, options } = this;
    process.umask(0o022); // what is secret is made so by name; what others of ours must read, they must be able to
    speech.line('Cửa Ô · thành phố thử nghiệm · the demo city\n');
    await speech.step('gói phần mềm', 'packages', () => ensurePackages(place.root, { env, signal }));
    await this.#choosePorts();
    if (options.fresh) await speech.step('bỏ dữ liệu cũ', 'old state forgotten', async () => forget(place));
    await speech.step('tách quyền', 'who may read what', () => this.#separate());
    const found = {};
    await together(this.#abort, [
      () =>
        speech.step(
          'cơ sở dữ liệu',
          'PostgreSQL',
          async () => (found.database = await startDatabase(this, this.remembered.postgres)).detail,
        ),
      () => speech.step('hàng đợi', 'Redis', async () => (found.redis = await startRedis(this, this.remembered.redis)).detail),
      () => speech.step('hình ảnh', 'ffmpeg and the virtual camera', async () => (found.media = await this.#prepareMedia()).detail),
      () => speech.step('biên dịch máy chủ', 'server build', () => ensureServerBuild(place.root, { signal })),
      () => this.#buildPortal(),
    ]);
    await this.#settle(found);
    await this.#startProcesses(found);
    this.#closeControl = await listen(place.control, {
      children: this.children,
      redisPort: found.redis.port,
      notice: (vi, en) => speech.notice(vi, en),
    });
    await speech.step('chờ sẵn sàng', 'waiting until ready', () => untilReady(this.#url, signal));
    this.#state = 'ready';
    this.#tell();
    await this.#welcome();
  }

  get #url() {
    return `http://127.0.0.1:${this.ports.gateway}`;
  }

  async #separate() {
    prepareFolders(this.place, null);
    this.separation = await chooseSeparation(this.place);
    prepareFolders(this.place, this.separation);
    this.#facts.separation = this.separation.kind;
    return `${this.separation.sentence.vi} · ${this.separation.sentence.en}`;
  }

  async #choosePorts() {
    this.remembered = readPorts(this.place.ports);
    const gateway = await publicPort(this.options.port, usualPort, Object.values(internalPorts));
    if (this.options.port === undefined && gateway !== usualPort)
      this.speech.notice(`cổng ${usualPort} đang bận, dùng ${gateway}`, `port ${usualPort} is taken, using ${gateway}`);
    const { gateway: _public, ...internal } = await freePorts({
      gateway,
      ...internalPorts,
      ...pick(this.remembered, Object.keys(internalPorts)),
    });
    this.ports = { gateway, ...internal };
  }

  async #prepareMedia() {
    const { place, env, signal } = this;
    const [ffmpeg, font] = await Promise.all([ensureFfmpeg(place.tools, { env, signal }), ensureFont(place.tools, { signal })]);
    const made = await ensureVirtualClip({ ffmpeg: ffmpeg.command, font, target: place.clip, signal });
    const noText = font === null ? ', không có phông chữ nên không ghi chữ lên hình · no font found, nothing is burned in' : '';
    return {
      ffmpeg: ffmpeg.command,
      font,
      detail: `${ffmpeg.version} (${ffmpeg.source})${made === 'there' ? '' : ', virtual.mp4'}${noText}`,
    };
  }

  async #buildPortal() {
    const { place, speech, signal } = this;
    if (hasPortal(place.root)) await speech.step('dựng trang web', 'portal build', () => ensurePortalBuild(place.root, { signal }));
    else speech.notice('chưa có trang web để dựng', 'there is no portal to build yet');
  }

  /** Schema, demo data, logins; and what the record and the next start must know. */
  async #settle({ database, redis, media }) {
    const { place, speech, signal, env } = this;
    Object.assign(this.#facts, {
      databaseUrl: database.ownerUrl,
      redisUrl: redis.url,
      tools: { ffmpeg: media.ffmpeg, redis: redis.source, font: media.font },
    });
    if (database.port !== null) this.ports.postgres = database.port;
    if (redis.port !== null) this.ports.redis = redis.port;
    writeFileSync(place.ports, JSON.stringify(this.ports), { mode: 0o600 });
    this.#tell();
    const environment = {
      ...plainEnvironment(env),
      DATABASE_URL: database.ownerUrl,
      CUAO_STATE_DIR: place.state,
      CUAO_POLICY_DIR: place.policies,
    };
    await speech.step('cấu trúc dữ liệu', 'migrations', async () => (await cuao(place, ['db', 'migrate'], environment, signal)).trim());
    await speech.step('dữ liệu thành phố', 'demo city', async () => (await cuao(place, ['db', 'seed'], environment, signal)).trim());
    await database.openLogins();
  }

  async #startProcesses({ database, redis, media }) {
    const { place, speech, env } = this;
    const oidc = env.OIDC_ISSUER === undefined ? null : { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID };
    const told = environments({
      place,
      ports: this.ports,
      databaseUrls: database.urls,
      redisUrl: redis.url,
      ffmpeg: media.ffmpeg,
      font: media.font,
      oidc,
    });
    const start = (name, more = {}) => this.launch({ ...this.separation.dress(name, nodeProgram(place, name, told[name], env)), ...more });
    await speech.step('người ký sổ', 'signer', async () => {
      await start('signer', { afterReady: () => openSignerDoor(place.signerSocket, this.separation.users) });
      const vkey = vkeyIn(place.signer);
      if (vkey !== null) publishVkey(vkey, place.logVkey);
    });
    await speech.step('nhân chứng', 'witness', async () => {
      await start('witness');
      const vkey = vkeyIn(place.witness);
      if (vkey !== null) writeLogPolicy(place.logPolicy, { witnessVkeyFile: vkey, witnessUrl: `http://127.0.0.1:${this.ports.witness}` });
    });
    const rest = ['worker', 'edge', ...(oidc === null ? ['idp'] : []), 'gateway'];
    await together(
      this.#abort,
      rest.map((name) => () => speech.step(name, name, () => start(name))),
    );
  }

  async #welcome() {
    const { place, speech, env } = this;
    const environment = { ...plainEnvironment(env), CUAO_STATE_DIR: place.state, CUAO_DEMO: '1' };
    const people = env.OIDC_ISSUER === undefined ? await cuao(place, ['demo', 'people'], environment, this.signal) : '';
    speech.line(`\n  xong sau ${speech.elapsed()} · up after ${speech.elapsed()}\n`);
    speech.line(`  địa chỉ · address: ${this.#url}`);
    if (people !== '')
      speech.line(
        `\n  người thử nghiệm (mật khẩu = tên) · demo people (password = name)\n${people
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`)
          .join('\n')}`,
      );
    speech.line('\n  thử trước tiên · try first: đăng nhập là `mai` và xin xem ba camera · sign in as `mai` and ask for three cameras');
    speech.line('  cả câu chuyện qua API · the whole story over the API: npm run story\n  dừng · stop: Ctrl-C\n');
    speech.line(`ready ${this.#url}`);
  }

  /** Starts a program and keeps it running. Programs with the same name replace each other. */
  async launch(program) {
    if (this.signal.aborted) throw new Stopped();
    const child = new Child(program, { changed: () => this.#tell(), notice: (vi, en) => this.speech.notice(vi, en) });
    this.children.set(program.name, child);
    await child.start();
  }

  #tell() {
    const guard = { name: 'guard', ...this.#watch.identity };
    const running = [...this.children.values()].map(({ name, pid, birth }) => ({ name, pid, birth })).filter(({ pid }) => pid !== null);
    const { place, holder, startedAt, ports } = this;
    const demo = this.env.OIDC_ISSUER === undefined;
    updateRecord(
      place.record,
      recordOf({ place, holder, startedAt, state: this.#state, ports, demo, ...this.#facts }, [guard, ...running]),
    );
    this.#watch.tell({ processes: running, record: place.record, holder });
  }

  /** Resolves when somebody asks for the end. The same key press may arrive twice; a later one means now. */
  #listenForStop() {
    return new Promise((resolve) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.on(name, () => {
          const now = performance.now();
          if (this.#asked !== null && now - this.#asked > 1_000) for (const child of this.children.values()) child.crash();
          if (this.#asked === null) this.speech.line(`\n  đang dừng · stopping`);
          this.#asked ??= now;
          this.#abort.abort();
          resolve();
        });
      }
    });
  }

  /** @param starting the start under way: it fails once its programs are stopped, and must have ended before we do */
  async #stop(starting) {
    this.#state = 'stopping';
    this.#abort.abort();
    await this.#closeControl();
    await this.#stopChildren();
    await starting.catch(() => {});
    await this.#stopChildren();
    await this.#watch.end();
    release(this.place.record, this.holder);
    this.speech.line('  đã dừng hết · everything has stopped');
  }

  /** Our own programs first, the databases they speak to last. */
  async #stopChildren() {
    for (const names of [['gateway', 'edge', 'idp', 'worker'], ['signer', 'witness'], ['redis'], ['postgres']]) {
      await Promise.all(names.map((name) => this.children.get(name)?.stop()));
    }
  }
}

function alreadyRunning(record) {
  const where = record.url === null ? 'đang khởi động · it is starting' : record.url;
  return new SetupError('thành phố đang chạy rồi', `the demo city is already running: ${where} (pid ${record.holder.pid})`, 'npm run stop');
}

function readPorts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

const pick = (from, names) => Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
