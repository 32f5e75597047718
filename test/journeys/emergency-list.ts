import { createHash, createPrivateKey, createPublicKey, sign, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emergencyBytes, emergencyText, type SignedEmergencyList } from '#libs/regulation';

/** A list that holds from now for an hour more than its number, signed with the demo city's public keys. */
export function emergencyList(sequence: number, people: readonly string[], by: readonly string[]): SignedEmergencyList {
  const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  const text = emergencyText({
    v: 1,
    type: 'cuao/emergency-list',
    sequence,
    notBefore: inHours(-1),
    notAfter: inHours(sequence),
    reason: 'máy của cán bộ bị chiếm quyền',
    people: [...people],
    cameras: [],
    roles: [],
  });
  return { text, signatures: by.map((signer) => signatureOf(signer, emergencyBytes(text))) };
}

function signatureOf(signer: string, bytes: Uint8Array): SignedEmergencyList['signatures'][number] {
  const { demoKeys } = JSON.parse(readFileSync(path.resolve('policies/demo-keys/keys.json'), 'utf8')) as {
    demoKeys: Record<string, JsonWebKey>;
  };
  const key = createPrivateKey({ key: demoKeys[signer] ?? {}, format: 'jwk' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return { signer, keyId, signature: sign(null, bytes, key).toString('base64') };
}
