import { isSame, toUtf8 } from './codec.js';
import { checkSignatures, parseCheckpoint, parseNote, parseVerifierKey, type Checkpoint, type VerifierKey } from './note.js';

interface Group {
  readonly needed: number;
  readonly members: readonly string[];
}

/** C2SP tlog-policy: which logs are believed, and which witnesses must have seen a checkpoint. */
export interface TrustPolicy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, Group>;
  /** `none`, or the name of a witness or group. */
  readonly quorum: string;
}

/** The policy, or what is wrong and in which line. */
export function parseTrustPolicy(text: string): TrustPolicy | string {
  const logs: VerifierKey[] = [];
  const witnesses = new Map<string, VerifierKey>();
  const groups = new Map<string, Group>();
  const used = new Set<string>();
  let quorum: string | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    const [kind, ...rest] = words;
    if (kind === undefined || kind.startsWith('#')) continue;
    const wrong = (what: string): string => `line ${at + 1}: ${what}`;
    const isDefined = (name: string): boolean => witnesses.has(name) || groups.has(name);
    if (kind === 'log') {
      const key = parseVerifierKey(rest[0] ?? '');
      if (key?.type !== 1 || rest.length > 2) return wrong('no Ed25519 key of a log');
      if (logs.some((each) => isSame(each.publicKey, key.publicKey))) return wrong('the same log twice');
      logs.push(key);
    } else if (kind === 'witness') {
      const [name = '', vkey = ''] = rest;
      const key = parseVerifierKey(vkey);
      if (key === null || key.type === 1 || rest.length > 3) return wrong('no key of a witness (Ed25519 0x04, ML-DSA-44 0x06)');
      if (name === 'none' || isDefined(name)) return wrong(`the name ${name} is taken`);
      if ([...witnesses.values()].some((each) => isSame(each.publicKey, key.publicKey))) return wrong('the same witness twice');
      witnesses.set(name, key);
    } else if (kind === 'group') {
      const [name = '', count = '', ...members] = rest;
      const needed = count === 'all' ? members.length : count === 'any' ? 1 : /^[1-9][0-9]*$/.test(count) ? Number(count) : 0;
      if (name === '' || name === 'none' || isDefined(name)) return wrong(`the name ${name} is taken`);
      if (members.length === 0 || needed < 1 || needed > members.length) return wrong('the group can never be reached, or always is');
      for (const member of members) {
        if (!isDefined(member)) return wrong(`${member} is not defined above`);
        if (used.has(member)) return wrong(`${member} is in two groups`);
        used.add(member);
      }
      groups.set(name, { needed, members });
    } else if (kind === 'quorum') {
      const [name = ''] = rest;
      if (quorum !== null || rest.length !== 1) return wrong('one quorum line with one name');
      if (name !== 'none' && !isDefined(name)) return wrong(`${name} is not defined above`);
      quorum = name;
    } else {
      return wrong(`unknown word ${kind}`);
    }
  }
  if (logs.length === 0) return 'no log line: nothing could be believed';
  return quorum === null ? 'the quorum line is missing' : { logs, witnesses, groups, quorum };
}

export interface TrustedCheckpoint extends Checkpoint {
  readonly log: VerifierKey;
  /** Witnesses of the policy that cosigned, with the time that each stated. */
  readonly seen: readonly { readonly name: string; readonly seconds: number }[];
  readonly hasQuorum: boolean;
}

/** The checkpoint in a note, when a log of the policy signed it; else why not. Whether the quorum is reached is told apart. */
export async function openTrusted(bytes: Uint8Array | string, policy: TrustPolicy): Promise<TrustedCheckpoint | string> {
  const note = parseNote(typeof bytes === 'string' ? toUtf8(bytes) : bytes);
  if (typeof note === 'string') return `the checkpoint ${note}`;
  const checkpoint = parseCheckpoint(note.text);
  if (typeof checkpoint === 'string') return `the note ${checkpoint}`;
  const checked = await checkSignatures(note, [...policy.logs, ...policy.witnesses.values()]);
  if (typeof checked === 'string') return `the checkpoint ${checked}`;
  const log = checked.find(({ key }) => key.type === 1 && key.name === checkpoint.origin)?.key;
  if (log === undefined) return `no trusted log signed the checkpoint of ${checkpoint.origin}`;
  const names = new Set([...policy.witnesses].filter(([, key]) => checked.some((each) => each.key === key)).map(([name]) => name));
  return {
    ...checkpoint,
    log,
    seen: checked.flatMap(({ key, seconds }) => (seconds === null ? [] : [{ name: key.name, seconds }])),
    hasQuorum: policy.quorum === 'none' || isReached(policy.quorum, policy, names),
  };
}

function isReached(name: string, policy: TrustPolicy, seen: ReadonlySet<string>): boolean {
  const group = policy.groups.get(name);
  if (group === undefined) return seen.has(name);
  return group.members.filter((member) => isReached(member, policy, seen)).length >= group.needed;
}
