import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sha256, verifyEd25519 } from '../../apps/cli/page/page-primitives.js';
import { makeExport, mlDsaPolicyText, policyText, repacked, unpacked } from '../conformance/export-maker.js';
import { findChromium, launchBrowser } from './browser.js';

// The page that an inspector saves and opens without any network, as a file.

const built = path.resolve(import.meta.dirname, '../../dist/verify/index.html');

describe("the page's own cryptography", () => {
  it('hashes as Node does, every length to 300 and larger ones', () => {
    for (const length of [...Array.from({ length: 300 }, (_, at) => at), 4_095, 65_537]) {
      const bytes = randomBytes(length);
      expect(Buffer.from(sha256(bytes)).equals(createHash('sha256').update(bytes).digest())).toBe(true);
    }
  });

  it('takes right signatures and no other', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const signature = sign(null, Buffer.from('text'), privateKey);
    expect(await verifyEd25519(key, Buffer.from('text'), signature)).toBe(true);
    expect(await verifyEd25519(key, Buffer.from('other'), signature)).toBe(false);
    signature[3] = (signature[3] ?? 0) ^ 1;
    expect(await verifyEd25519(key, Buffer.from('text'), signature)).toBe(false);
  });
});

const describeInBrowser = findChromium() === null ? describe.skip : describe;

describeInBrowser('the page that verifies dropped files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-page-'));
  const zip = makeExport(20, 5);
  let browser: Browser;
  let page: Page;
  let asked: string[] = [];
  let troubles: string[] = [];

  beforeAll(async () => {
    copyFileSync(built, path.join(folder, 'verify.html'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    [asked, troubles] = [[], []];
    const context = await browser.newContext({ offline: true, locale: 'vi-VN', viewport: { width: 1100, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(pathToFileURL(path.join(folder, 'verify.html')).href);
  });
  afterEach(async () => {
    await page.context().close();
    expect(asked.filter((url) => !url.endsWith('/verify.html'))).toEqual([]);
    expect(troubles).toEqual([]);
  });

  const drop = (...files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> =>
    page.setInputFiles(
      '#files',
      files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
    );
  const policyFile = { name: 'policy', bytes: Buffer.from(policyText) };
  const said = (): Promise<string> => page.locator('article').first().innerText();

  it('verifies a sealed export by the policy that was dropped with it', async () => {
    await drop(policyFile, { name: 'xuat.zip', bytes: zip });
    await page.locator('article.right').waitFor();
    const text = await said();
    expect(text).toContain('ĐÚNG · verified');
    expect(text).toContain('Theo chính sách bạn đã thả vào');
    expect(text).toContain('218/QĐ-TTTP-2026');
    expect(text).toContain('0–19');
    expect(text).toContain(createHash('sha256').update(zip).digest('hex'));
    await page.screenshot({ path: path.join(tmpdir(), 'cuao-verify-page.png'), fullPage: true });
  });

  it('verifies cosignatures by ML-DSA-44, which no browser knows, with what it carries in itself', async () => {
    const signed = makeExport(20, 5, {}, null, true);
    await drop({ name: 'policy-mldsa', bytes: Buffer.from(mlDsaPolicyText) }, { name: 'xuat.zip', bytes: signed });
    await page.locator('article.right').waitFor();
    expect(await said()).toContain('Theo chính sách bạn đã thả vào');
    // An export of the same log without them.
    await drop({ name: 'xuat-cu.zip', bytes: zip });
    await page.locator('article.wrong').waitFor();
    expect(await said()).toContain('too few witnesses');
  });

  it('says which policy it went by when none was dropped, and that this proves less', async () => {
    await drop({ name: 'xuat.zip', bytes: zip });
    await page.locator('article.right').waitFor();
    expect(await said()).toContain('nằm trong chính tệp này');
  });

  it('names the first bad index of one that was altered', async () => {
    const files = unpacked(zip);
    const name = 'entries/0000000000000003.json';
    files.set(name, Buffer.from((files.get(name) ?? Buffer.alloc(0)).toString('utf8').replace('01:00:03', '01:00:04')));
    await drop(policyFile, { name: 'xuat.zip', bytes: repacked(files) });
    await page.locator('article.wrong').waitFor();
    expect(await said()).toMatch(/SAI · not verified[\s\S]*index 3: its proof names another leaf hash/);
  });

  it('verifies a proof with its leaf, asks for the policy first, and is no friend of half a proof', async () => {
    const files = unpacked(zip);
    const proof = files.get('proofs/0000000000000003.tlog-proof') ?? Buffer.alloc(0);
    const leaf = { name: '3.json', bytes: files.get('entries/0000000000000003.json') ?? Buffer.alloc(0) };
    await drop({ name: '3.tlog-proof', bytes: proof });
    await page.locator('article').waitFor();
    expect(await said()).toContain('CHƯA KIỂM ĐƯỢC');
    await drop(policyFile, leaf);
    await page.locator('article.right').waitFor();
    expect(await said()).toContain('bản ghi · leaf');
    await drop({ name: 'nửa.tlog-proof', bytes: proof.subarray(0, proof.length >> 1) });
    await page.locator('article.wrong').first().waitFor();
  });

  it('runs under a policy that allows no other script, style, connection or form', () => {
    const html = readFileSync(built, 'utf8');
    const policy =
      /content="(default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none')"/.exec(html);
    expect(policy).not.toBeNull();
    expect(html.replaceAll(/<script>[\s\S]*<\/script>/g, '')).not.toMatch(/https?:|src=|<link|url\(/);
  });
});
