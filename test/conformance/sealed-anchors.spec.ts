import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verifyExport } from '../../apps/cli/src/verify/export.js';
import { judgeTimeStamp, readAuthorities } from '../../apps/cli/src/verify/time-stamp-trust.js';
import { TimeAuthority } from '../support/time-authority.js';
import { buildGoVerifier } from '../fuzz/fuzzer.js';
import { goFound, policy } from './export-judges.js';
import { makeExport, policyText, repacked, restate, unpacked, type ExportFiles } from './export-maker.js';

// Sealed exports with anchors: the last stamp before the entries, the first after, before both verifiers.

describe('a sealed export with anchors', () => {
  let authority: TimeAuthority;
  let other: TimeAuthority;
  let whole: Buffer;
  let go: string | null = null;
  beforeAll(() => {
    [authority, other] = [new TimeAuthority({ isWide: true }), new TimeAuthority()];
    // Half a minute after the first entry of this log.
    whole = makeExport(20, 5, {}, (checkpoint) => authority.stampAt(checkpoint, '20261127010030Z'));
    go = goFound ? buildGoVerifier(path.resolve(import.meta.dirname, '../verifier'), authority.folder) : null;
    writeFileSync(path.join(authority.folder, 'policy'), policyText);
  });
  afterAll(() => {
    authority.remove();
    other.remove();
  });

  async function judged(zip: Buffer, pemFile: string | null = authority.signer): Promise<string | null> {
    const authorities = pemFile === null ? null : (readAuthorities(readFileSync(pemFile, 'utf8')) ?? []);
    const report = await verifyExport(
      zip,
      policy,
      authorities === null ? null : (reply, stamped) => judgeTimeStamp(reply, stamped, authorities),
    );
    const mine = 'what' in report ? `${report.index ?? ''}: ${report.what}` : null;
    if (go !== null) {
      const file = path.join(authority.folder, 'export.zip');
      writeFileSync(file, zip);
      const trust = pemFile === null ? [] : ['--tsa', pemFile];
      const said = spawnSync(go, ['export', file, '--policy', path.join(authority.folder, 'policy'), ...trust], { encoding: 'utf8' });
      const { verified, index } = JSON.parse(said.stdout) as { verified: boolean; index?: number };
      expect([verified, index ?? null]).toEqual([mine === null, 'what' in report ? report.index : null]);
    }
    return mine;
  }
  const harmed = (harm: (files: ExportFiles) => void): Buffer => {
    const files = unpacked(whole);
    harm(files);
    return repacked(files);
  };
  const name = (size: number, part: string): string => `anchors/${String(size).padStart(16, '0')}.${part}`;

  it('is verified, with and without somebody who is trusted for time', async () => {
    expect(await judged(whole)).toBeNull();
    expect(await judged(whole, null)).toBeNull();
    const files = unpacked(whole);
    expect([...files.keys()].filter((each) => each.startsWith('anchors/')).length).toBe(6);
    expect(files.get('manifest.json')?.toString()).toContain('"format":"cuao-export/v2"');
    expect(files.get('README.md')?.toString()).toContain('openssl ts -verify');
  });

  it('is refused under an authority that did not stamp it', async () => {
    expect(await judged(whole, other.issuer)).toContain('nobody whom you trust');
  });

  it.each<readonly [string, string, (files: ExportFiles) => void]>([
    [
      'a stamp of another checkpoint',
      'stamps something else',
      (files) => void files.set(name(2, 'tsr'), files.get(name(25, 'tsr')) as Buffer),
    ],
    [
      'a checkpoint that the log did not sign',
      'false signature',
      (files) => void files.set(name(2, 'checkpoint'), bent(files.get(name(2, 'checkpoint')) as Buffer)),
    ],
    ['the checkpoint of another size', 'another one', (files) => void files.set(name(2, 'checkpoint'), files.get('checkpoint') as Buffer)],
    ['no proof that it is continued', 'does not continue', (files) => void files.set(name(2, 'consistency'), Buffer.alloc(0))],
    ['half an anchor', 'belongs to nothing', (files) => void files.delete(name(2, 'consistency'))],
    [
      'anchors that version 1 does not know',
      'belongs to nothing',
      (files) => restate(files, (statement) => void (statement['format'] = 'cuao-export/v1')),
    ],
    [
      'version 2 without anchors',
      'no anchor is here',
      (files) => [...files.keys()].filter((each) => each.startsWith('anchors/')).forEach((each) => files.delete(each)),
    ],
  ])('is refused with %s', async (_, words, harm) => {
    expect(await judged(harmed(harm))).toContain(words);
  });

  it('is refused when an entry under a stamp says that it is later', async () => {
    const early = makeExport(20, 5, {}, (checkpoint) => authority.stampAt(checkpoint, '20261127005000Z'));
    expect(await judged(early)).toMatch(/^0: its time lies after the time stamp/);
  });
});

const bent = (note: Buffer): Buffer => Buffer.from(note.toString('utf8').replace(/\n2\n/, '\n3\n'));
