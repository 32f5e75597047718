import { createHash, createPrivateKey, sign } from 'node:crypto';
import { decodeDer, derTags, encodeDer, oidOf, type DerNode } from '../../libs/audit/src/anchor/der.js';
import type { Chance } from './mutate.js';

/** A tree that can be changed and written again with right lengths. */
export interface Bendable {
  tag: number;
  content: Buffer | Bendable[];
}

export function bendable({ tag, content, parts }: DerNode): Bendable {
  return { tag, content: (tag & 0x20) === 0 ? content : parts.map(bendable) };
}

export function written({ tag, content }: Bendable): Buffer {
  return encodeDer(tag, ...(Buffer.isBuffer(content) ? [content] : content.map(written)));
}

export function treeOf(bytes: Buffer): Bendable {
  const node = decodeDer(bytes);
  if (node === null) throw new Error('no DER');
  return bendable(node);
}

/** The part at this path. */
export function at(tree: Bendable, ...path: readonly number[]): Bendable {
  const [first, ...rest] = path;
  if (first === undefined) return tree;
  const part = Buffer.isBuffer(tree.content) ? undefined : tree.content[first];
  if (part === undefined) throw new Error(`no part ${first}`);
  return at(part, ...rest);
}

/** Paths of a reply: its signed data, the time stamp's OCTET STRING, the signer. */
export const signedData = [1, 1, 0] as const;
export const infoPath = [...signedData, 2, 1, 0] as const;
const signerPath = [...signedData, -1] as const;

export function signerOf(reply: Bendable): Bendable {
  const { content } = at(reply, ...signedData);
  const set = Buffer.isBuffer(content) ? undefined : content.at(-1);
  if (set === undefined) throw new Error(`no signer at ${signerPath.join()}`);
  return at(set, 0);
}

/** Puts digest and signature right again, so that what stands behind them is reached. Does nothing to a reply that has lost its shape. */
export function signAgain(reply: Bendable, keyPem: string): void {
  const signer = signerOf(reply);
  const attributes = at(signer, 3);
  const info = at(reply, ...infoPath).content;
  if (!Buffer.isBuffer(info) || Buffer.isBuffer(attributes.content)) return;
  const named = attributes.content.find((each) => {
    const node = decodeDer(written(each));
    return node?.parts[0]?.tag === derTags.oid && oidOf(node.parts[0]) === '1.2.840.113549.1.9.4';
  });
  if (named !== undefined) at(named, 1, 0).content = createHash('sha256').update(info).digest();
  const toSign = written({ tag: derTags.set, content: attributes.content });
  at(signer, 5).content = sign('sha256', toSign, createPrivateKey(keyPem));
}

/** One place of the reply bent, or of the time stamp within it; half of them signed again. */
export function bendReply(chance: Chance, bytes: Buffer, keyPem: string): Buffer {
  const reply = treeOf(bytes);
  try {
    if (chance.below(2) === 0) {
      const octets = at(reply, ...infoPath);
      const info = treeOf(octets.content as Buffer);
      bendSomewhere(chance, info);
      octets.content = written(info);
    } else {
      bendSomewhere(chance, reply);
    }
    if (chance.below(4) > 0) signAgain(reply, keyPem);
  } catch {
    // It has lost the shape in which it could be signed: an input all the same.
  }
  return written(reply);
}

function bendSomewhere(chance: Chance, tree: Bendable): void {
  const all: Bendable[] = [];
  const walk = (each: Bendable): void => {
    all.push(each);
    if (!Buffer.isBuffer(each.content)) each.content.forEach(walk);
  };
  walk(tree);
  const one = chance.pick(all);
  if (Buffer.isBuffer(one.content)) {
    const { content } = one;
    const place = chance.below(Math.max(1, content.length));
    const kind = chance.below(4);
    if (kind === 0) one.tag = chance.pick([1, 2, 3, 4, 5, 6, 12, 16, 23, 24, 128, 129, 130]);
    else if (kind === 1)
      one.content = Buffer.concat([content.subarray(0, place), Buffer.from([chance.below(256)]), content.subarray(place)]);
    else if (kind === 2) one.content = Buffer.concat([content.subarray(0, place), content.subarray(place + 1)]);
    else one.content = Buffer.from(content.map((byte, index) => (index === place ? byte ^ (1 << chance.below(8)) : byte)));
    return;
  }
  const { content } = one;
  const place = chance.below(Math.max(1, content.length));
  const part = content[place];
  const kind = chance.below(5);
  if (kind === 0) one.tag = chance.pick([0x30, 0x31, 0xa0, 0xa1, 0xa2, 0xa3, 0x24]);
  else if (kind === 1) content.splice(place, 1);
  else if (kind === 2 && part !== undefined) content.splice(place, 0, part);
  else if (kind === 3 && part !== undefined) content.push(...content.splice(place, 1));
  else content.splice(place, 0, treeOf(chance.pick(strangers)));
}

/** What somebody might put in between. */
const strangers = [
  encodeDer(derTags.null),
  encodeDer(derTags.boolean, Buffer.from([0xff])),
  encodeDer(derTags.boolean, Buffer.from([0x00])),
  encodeDer(derTags.integer, Buffer.from([1])),
  encodeDer(derTags.sequence),
  encodeDer(derTags.octets, Buffer.from('x')),
  encodeDer(0xa0, encodeDer(derTags.integer, Buffer.from([2]))),
  encodeDer(0xa1, encodeDer(derTags.sequence, encodeDer(derTags.oid, Buffer.from([0x2a, 3])), encodeDer(derTags.octets))),
  encodeDer(
    0xa1,
    encodeDer(
      derTags.sequence,
      encodeDer(derTags.oid, Buffer.from([0x2a, 3])),
      encodeDer(derTags.boolean, Buffer.from([0xff])),
      encodeDer(derTags.octets),
    ),
  ),
];
