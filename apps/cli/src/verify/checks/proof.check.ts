import { Misused, onlyFile, parseWords, readInput, trustPolicy } from '../arguments.js';
import { fromHex } from '../codec.js';
import { hashLength } from '../merkle.js';
import { verifyProof } from '../proof.js';
import { proofRows } from '../rows.js';
import { failed, passed, type Check } from '../verdict.js';

/** A `.tlog-proof` file: leaf hash, inclusion, the log's signature, the witnesses of the policy. */
export const proof: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'leaf', 'leaf-hash', 'log']);
  const file = onlyFile(words, 'cuao verify proof FILE.tlog-proof [--leaf FILE | --leaf-hash HEX] [--policy FILE]');
  const policy = trustPolicy(words, words.options.get('log') ?? null, tell);
  const leafFile = words.options.get('leaf');
  const hashText = words.options.get('leaf-hash');
  const hash = hashText === undefined ? undefined : fromHex(hashText);
  if (hash !== undefined && hash?.length !== hashLength) throw new Misused('--leaf-hash takes 64 lower-case hex digits');
  const checked = await verifyProof(Buffer.from(readInput(file)).toString('utf8'), policy, {
    ...(leafFile === undefined ? {} : { bytes: withoutNewline(readInput(leafFile)) }),
    ...(hash === undefined || hash === null ? {} : { hash }),
  });
  if (typeof checked === 'string') return { verdict: failed(checked), json: words.json };
  return { verdict: passed(proofRows(checked)), json: words.json };
};

/** A leaf saved by an editor or a shell ends in a newline that was never hashed; canonical JSON never does. */
function withoutNewline(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
}
