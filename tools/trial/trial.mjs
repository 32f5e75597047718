// One test run: neighbours of its own, both builds, the checks, Jest, and one plain line at the end.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endingSignals, whenNpmIsGone } from '../city/caller.mjs';
import { together } from '../city/steps.mjs';
import { checkout } from '../city/place.mjs';
import { ensurePortalBuild, ensureServerBuild, hasPortal } from '../setup/builds.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { ensureFfmpeg } from '../setup/ffmpeg.mjs';
import { ensureOpenssl } from '../setup/openssl.mjs';
import { ensureFont } from '../setup/font.mjs';
import { ensurePackages, npm } from '../setup/packages.mjs';
import { SetupError, Speech, Stopped } from '../setup/speech.mjs';
import { ensureVersitygw } from '../setup/versitygw.mjs';
import { runJest } from './jest.mjs';
import { Neighbours } from './neighbours.mjs';

/** Checks that count beside Jest's tests, where package.json has a script of that name. */
const checks = [
  ['kiểu dữ liệu', 'types', 'typecheck'],
  ['quy tắc mã nguồn', 'lint', 'lint'],
  ['trình bày mã nguồn', 'formatting', 'format:check'],
];

/** @returns {Promise<number>} exit code */
export async function main(words, env) {
  const abort = new AbortController();
  const trial = new Trial(words, env, abort);
  for (const name of endingSignals) process.on(name, () => abort.abort());
  whenNpmIsGone(env, () => abort.abort());
  try {
    return await trial.run();
  } catch (error) {
    if (!(error instanceof Stopped)) console.error(`\n  ${error instanceof SetupError ? error.message : error.stack}`);
    console.log('0 passed, 1 failed');
    return error instanceof Stopped ? 130 : 1;
  } finally {
    abort.abort();
    await trial.end();
  }
}

class Trial {
  #passed = 0;
  #failed = [];
  #folder = mkdtempSync(path.join(tmpdir(), 'cuao-test-'));
  #told = {};

  constructor(words, env, abort) {
    Object.assign(this, { words, env, abort, signal: abort.signal, speech: new Speech(), tools: path.join(checkout, '.cuao/tools') });
    this.neighbours = new Neighbours({ folder: this.#folder, env, signal: this.signal, tools: this.tools });
  }

  async run() {
    const { speech, signal, env } = this;
    speech.line('Cửa Ô · kiểm thử · tests\n');
    await speech.step('gói phần mềm', 'packages', () => ensurePackages(checkout, { env, signal }));
    await together(this.abort, [
      () => speech.step('cơ sở dữ liệu thử', 'test PostgreSQL', () => this.neighbours.startDatabase()),
      () => speech.step('hàng đợi thử', 'test Redis', () => this.neighbours.startRedis()),
      // One after the other: both may install, and a machine installs one thing at a time.
      async () => {
        await speech.step('ffmpeg', 'ffmpeg', () => this.#findMedia());
        await this.#counted('máy đóng dấu thời gian thử', 'openssl', () => this.#findOpenssl());
      },
      () => speech.step('trình duyệt', 'browser', () => this.#findBrowser()),
      () => speech.step('kho S3 thử', 'S3 store', () => this.#findStore()),
      () => this.#counted('biên dịch máy chủ', 'server build', () => ensureServerBuild(checkout, { signal })),
      () => this.#buildPortal(),
    ]);
    await this.#counted('khuôn cơ sở dữ liệu', 'database templates', () => this.neighbours.makeTemplates());
    if (this.words.length === 0) await Promise.all(checks.map((each) => this.#check(...each)));
    await this.#jest();
    if (this.#failed.length > 0) speech.line(`\n  không đạt · failed: ${this.#failed.join(', ')}`);
    const { length: failed } = this.#failed;
    speech.line(`\n  xong sau ${speech.elapsed()} · done after ${speech.elapsed()}`);
    speech.line(`${this.#passed} passed, ${this.failedTests + failed} failed`);
    return this.failedTests + failed === 0 ? 0 : 1;
  }

  failedTests = 0;

  /** A step that is itself a test: when it fails the run goes on, and ends with a failure. */
  async #counted(vi, en, work) {
    try {
      await this.speech.step(vi, en, work);
      this.#passed += 1;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      this.#failed.push(en);
      this.speech.line(`    ${error.message}`);
    }
  }

  async #check(vi, en, script) {
    const scripts = JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8')).scripts;
    if (scripts[script] === undefined) return;
    await this.#counted(vi, en, async () => {
      const { code, stdout, stderr } = await npm(checkout, ['run', '--silent', script], { env: this.env, signal: this.signal });
      if (code !== 0)
        throw new SetupError(
          `npm run ${script}`,
          `ended with ${code}\n${`${stdout}${stderr}`.trimEnd().split('\n').slice(-40).join('\n')}`,
        );
    });
  }

  async #buildPortal() {
    if (hasPortal(checkout))
      await this.#counted('dựng trang web', 'portal build', () => ensurePortalBuild(checkout, { signal: this.signal }));
  }

  async #findMedia() {
    const { env, signal, tools } = this;
    const [ffmpeg, font] = [await ensureFfmpeg(tools, { env, signal }), await ensureFont(tools, { signal })];
    Object.assign(this.#told, {
      CUAO_FFMPEG: ffmpeg.command,
      CUAO_TEST_FFMPEG: ffmpeg.command,
      ...(font === null ? {} : { CUAO_TEST_FONT: font }),
    });
    return `${ffmpeg.version} (${ffmpeg.source})`;
  }

  async #findOpenssl() {
    const { version, source } = await ensureOpenssl({ env: this.env, signal: this.signal });
    return `${version} (${source})`;
  }

  async #findBrowser() {
    const chromium = await ensureChromium({ env: this.env, signal: this.signal });
    if (chromium === null) return 'không có Chromium, BỎ QUA kiểm thử trình duyệt · no Chromium found: browser tests are SKIPPED';
    this.#told.CUAO_TEST_CHROMIUM = chromium.command;
    return chromium.version;
  }

  async #findStore() {
    const { env, signal, tools } = this;
    const store = await ensureVersitygw(tools, { env, signal });
    if (store === null)
      return 'không có versitygw, không có Go để dựng, BỎ QUA kiểm thử kho S3 · neither versitygw nor a Go that builds it: tests of the S3 store are SKIPPED';
    this.#told.CUAO_TEST_VERSITYGW = store.command;
    return `versitygw ${store.version} (${store.source})`;
  }

  async #jest() {
    const env = { ...this.env, ...this.#told, ...this.neighbours.told() };
    const result = await runJest({ root: checkout, words: this.words, env, folder: this.#folder, signal: this.signal });
    this.#passed += result.passed;
    this.failedTests = result.failed;
    if (result.skipped > 0) this.speech.line(`  ${result.skipped} bỏ qua · skipped`);
    if (result.broken !== null) this.#failed.push(result.broken);
  }

  async end() {
    await this.neighbours.stop();
    if (existsSync(this.#folder)) rmSync(this.#folder, { recursive: true, force: true });
  }
}
