import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId, newIdV7 } from '#libs/kernel';
import { payloadText, readPayload, type DecisionPayload } from './decision-payload.js';
import { DecisionSigner, openDecisionSigner } from './decision-signer.js';

const payload: DecisionPayload = {
  v: 1,
  type: 'cuao/decision',
  id: newId('dcn'),
  kind: 'CONSENT',
  verdict: 'CONSENT',
  request: newId('req'),
  version: 1,
  digest: 'ab'.repeat(32),
  person: { id: newId('per'), name: 'Lê Minh Thu', title: 'Phó Chủ tịch UBND phường' },
  organisation: { id: newId('org'), code: 'ubnd-hoan-kiem', kind: 'UBND_PHUONG', name: 'UBND phường Hoàn Kiếm' },
  role: 'owner',
  session: newId('ses'),
  at: '2026-11-24T02:00:00.000Z',
  decision: newIdV7('dec', 1_000),
  note: null,
};

describe('signed decisions', () => {
  const signer = new DecisionSigner(generateKeyPairSync('ed25519').privateKey);

  it('verify over the very text, by the same key, and over nothing else', () => {
    const text = payloadText(payload);
    const signature = signer.sign(text);
    expect(signature.bytes).toHaveLength(64);
    expect(signer.verify(text, signature)).toBe(true);
    expect(signer.verify(payloadText({ ...payload, verdict: 'DECLINE' }), signature)).toBe(false);
    expect(signer.verify(payloadText({ ...payload, digest: 'cd'.repeat(32) }), signature)).toBe(false);
    const other = new DecisionSigner(generateKeyPairSync('ed25519').privateKey);
    expect(other.verify(text, signature)).toBe(false);
  });
  it('have one text, whatever the order in which fields were written', () => {
    const { note, ...rest } = payload;
    expect(payloadText({ note, ...rest })).toBe(payloadText(payload));
    expect(readPayload(payloadText(payload))).toEqual(payload);
  });
  it('refuse a verdict of another kind', () => {
    expect(() => payloadText({ ...payload, verdict: 'APPROVE' })).toThrow('no verdict');
  });
  it('use one key for all that start together, readable by the owner only', async () => {
    const stateDir = await mkdtemp(path.join(tmpdir(), 'cuao-decision-'));
    try {
      const signers = await Promise.all([1, 2, 3].map(() => openDecisionSigner(stateDir)));
      expect(new Set(signers.map((one) => one.keyId)).size).toBe(1);
      expect((await stat(path.join(stateDir, 'keys/decision.key'))).mode & 0o777).toBe(0o600);
      expect(await readFile(path.join(stateDir, 'keys/decision.pub'), 'utf8')).toBe(signers[0]?.publicPem());
    } finally {
      await rm(stateDir, { recursive: true });
    }
  });
});
