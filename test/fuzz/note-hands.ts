import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { checkpointText } from '../../libs/audit/src/note/checkpoint.js';
import { mlDsaKeyPair } from '../../libs/audit/src/note/ml-dsa.js';
import { cosignText, cosignTree, signText } from '../../libs/audit/src/note/signed-note.js';
import { mlDsaVerifierKey, noteKeyTypes, verifierKey, type VerifierKey } from '../../libs/audit/src/note/verifier-key.js';
import { parseWitnessPolicy, type WitnessPolicy } from '../../libs/audit/src/note/witness-policy.js';
import { emptyRoot } from '../../libs/audit/src/tree/hash.js';
import { damage, type Chance } from './mutate.js';

/** Who signs what the parsers of notes are given: a log, a witness with an Ed25519 key, another with ML-DSA-44. */
export interface NoteHands {
  readonly logKey: VerifierKey;
  readonly witnessKeys: readonly VerifierKey[];
  /** C2SP tlog-policy that knows all three. */
  readonly policyText: string;
  /** The log's own file of witnesses, good in three ways. */
  readonly witnessPolicies: readonly string[];
  readonly bothKeys: WitnessPolicy;
  readonly checkpoints: readonly string[];
  /** Each checkpoint with the log's signature, and one witness's, the other's or both. */
  readonly notes: readonly string[];
  /** A note damaged as text, with good signatures over a damaged text, or with signatures that were bent, cut, or put behind another key. */
  bentNote(chance: Chance): Buffer;
  /** A verifier key whose bytes are damaged and whose id fits them: what stands behind the id is reached. */
  bentKey(chance: Chance): Buffer;
}

export function noteHands(origin: string): NoteHands {
  const [logPrivate, witnessPrivate] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey];
  const logKey = verifierKey(origin, noteKeyTypes.ed25519, logPrivate);
  const first = verifierKey('witness.example/1', noteKeyTypes.cosignatureV1, witnessPrivate);
  const pair = mlDsaKeyPair(randomBytes(32));
  const second = mlDsaVerifierKey('witness.example/2', pair.publicKey);
  const url = 'http://127.0.0.1:1/';
  const witnessPolicies = [
    { witnesses: [{ name: 'w', vkey: first.text, url }], quorum: 1 },
    { witnesses: [{ name: 'w', vkey: first.text, mldsaVkey: second.text, url }], quorum: 1 },
    { witnesses: [{ name: 'w', vkey: second.text, url }], quorum: 0 },
  ].map((each) => JSON.stringify(each));
  const sign = (body: string, by: number): string => {
    const old = by === 1 ? '' : cosignText(body, first, witnessPrivate, 1_764_000_000);
    const fresh = by === 0 ? '' : (cosignTree(body, second, pair, 1_764_000_001) ?? '');
    return `${body}\n${signText(body, logKey, logPrivate)}${old}${fresh}`;
  };
  const checkpoints = [0, 3, 256, 9_007_199_254_740_991].map((size) => checkpointText({ origin, size, root: emptyRoot }));
  const notes = checkpoints.map((body, at) => sign(body, at % 3));
  return {
    logKey,
    witnessKeys: [first, second],
    policyText: `log ${logKey.text}\nwitness old ${first.text}\nwitness new ${second.text}\ngroup witnesses 1 old new\nquorum witnesses\n`,
    witnessPolicies,
    bothKeys: parseWitnessPolicy(witnessPolicies[1] ?? ''),
    checkpoints,
    notes,
    bentNote: (chance) => {
      const way = chance.below(3);
      const damaged = (texts: readonly string[]): Buffer =>
        damage(
          chance,
          Buffer.from(chance.pick(texts)),
          texts.map((text) => Buffer.from(text)),
        );
      if (way === 0) return damaged(notes);
      return Buffer.from(
        way === 1 ? sign(damaged(checkpoints).toString('utf8'), chance.below(3)) : withBentLine(chance, chance.pick(notes), notes),
      );
    },
    bentKey: (chance) => {
      const raw = chance.below(2) === 0 ? pair.publicKey : Buffer.alloc(32, 1);
      const cut = raw.subarray(chance.below(4) === 0 ? 1 : 0);
      const typed = Buffer.concat([Buffer.of(chance.below(8)), cut, Buffer.alloc(chance.below(4) === 0 ? 1 : 0)]);
      const name = chance.pick(['a', 'witness.example/1', 'x'.repeat(255), 'x'.repeat(256), `${'x'.repeat(253)}ẫ`, '\u0085', '🚦']);
      const id = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8);
      return Buffer.from(`${name}+${id}+${typed.toString('base64')}`);
    },
  };
}

/** One signature of the note is another one: a bit turned in id, time or signature, a byte less or more, or what stands behind another key's id. */
function withBentLine(chance: Chance, note: string, others: readonly string[]): string {
  const linesOf = (of: string): string[] => of.split('\n').filter((line) => line.startsWith('\u2014 '));
  const line = chance.pick(linesOf(note));
  const [, name = '', encoded = ''] = line.split(' ');
  const bytes = Buffer.from(encoded, 'base64');
  const other = Buffer.from(chance.pick(linesOf(chance.pick(others))).split(' ')[2] ?? '', 'base64');
  const bent = Buffer.from(bytes);
  const bit = chance.below(8 * (chance.below(2) === 0 ? 12 : bytes.length));
  bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  const ways = [
    bent,
    bytes.subarray(0, -1),
    Buffer.concat([bytes, Buffer.alloc(1)]),
    Buffer.concat([bytes.subarray(0, 4), other.subarray(4)]),
  ];
  return note.replace(line, `\u2014 ${name} ${chance.pick(ways).toString('base64')}`);
}
