import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { readLeaf } from '../entry/leaf.js';
import { noteKeyTypes, parseVerifierKey } from '../note/verifier-key.js';
import type { TileStore } from '../store/tile-store.js';

const type = 'log.trust';

/**
 * Writes whom the log tells outsiders to trust (its key, its witnesses, how many of them must cosign; C2SP tlog-policy), and the
 * second key of a log that changes its key, as an entry whenever that is new: who lowers a quorum, takes a witness away or puts another key in can do so, and cannot take it back unseen.
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
    const [policy, vkeys] = await Promise.all([this.store.read('policy'), this.store.read('vkeys')]);
    if (policy === null || vkeys === null) return;
    const sha256 = createHash('sha256').update(policy).digest('hex');
    const trust = { sha256, ...trusted(policy.toString('utf8')), ...otherKeyIn(vkeys.toString('utf8')) };
    const text = JSON.stringify(trust);
    if (text === this.last) return;
    const recorded = await this.recorded();
    if (sha256 !== recorded?.['sha256'] || trust.otherLogKey !== recorded['otherLogKey'])
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

/** The policy's keys, each as its C2SP vkey: a name alone would not show that its key was changed. */
function trusted(policy: string): Record<string, string | number> {
  const lines = policy.split('\n').map((line) => line.split(' '));
  const logKey = lines.find(([word]) => word === 'log')?.[1] ?? '';
  const witnesses = lines.filter(([word]) => word === 'witness').map(([, , vkey = '']) => vkey);
  const quorum = Number(lines.find(([word]) => word === 'group')?.[2] ?? 0);
  const named = witnesses.map((vkey, at): [string, string] => [`witness${at + 1}`, spelled(vkey)]);
  return { logKey: spelled(logKey), quorum, witnesses: witnesses.length, ...Object.fromEntries(named) };
}

/** The second key that the log signs with while it changes its key: the last line of `vkeys`, of the log's own type. */
function otherKeyIn(vkeys: string): { readonly otherLogKey?: string } {
  const keys = vkeys.split('\n').map(parseVerifierKey);
  const other = keys.slice(1).find((key) => key?.type === noteKeyTypes.ed25519);
  return other === undefined || other === null ? {} : { otherLogKey: spelled(other.text) };
}

/** A witness of another make may bear a name that an entry cannot hold: its key is told by a hash then. */
function spelled(vkey: string): string {
  const fits = vkey.length <= 512 && vkey === vkey.normalize('NFC');
  return fits ? vkey : `sha256 ${createHash('sha256').update(vkey, 'utf8').digest('hex')}`;
}
