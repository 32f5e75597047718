import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyExport } from '../../apps/cli/src/verify/export.js';
import { parseTrustPolicy, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { policyText } from './export-maker.js';

// The house's verifier of exports and the one in Go, each by its own means.

const sources = path.resolve(import.meta.dirname, '../verifier');
export const goFound = spawnSync('go', ['version']).status === 0;
export const policy = parseTrustPolicy(policyText) as TrustPolicy;

export interface Judgement {
  readonly verified: boolean;
  readonly index: number | null;
  readonly because?: string;
}

/** @param by whom it is judged */
export async function ours(zip: Uint8Array, by = policy): Promise<Judgement> {
  const judged = await verifyExport(zip, by);
  return 'what' in judged ? { verified: false, index: judged.index, because: judged.what } : { verified: true, index: null };
}

/** The verifier in Go, built for one spec file. */
export class OtherVerifier {
  private readonly work = mkdtempSync(path.join(tmpdir(), 'cuao-export-'));
  private readonly binary = path.join(this.work, 'verifier');
  private readonly policyFile = path.join(this.work, 'policy');

  build(): void {
    const env = { ...process.env, CGO_ENABLED: '0' };
    const built = spawnSync('go', ['build', '-o', this.binary, '.'], { cwd: sources, encoding: 'utf8', env });
    if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
  }

  judge(zips: readonly Uint8Array[], by = policyText): Judgement[] {
    writeFileSync(this.policyFile, by);
    const files = zips.map((zip, at) => this.written(zip, `${at}.zip`));
    const said = spawnSync(this.binary, ['export', ...files, '--policy', this.policyFile], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    const judged = said.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { verified: boolean; index?: number; because?: string });
    if (said.status !== (judged.every(({ verified }) => verified) ? 0 : 6)) throw new Error(`exit code ${said.status}: ${said.stderr}`);
    return judged.map(({ verified, index, because }) => ({
      verified,
      index: index ?? null,
      ...(because === undefined ? {} : { because }),
    }));
  }

  /** Every single bit changed in turn. */
  flips(zip: Uint8Array): { readonly status: number | null; readonly said: unknown } {
    const { status, stdout } = spawnSync(this.binary, ['flips', this.written(zip, 'flips.zip')], { encoding: 'utf8' });
    return { status, said: JSON.parse(stdout) };
  }

  close(): void {
    rmSync(this.work, { recursive: true, force: true });
  }

  private written(zip: Uint8Array, name: string): string {
    const file = path.join(this.work, name);
    writeFileSync(file, zip);
    return file;
  }
}
