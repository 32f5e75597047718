import { generateKeyPairSync } from 'node:crypto';
import { emptyRoot } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';
import { checkpointText, parseCheckpointText } from './checkpoint.js';
import { formatHeadRequest, parseHeadRequest } from './head-request.js';
import { formatLogProof, parseLogProof } from './log-proof.js';
import { openCheckpoint } from './opened-checkpoint.js';
import { cosignText, parseNote, signText, verifySignatures } from './signed-note.js';
import { noteKeyTypes, parseVerifierKey, verifierKey } from './verifier-key.js';
import { parseWitnessPolicy, trustPolicyText } from './witness-policy.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const origin = 'audit.example/log/1';
const logPrivate = generateKeyPairSync('ed25519').privateKey;
const logKey = verifierKey(origin, noteKeyTypes.ed25519, logPrivate);
const witnessPrivate = generateKeyPairSync('ed25519').privateKey;
const witnessKey = verifierKey('witness.example', noteKeyTypes.cosignatureV1, witnessPrivate);
const text = checkpointText({ origin, size: 3, root: emptyRoot });
const signed = `${text}\n${signText(text, logKey, logPrivate)}`;

/** From the documentation of Go's golang.org/x/mod/sumdb/note (public facts). */
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterNote =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
  + '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

describe('signed notes', () => {
  it('verify the public example', () => {
    const key = parseVerifierKey(peter);
    const note = parseNote(bytes(peterNote));
    expect(key?.text).toBe(peter);
    expect(note === null || key === null ? null : verifySignatures(note, [key])?.map((each) => each.key.name)).toEqual(['PeterNeumann']);
  });

  it('are condemned by a false signature of a known key, and ignore unknown keys', () => {
    const key = parseVerifierKey(peter);
    const bent = parseNote(bytes(peterNote.replace('answer', 'anwser')));
    if (key === null || bent === null) throw new Error('not read');
    expect(verifySignatures(bent, [key])).toBeNull();
    expect(verifySignatures(bent, [logKey])).toEqual([]);
  });

  it.each([
    ['no final newline', signed.slice(0, -1)],
    ['no blank line', signed.replace('\n\n', '\n')],
    ['no signature', `${text}\n`],
    ['a control character', signed.replace('3\n', '3\u0007\n')],
    ['a carriage return', signed.replace('3\n', '3\r\n')],
    ['a hyphen for the dash', signed.replace('—', '-')],
    ['two spaces', signed.replace('— ', '—  ')],
    ['base64 without padding', signed.replace(/=\n$/, '\n')],
    ['base64 with white space', signed.replace(/=\n$/, ' =\n')],
    ['base64 with spare bits', signed.replace(/[A-Za-z0-9+/]=\n$/, (end) => `${end.startsWith('A') ? 'B' : nextLetter(end[0])}=\n`)],
    ['seventeen signatures', text + '\n' + signText(text, logKey, logPrivate).repeat(17)],
    ['a name with a plus sign', signed.replace(`— ${origin}`, '— a+b')],
  ])('are refused with %s', (_, note) => {
    expect(parseNote(bytes(note))).toBeNull();
  });

  it('take sixteen signatures, count a key once, and refuse bytes that are not UTF-8', () => {
    const many = parseNote(bytes(`${text}\n${signText(text, logKey, logPrivate).repeat(16)}`));
    expect(many === null ? null : verifySignatures(many, [logKey])).toHaveLength(1);
    expect(parseNote(Buffer.concat([Buffer.from([0xff]), bytes(signed)]))).toBeNull();
  });
});

