import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { readLeaf } from '../entry/leaf.js';
import type { TileStore } from '../store/tile-store.js';

const type = 'log.trust';

/**
 * Writes whom the log tells outsiders to trust (its key, its witnesses, how many of them must cosign; C2SP tlog-policy, by
 * Ed25519 and by ML-DSA-44), and the second key of a log that changes its key, as an entry whenever that is new: who lowers a quorum,
 * takes a witness away or puts another key in can do so, and cannot take it back unseen.
 * It is somebody's right and no finding; that it is not what an outsider expects is for the outsider to see.
 */
export class TrustWatch {
  private last = '';

  constructor(
    private readonly pool: pg.Pool,
    private readonly entries: Pick<EntryWriter, 'append'>,
    private readonly actorProcess: string,
    private readonly store: Pick<TileStore, 'read'>,
  ) {}

  async run(): Promise<void> {
    const [policy, logKeys, mlDsa] = await Promise.all(
      (['policy', 'vkeys-log', 'policy-mldsa'] as const).map(async (name) => (await this.store.read(name))?.toString('utf8') ?? null),
    );
    if (policy == null || logKeys == null) return;
    const trust: Trust = {
      sha256: sha256(policy),
      ...trusted(policy),
      ...otherKeyIn(logKeys),
      ...(mlDsa == null ? {} : { mldsaSha256: sha256(mlDsa), ...trustedByMlDsa(mlDsa) }),
    };
    const text = JSON.stringify(trust);
    if (text === this.last) return;
    const recorded = await this.recorded();
    if ((['sha256', 'otherLogKey', 'mldsaSha256'] as const).some((each) => trust[each] !== recorded?.[each]))
      await this.entries.append({ type, viewer: null, actorProcess: this.actorProcess, outcome: 'done', details: trust });
    this.last = text;
  }

  /** By the newest entry of the kind that can be searched, whichever process wrote it. */
  private async recorded(): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { rows } = await this.pool.query<{ leaf: Buffer }>(
      'select l.leaf from audit_search s join audit_leaf l on l.idx = s.idx where s.type = $1 order by s.at desc, s.idx desc limit 1',
      [type],
    );
    const [row] = rows;
    const read = row === undefined ? null : readLeaf(row.leaf);
    return read === null || 'problem' in read ? undefined : read.leaf.details;
  }
}

/** What the entry tells. */
type Trust = Readonly<Record<string, string | number>>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The policy's keys, each as its C2SP vkey: a name alone would not show that its key was changed. */
function trusted(policy: string): Trust {
  const { logKey, quorum, witnesses } = wordsOf(policy);
  const named = witnesses.map((vkey, at): [string, string] => [`witness${at + 1}`, spelled(vkey)]);
  return { logKey: spelled(logKey), quorum, witnesses: witnesses.length, ...Object.fromEntries(named) };
}

/** Of the post-quantum policy: such a key is longer than an entry's field, so `spelled` tells it by a hash. */
function trustedByMlDsa(policy: string): Trust {
  const { quorum, witnesses } = wordsOf(policy);
  const named = witnesses.map((vkey, at): [string, string] => [`mldsaWitness${at + 1}`, spelled(vkey)]);
  return { mldsaQuorum: quorum, ...Object.fromEntries(named) };
}

function wordsOf(policy: string): { readonly logKey: string; readonly quorum: number; readonly witnesses: readonly string[] } {
  const lines = policy.split('\n').map((line) => line.split(' '));
  return {
    logKey: lines.find(([word]) => word === 'log')?.[1] ?? '',
    quorum: Number(lines.find(([word]) => word === 'group')?.[2] ?? 0),
    witnesses: lines.filter(([word]) => word === 'witness').map(([, , vkey = '']) => vkey),
  };
}

/** The second key that the log signs with while it changes its key. */
function otherKeyIn(logKeys: string): { readonly otherLogKey?: string } {
  const [, other = ''] = logKeys.split('\n');
  return other === '' ? {} : { otherLogKey: spelled(other) };
}

/** A witness of another make may bear a name that an entry cannot hold: its key is told by a hash of its vkey then. */
function spelled(vkey: string): string {
  const fits = vkey.length <= 512 && vkey === vkey.normalize('NFC');
  return fits ? vkey : `sha256 ${sha256(vkey)}`;
}
