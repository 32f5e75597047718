// The demo city: brought up step by step, kept up, stopped in order.
import { ensurePortalBuild, ensureServerBuild, hasPortal } from '../setup/builds.mjs';
import { ensureFfmpeg } from '../setup/ffmpeg.mjs';
import { ensureFont } from '../setup/font.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { isPortTaken } from '../setup/ports.mjs';
import { SetupError, Speech, Stopped } from '../setup/speech.mjs';
import { ensureVirtualClip } from '../setup/virtual-clip.mjs';
import { choosePorts, otherPorts, rememberedPorts, rememberPorts } from './addresses.mjs';
import { parseArguments, usage } from './arguments.mjs';
import { endingSignals, whenNpmIsGone } from './caller.mjs';
import { check } from './check.mjs';
import { listen } from './control.mjs';
import { Crew } from './crew.mjs';
import { logStoreFor } from './log-store.mjs';
import { mirrorProgram, handToMirror } from './mirror.mjs';
import { forget, openSignerDoor, prepareFolders, removeSockets } from './folders.mjs';
import { startDatabase, startRedis } from './neighbours.mjs';
import { placeOf } from './place.mjs';
import { environments, nodeProgram, plainEnvironment, usualPort } from './programs.mjs';
import { chooseSeparation } from './separation.mjs';
import { cuao, publishVkey, together, untilReady, vkeyIn, writeLogPolicy } from './steps.mjs';

/** @returns {Promise<number>} exit code */
export async function main(argv, env) {
  const options = parseArguments(argv, env);
  if ('wrong' in options) {
    console.error(`${options.wrong}\n${usage}`);
    return 2;
  }
  const place = placeOf(undefined, env);
  if (options.help) {
    console.log(usage);
    return 0;
  }
  if (options.check) return check(place, options, env);
  const speech = new Speech();
  try {
    return await new City(place, options, env, speech).live();
  } catch (error) {
    if (error instanceof Stopped) return 130;
    speech.line(`\n  ${error instanceof SetupError ? error.message : error.stack}`);
    return 1;
  }
}

class City {
  #abort = new AbortController();
  #closeControl = async () => {};

  constructor(place, options, env, speech) {
    const { signal } = this.#abort;
    Object.assign(this, { place, options, env, speech, signal, crew: new Crew({ place, speech, signal }) });
  }

  /** From the claim to the last process's end. */
  async live() {
    prepareFolders(this.place, null);
    await this.crew.muster();
    const stopAsked = this.#listenForStop();
    const starting = this.#start();
    try {
      await Promise.race([starting, stopAsked.then(() => Promise.reject(new Stopped()))]);
      await stopAsked;
      return 0;
    } finally {
      await this.#stop(starting);
    }
  }

  async #start() {
    const { place, speech, signal, env, options, crew } = this;
    process.umask(0o022); // what is secret is made so by name; what others of ours must read, they must be able to
    speech.line('Cửa Ô · thành phố thử nghiệm · the demo city\n');
    await speech.step('gói phần mềm', 'packages', () => ensurePackages(place.root, { env, signal }));
    const remembered = rememberedPorts(place.ports);
    this.ports = await choosePorts({ asked: options.port, remembered });
    this.#sayPort();
    if (options.fresh) await speech.step('bỏ dữ liệu cũ', 'old state forgotten', async () => forget(place));
    await speech.step('tách quyền', 'who may read what', () => this.#separate());
    const found = {};
    await together(this.#abort, [
      () =>
        speech.step('cơ sở dữ liệu', 'PostgreSQL', async () => (found.database = await startDatabase(this, remembered.postgres)).detail),
      () => speech.step('hàng đợi', 'Redis', async () => (found.redis = await startRedis(this, remembered.redis)).detail),
      () => speech.step('hình ảnh', 'ffmpeg and the virtual camera', async () => (found.media = await this.#prepareMedia()).detail),
      () => speech.step('biên dịch máy chủ', 'server build', () => ensureServerBuild(place.root, { signal })),
      () => this.#buildPortal(),
    ]);
    this.#writeDown(found);
    await together(this.#abort, [() => this.#plant(found.database), () => this.#startLogHands(found)]);
    await this.#startHouse(found);
    const notice = (vi, en) => speech.notice(vi, en);
    this.#closeControl = await listen(place.control, { children: crew.children, redisPort: found.redis.port, notice });
    await speech.step('chờ sẵn sàng', 'waiting until ready', () => untilReady(this.#url, signal));
    crew.tell({ state: 'ready' });
    await this.#welcome();
    await this.#startMirror();
  }

  get #url() {
    return `http://127.0.0.1:${this.ports.gateway}`;
  }

  #sayPort() {
    const { gateway } = this.ports;
    if (this.options.port !== undefined || gateway === usualPort) return;
    this.speech.notice(`cổng ${usualPort} đang bận, dùng ${gateway}`, `port ${usualPort} is taken, using ${gateway}`);
  }

  async #separate() {
    prepareFolders(this.place, null);
    this.separation = await chooseSeparation(this.place);
    prepareFolders(this.place, this.separation);
    const { kind, sentence } = this.separation;
    this.crew.tell({ separation: kind, ports: this.ports });
    return `${sentence.vi} · ${sentence.en}`;
  }

  async #prepareMedia() {
    const { place, env, signal } = this;
    const [ffmpeg, font] = await Promise.all([ensureFfmpeg(place.tools, { env, signal }), ensureFont(place.tools, { signal })]);
    const made = await ensureVirtualClip({ ffmpeg: ffmpeg.command, font, target: place.clip, signal });
    const noText = font === null ? ', không có phông chữ nên không ghi chữ lên hình · no font found, nothing is burned in' : '';
    const detail = `${ffmpeg.version} (${ffmpeg.source})${made === 'there' ? '' : ', virtual.mp4'}${noText}`;
    return { ffmpeg: ffmpeg.command, font, detail };
  }