describe('verifier keys', () => {
  it('are refused when name, id and key do not belong together', () => {
    expect(parseVerifierKey(logKey.text)?.keyId.equals(logKey.keyId)).toBe(true);
    expect(parseVerifierKey(logKey.text.replace(origin, 'audit.example/log/2'))).toBeNull();
    expect(parseVerifierKey(logKey.text.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
    expect(parseVerifierKey(`${logKey.text}=`)).toBeNull();
    expect(parseVerifierKey(logKey.text.slice(0, -4))).toBeNull();
    expect(parseVerifierKey('')).toBeNull();
  });
});

describe('checkpoints', () => {
  it('are opened by the key of their origin', () => {
    const opened = openCheckpoint(bytes(signed), logKey);
    expect(opened).toMatchObject({ origin, size: 3 });
    expect(openCheckpoint(bytes(signed), witnessKey)).toBeNull();
  });

  it('carry cosignatures with their time', () => {
    const cosigned = signed + cosignText(text, witnessKey, witnessPrivate, 1_679_315_147);
    expect(openCheckpoint(bytes(cosigned), logKey, [witnessKey])?.signatures.map(({ key, time }) => [key.name, time])).toEqual([
      [origin, null],
      ['witness.example', 1_679_315_147],
    ]);
    const bent = parseNote(bytes(cosigned));
    const stamp = bent?.signatures[1]?.bytes;
    stamp?.writeBigUInt64BE(1_679_315_148n);
    expect(bent === null ? [] : verifySignatures(bent, [witnessKey])).toBeNull();
  });

  it.each([
    ['a leading zero', `${origin}\n03\n${emptyRoot.toString('base64')}\n`],
    ['a sign', `${origin}\n+3\n${emptyRoot.toString('base64')}\n`],
    ['a size past 2^53', `${origin}\n9007199254740993\n${emptyRoot.toString('base64')}\n`],
    ['a short root', `${origin}\n3\nAAAA\n`],
    ['an empty origin', `\n3\n${emptyRoot.toString('base64')}\n`],
    ['two lines only', `${origin}\n3\n`],
    ['an empty extension line', `${text}\nx\n`],
  ])('are refused with %s', (_, wrong) => {
    expect(parseCheckpointText(wrong)).toBeNull();
  });
});

describe('proof files', () => {
  const proof = { index: 7, hashes: [emptyRoot, emptyRoot], checkpoint: signed, leafHash: emptyRoot };
  const file = formatLogProof(proof);

  it('are read back', () => {
    expect(parseLogProof(file)).toEqual(proof);
    expect(parseLogProof(formatLogProof({ index: 0, hashes: [], checkpoint: signed }))).toEqual({
      index: 0,
      hashes: [],
      checkpoint: signed,
    });
  });

  it.each([
    ['another version', file.replace('@v1', '@v2')],
    ['a leading zero', file.replace('index 7', 'index 07')],
    ['no index', file.replace('index 7\n', '')],
    ['a hash of 31 bytes', formatLogProof({ ...proof, hashes: [emptyRoot.subarray(1)] })],
    ['an indented line', file.replace('index', ' index')],
    ['extra data that is no base64', file.replace(/extra .*/, 'extra ???')],
    ['64 hashes', formatLogProof({ ...proof, hashes: Array.from({ length: 64 }, () => emptyRoot) })],
  ])('are refused with %s', (_, wrong) => {
    expect(parseLogProof(wrong)).toBeNull();
  });
});

describe('requests to witnesses', () => {
  it('are read back', () => {
    const request = parseHeadRequest(bytes(formatHeadRequest(5, [emptyRoot], signed)));
    expect(request?.oldSize).toBe(5);
    expect(request?.proof).toHaveLength(1);
    expect(request?.note.toString('utf8')).toBe(signed);
  });

  it.each([
    ['a leading zero', `old 05\n\n${signed}`],
    ['no old line', `\n\n${signed}`],
    ['a surplus word', `old 5 6\n\n${signed}`],
    ['a malformed hash', `old 5\nAAAA\n\n${signed}`],
    [
      '64 hashes',
      formatHeadRequest(
        5,
        Array.from({ length: 64 }, () => emptyRoot),
        signed,
      ),
    ],
    ['no empty line', 'old 5\n'],
  ])('are refused with %s', (_, body) => {
    expect(parseHeadRequest(bytes(body))).toBeNull();
  });
});

describe('the witness policy', () => {
  const policy = { witnesses: [{ name: 'w', vkey: witnessKey.text, url: 'http://127.0.0.1:1/witness/' }], quorum: 1 };

  it('is told to outsiders as C2SP tlog-policy', () => {
    const parsed = parseWitnessPolicy(JSON.stringify(policy));
    expect(parsed.witnesses[0]?.url).toBe('http://127.0.0.1:1/witness');
    expect(trustPolicyText(logKey, parsed)).toBe(
      `log ${logKey.text}\nwitness w1 ${witnessKey.text}\ngroup witnesses 1 w1\nquorum witnesses\n`,
    );
    expect(trustPolicyText(logKey, { ...parsed, quorum: 0 })).toContain('quorum none');
  });

  it('is refused with a quorum that cannot be reached, a log key for a witness, or no address', () => {
    expect(() => parseWitnessPolicy(JSON.stringify({ ...policy, quorum: 2 }))).toThrow(RangeError);
    expect(() => parseWitnessPolicy(JSON.stringify({ ...policy, witnesses: [{ ...policy.witnesses[0], vkey: logKey.text }] }))).toThrow(
      RangeError,
    );
    expect(() => parseWitnessPolicy(JSON.stringify({ ...policy, witnesses: [{ ...policy.witnesses[0], url: 'here' }] }))).toThrow(
      RangeError,
    );
    expect(() => parseWitnessPolicy('{}')).toThrow(RangeError);
  });
});

describe('numbers and base64', () => {
  it('have one spelling', () => {
    expect([decodeDecimal('0'), decodeDecimal('10'), decodeDecimal('9007199254740991')]).toEqual([0, 10, Number.MAX_SAFE_INTEGER]);
    for (const wrong of ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '9007199254740992', '99999999999999999'])
      expect(decodeDecimal(wrong)).toBeNull();
    expect(decodeBase64('AA==')?.length).toBe(1);
    for (const wrong of ['AB==', 'A===', 'AA', 'AA=', 'A A=', 'AA==\n', 'AA-_', '====']) expect(decodeBase64(wrong)).toBeNull();
  });
});

function nextLetter(letter: string | undefined): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return alphabet[alphabet.indexOf(letter ?? 'A') ^ 1] ?? 'B';
}
