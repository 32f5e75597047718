import { createHash, createPrivateKey, createPublicKey, sign, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBundleFiles, sha256Hex, type BundledFile, type BundleFiles } from '#libs/regulation';

interface Data {
  tables: { compatible: Record<string, Record<string, boolean>>; rules: Record<string, object> } & Record<string, Record<string, object>>;
}

/** The committed bundle with another table and the next sequence, signed by the demo city's public keys. */
export async function changedBundle(change: (tables: Data['tables']) => void, sequence: number): Promise<BundleFiles> {
  const files = await readBundleFiles(path.resolve('policies/bundle'));
  const data = JSON.parse(Buffer.from(files['data.json']).toString('utf8')) as Data;
  change(data.tables);
  return signedBundle({ 'data.json': Buffer.from(JSON.stringify(data)) }, sequence);
}

/** The committed bundle with other files and another sequence, signed by the demo city's public keys. */
export async function signedBundle(changed: Partial<Record<BundledFile, Buffer>>, sequence: number): Promise<BundleFiles> {
  const files = { ...(await readBundleFiles(path.resolve('policies/bundle'))), ...changed };
  const hashes = Object.fromEntries(Object.entries(changed).map(([name, bytes]) => [name, sha256Hex(bytes)]));
  const manifest = JSON.parse(Buffer.from(files.manifest).toString('utf8')) as { files: Record<string, string> } & Record<string, unknown>;
  const next = {
    ...manifest,
    revision: `${sequence}-changed`,
    sequence,
    files: { ...manifest.files, ...hashes },
  };
  const manifestBytes = Buffer.from(`${JSON.stringify(next, null, 1)}\n`);
  const signatures = ['CATP', 'SO_KHCN'].map((signer) => signedBy(signer, manifestBytes));
  return {
    ...files,
    manifest: manifestBytes,
    signatures: Buffer.from(JSON.stringify({ signatures })),
  };
}

/** Purposes that did not fit now do: access widens. */
export function widened(tables: Data['tables']): void {
  tables.compatible['TRAT_TU_DO_THI'] = { ...tables.compatible['TRAT_TU_DO_THI'], HA_TANG: true };
}

export const sha256Of = (files: BundleFiles): string => sha256Hex(files.manifest);

function signedBy(signer: string, bytes: Buffer): object {
  const { demoKeys } = JSON.parse(readFileSync(path.resolve('policies/demo-keys/keys.json'), 'utf8')) as {
    demoKeys: Record<string, JsonWebKey>;
  };
  const key = createPrivateKey({ key: demoKeys[signer] ?? {}, format: 'jwk' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return { signer, keyId, alg: 'Ed25519', signature: sign(null, bytes, key).toString('base64') };
}