  async #buildPortal() {
    const { place, speech, signal } = this;
    if (hasPortal(place.root)) await speech.step('dựng trang web', 'portal build', () => ensurePortalBuild(place.root, { signal }));
    else speech.notice('chưa có trang web để dựng', 'there is no portal to build yet');
  }

  /** What the record and the next start must know; addresses given from outside may hold secrets that are not ours to write down. */
  #writeDown({ database, redis, media }) {
    if (database.port !== null) this.ports.postgres = database.port;
    if (redis.port !== null) this.ports.redis = redis.port;
    rememberPorts(this.place.ports, this.ports);
    const tools = { ffmpeg: media.ffmpeg, redis: redis.source, font: media.font };
    this.crew.tell({
      databaseUrl: database.port === null ? null : database.ownerUrl,
      redisUrl: redis.port === null ? null : redis.url,
      tools,
      ports: this.ports,
      demo: this.#oidc === null,
    });
  }

  /** Somebody else's identity provider, or null for the embedded one. */
  get #oidc() {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client } = this.env;
    return issuer === undefined ? null : { issuer, clientId: client };
  }

  #environments({ database, redis, media }) {
    const { place, ports } = this;
    const { ffmpeg, font } = media;
    return environments({
      place,
      ports,
      databaseUrls: database.urls,
      redisUrl: redis.url,
      ffmpeg,
      font,
      oidc: this.#oidc,
      tsa: tsaOf(this.env),
      logStore: (name) => logStoreFor(name, { place, env: this.env, users: this.separation.users }),
    });
  }

  /** Schema, demo data, and logins that may act as their role only. */
  async #plant(database) {
    const { place, speech, signal, env } = this;
    const variables = { DATABASE_URL: database.ownerUrl, CUAO_STATE_DIR: place.state, CUAO_POLICY_DIR: place.policies };
    const command = async (words) => (await cuao(place, words, { ...plainEnvironment(env), ...variables }, signal)).trim();
    await speech.step('cấu trúc dữ liệu', 'migrations', () => command(['db', 'migrate']));
    await speech.step('dữ liệu thành phố', 'demo city', () => command(['db', 'seed']));
    await database.openLogins();
  }

  #launch(found, name, more = {}) {
    const { place, separation, env } = this;
    return this.crew.launch({ ...separation.dress(name, nodeProgram(place, name, this.#environments(found)[name], env)), ...more });
  }

  /** Starts processes; when somebody took a port between our look and their start, all of them once more with other ports. */
  async #startOnPorts(names, start) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await start();
      } catch (error) {
        if (attempt === 3 || !isPortTaken(error.message)) throw error;
        await Promise.all(names.map((name) => this.crew.children.get(name)?.stop()));
        Object.assign(this.ports, await otherPorts(names, { asked: this.options.port }));
        this.speech.notice('có cổng vừa bị chiếm, thử cổng khác', 'a port was taken in the meantime, trying others');
        this.crew.tell({ ports: this.ports });
        rememberPorts(this.place.ports, this.ports);
      }
    }
  }

  /** Those whose keys the others must know: who signs the log, and who witnesses it. They need no database. */
  async #startLogHands(found) {
    const { place, speech, separation } = this;
    await speech.step('người ký sổ', 'signer', async () => {
      await this.#launch(found, 'signer', { afterReady: () => openSignerDoor(place.signerSocket, separation.users) });
      publishVkey(vkeyIn(place.signer, 'log.vkey'), place.logVkey);
    });
    await this.#startOnPorts(['witness'], () => speech.step('nhân chứng', 'witness', () => this.#launch(found, 'witness')));
    writeLogPolicy(place.logPolicy, {
      witnessVkeyFile: vkeyIn(place.witness, 'witness.vkey'),
      mldsaVkeyFile: vkeyIn(place.witness, 'witness-mldsa.vkey'),
      witnessUrl: `http://127.0.0.1:${this.ports.witness}/witness`,
    });
  }

  async #startHouse(found) {
    const names = ['worker', 'edge', ...(this.#oidc === null ? ['idp'] : []), 'gateway'];
    const vietnamese = { worker: 'người ghi sổ', edge: 'cửa hình ảnh', idp: 'nơi đăng nhập', gateway: 'cổng vào' };
    const tasks = names.map((name) => () => this.speech.step(vietnamese[name], name, () => this.#launch(found, name)));
    await this.#startOnPorts(names, () => together(new AbortController(), tasks));
  }

  /** Another institution's: the city is whole without it, so it comes last and holds up nothing. */
  async #startMirror() {
    const { place, separation, env, crew, speech, ports } = this;
    if (this.#oidc !== null) return; // another provider has no such client
    try {
      handToMirror(place, separation.users);
      await crew.launch(separation.dress('mirror', mirrorProgram(place, ports, env)));
    } catch (error) {
      if (!(error instanceof Stopped))
        speech.notice('bản sao nhật ký không chạy được', `the mirror of the log did not start: ${error.message}`);
    }
  }

  async #welcome() {
    const { speech } = this;
    speech.line(`\n  xong sau ${speech.elapsed()} · up after ${speech.elapsed()}\n`);
    speech.line(`  địa chỉ · address: ${this.#url}\n`);
    if (this.#oidc === null) {
      speech.line(`  người thử nghiệm (mật khẩu = tên) · demo people (password = name)\n${await this.#people()}\n`);
      speech.line('  thử trước tiên · try first: đăng nhập là `mai` và xin xem ba camera · sign in as `mai` and ask for three cameras');
      speech.line('  cả câu chuyện qua API · the whole story over the API: npm run story');
    } else {
      speech.line(`  đăng nhập qua · sign-in by: ${this.#oidc.issuer}`);
    }
    speech.line('  dừng · stop: Ctrl-C\n');
    speech.line(`ready ${this.#url}`);
  }

  async #people() {
    const environment = { ...plainEnvironment(this.env), CUAO_STATE_DIR: this.place.state, CUAO_DEMO: '1' };
    return (await cuao(this.place, ['demo', 'people'], environment, this.signal)).trimEnd().replace(/^/gm, '    ');
  }

  /** Resolves when somebody asks for the end. The same key press may arrive twice; a later one means now. */
  #listenForStop() {
    return new Promise((resolve) => {
      let asked = null;
      const ask = () => {
        const now = performance.now();
        if (asked === null) this.speech.line(`\n  đang dừng · stopping`);
        else if (now - asked > 1_000) this.crew.crash();
        asked ??= now;
        this.#abort.abort();
        resolve();
      };
      for (const name of endingSignals) process.on(name, ask);
      whenNpmIsGone(this.env, ask);
    });
  }

  /** @param starting the start under way: it fails once its programs are stopped, and must have ended before we do */
  async #stop(starting) {
    this.#abort.abort();
    await this.#closeControl();
    await this.crew.stopChildren();
    await starting.catch(() => {});
    await this.crew.stopChildren();
    removeSockets(this.place);
    await this.crew.dismiss();
    this.speech.line('  đã dừng hết · everything has stopped');
  }
}

/** Who stamps the log's checkpoints; nobody unless both are given, which the worker says itself. */
function tsaOf(env) {
  const names = ['CUAO_TSA_URL', 'CUAO_TSA_CERTIFICATES'];
  return Object.fromEntries(names.filter((name) => env[name] !== undefined).map((name) => [name, env[name]]));
}
