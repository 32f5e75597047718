import type pg from 'pg';
import { Fault, logLine, type Clock } from '#libs/kernel';
import { parseCheckpointText, type Checkpoint } from '../note/checkpoint.js';
import { fittingLines, parseNote } from '../note/signed-note.js';
import { isQuorum, type WitnessPolicy, type WitnessPolicyFile, type WitnessSettings } from '../note/witness-policy.js';
import type { TileStore } from '../store/tile-store.js';
import { TileTree } from '../tree/tile-tree.js';
import { KeyLists } from './key-lists.js';
import type { SignerClient } from './signer-client.js';
import { storedHashes, storedLeaves } from './stored-leaves.js';
import { TileWriter } from './tile-writer.js';
import { WitnessClient, type Cosigning } from './witness-client.js';

export interface PublisherSettings {
  readonly pool: pg.Pool;
  readonly origin: string;
  readonly store: TileStore;
  readonly stateDir: string;
  readonly signer: SignerClient;
  readonly policy: WitnessPolicyFile;
  readonly clock: Clock;
}

export interface Published extends Checkpoint {
  readonly witnessed: boolean;
}

interface TreeState {
  readonly size: string;
  readonly root: Buffer;
  readonly witnessed_size: string;
}

/** Other witnesses get this much longer once the quorum has answered. */
const stragglersMs = 100;
/** Without a quorum the log's own signature is published after this; the release level stays "not witnessed". */
const alonePatienceMs = 5_000;
const stayAwakeMs = 1_000;

/** P1 to P4 of the write path: files, signature, cosignatures, checkpoint. Everything before the last step may be repeated. */
export class Publisher {
  private readonly store: TileStore;
  private readonly tree: TileTree;
  private readonly writer: TileWriter;
  private witnesses: { readonly policy: WitnessPolicy; readonly clients: readonly WitnessClient[] } | null = null;
  private readonly lastWords = new Map<string, Cosigning['kind'] | 'partly'>();
  private unwitnessedSince: number | null = null;
  private readonly keyLists: KeyLists;
  private hasMetSigner = false;

  constructor(private readonly settings: PublisherSettings) {
    this.store = settings.store;
    this.tree = new TileTree(this.store);
    this.writer = new TileWriter(storedLeaves(settings.pool), this.store);
    this.keyLists = new KeyLists(this.store, settings);
  }

  /**
   * Publishes the tree as it stands, when it has grown or its last checkpoint was not witnessed.
   * @returns what was published, or null when there was nothing to do
   * @throws Fault when the files, the signer or a witness contradict the database; nothing is published then
   */
  async step(): Promise<Published | null> {
    const { pool, origin } = this.settings;
    const client = await pool.connect();
    let failure: unknown;
    // Writing many tiles and waiting for witnesses may take longer than the server lets a transaction sleep.
    const awake = setInterval(() => void client.query('select 1').catch(() => undefined), stayAwakeMs);
    try {
      // One publisher at a time, while its connection lives; whoever sleeps through losing it is stopped by the signer's memory.
      await client.query('begin');
      const {
        rows: [lock],
      } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(hashtext($1)) as mine', [`publish ${origin}`]);
      const {
        rows: [state],
      } = await client.query<TreeState>(
        'select s.size, s.root, p.witnessed_size from log_state s join log_progress p on p.origin = s.origin where s.origin = $1',
        [origin],
      );
      if (lock?.mine !== true || state === undefined) return null;
      return await this.publishState(state, async () => void (await client.query('select 1')));
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      clearInterval(awake);
      await client.query('rollback').catch((error: unknown) => (failure = error));
      client.release(failure !== undefined);
    }
  }

  /** @param stillMine throws when the lock went while this process slept: another may have come further since */
  private async publishState(state: TreeState, stillMine: () => Promise<void>): Promise<Published | null> {
    const { origin } = this.settings;
    const checkpoint: Checkpoint = { origin, size: Number(state.size), root: state.root };
    const published = await publishedSize(this.store, origin);
    if (published > checkpoint.size)
      throw new Fault('log_rolled_back', `a checkpoint of ${published} entries is published, the database has ${checkpoint.size}`);
    await this.meetSigner(checkpoint.size);
    const isNew = checkpoint.size > published || (checkpoint.size === 0 && !(await this.hasCheckpoint()));
    if (!isNew && Number(state.witnessed_size) === checkpoint.size) {
      await this.keyLists.write();
      return null;
    }
    await this.writeTiles(published, checkpoint);
    const note = await this.settings.signer.sign(checkpoint, this.tree);
    const cosignatures = await this.cosignatures(checkpoint, note);
    const witnessed = isQuorum(this.currentWitnesses().policy, new Set(cosignatures.keys()));
    if (!witnessed && !this.isTiredOfWaiting()) return null;
    if (witnessed) this.unwitnessedSince = null;
    await stillMine();
    await this.publish(checkpoint, note + [...cosignatures.values()].join(''), witnessed);
    await this.writer.removePartials(published, checkpoint.size);
    return { ...checkpoint, witnessed };
  }

  /** What the rows lead to is asked before anything is written: no file of the log takes its name back. */
  private async writeTiles(published: number, { size, root }: Checkpoint): Promise<void> {
    const foreseen = await this.writer.foresee(published, size, storedHashes(this.settings.pool));
    if (foreseen.equals(root) && (await this.writer.extend(published, size)).equals(root)) return;
    throw new Fault('root_differs', `the tiles of ${size} entries do not lead to the root in the database; nothing is published`);
  }

  /** Once at the start: files and database that were set back together agree with each other; the signer remembers more. */
  private async meetSigner(size: number): Promise<void> {
    if (this.hasMetSigner) return;
    const signed = await this.settings.signer.size();
    if (signed > size)
      throw new Fault('signer_refused', `the signer has signed ${signed} entries, the log has ${size}: it was rolled back`);
    this.hasMetSigner = true;
  }

  private async hasCheckpoint(): Promise<boolean> {
    return (await this.store.read('checkpoint')) !== null;
  }

  private async publish(checkpoint: Checkpoint, note: string, witnessed: boolean): Promise<void> {
    const { pool, origin, clock } = this.settings;
    await this.keyLists.write();
    const names = witnessed ? ['checkpoint.witnessed', 'checkpoint'] : ['checkpoint'];
    const seen = await Promise.all(names.map((name) => this.store.look(name)));
    // Another process may have come further while this one waited for a witness.
    if (seen.some((file) => sizeIn(file?.bytes ?? null, origin) > checkpoint.size)) return;
    for (const [at, name] of names.entries())
      if (!(await this.store.replace(name, note, seen[at] ?? null)))
        throw new Fault('checkpoint_overtaken', `another process has replaced the file ${name} since it was read`);
    await this.store.sync();
    await pool.query(
      `update log_progress set published_size = greatest(published_size, $2), published_at = $3,
         witnessed_size = case when $4 then greatest(witnessed_size, $2) else witnessed_size end, witnessed_at = case when $4 then $3 else witnessed_at end
       where origin = $1`,
      [origin, checkpoint.size, clock.now(), witnessed],
    );
  }

  /** Lines of the witnesses that answered, by vkey; all in parallel, nobody is waited for longer than the quorum needs. */
  private async cosignatures(checkpoint: Checkpoint, note: string): Promise<ReadonlyMap<string, string>> {
    const { policy, clients } = this.currentWitnesses();
    const lines = new Map<string, string>();
    const ahead: number[] = [];
    const take = ({ settings }: WitnessClient, answer: Cosigning): void => {
      if (answer.kind === 'cosigned') for (const [key, line] of answer.lines) lines.set(key, line);
      if (answer.kind === 'ahead') ahead.push(answer.size);
      this.tellChange(settings, checkpoint.size, answer);
    };
    await new Promise<void>((resolve) => {
      let open = clients.length;
      if (open === 0) resolve();
      for (const client of clients) {
        void client.cosign(checkpoint, note, this.tree).then((answer) => {
          take(client, answer);
          open -= 1;
          if (open === 0) resolve();
          else if (isQuorum(policy, new Set(lines.keys()))) setTimeout(resolve, stragglersMs);
        });
      }
    });
    const size = Math.max(0, ...ahead);
    if (size > 0 && size > (await this.settings.signer.size()))
      throw new Fault(
        'witness_ahead',
        `a witness has seen ${size} entries, the log has ${checkpoint.size}: it was rolled back or signed elsewhere`,
      );
    return fittingLines(note, lines);
  }

  /** A witness that goes or comes back is told once, not at every checkpoint. */
  private tellChange({ name: witness, keys }: WitnessSettings, size: number, answer: Cosigning): void {
    const missing = answer.kind === 'cosigned' ? keys.filter((key) => !answer.lines.has(key.text)).map(({ type }) => `0x0${type}`) : [];
    const words = missing.length === 0 ? answer.kind : 'partly';
    if (this.lastWords.get(witness) === words) return;
    if (answer.kind !== 'cosigned') logLine('warn', 'publisher', 'a witness did not cosign', { witness, size, answer });
    else if (words === 'partly') logLine('warn', 'publisher', 'a witness did not cosign with all its keys', { witness, size, missing });
    else if (this.lastWords.has(witness)) logLine('info', 'publisher', 'a witness cosigns again', { witness, size });
    this.lastWords.set(witness, words);
  }

  private currentWitnesses(): { readonly policy: WitnessPolicy; readonly clients: readonly WitnessClient[] } {
    const policy = this.settings.policy.get();
    if (this.witnesses?.policy === policy) return this.witnesses;
    const known = this.witnesses?.clients ?? [];
    const clients = policy.witnesses.map(
      (settings) => known.find((each) => isSameWitness(each.settings, settings)) ?? new WitnessClient(settings),
    );
    this.witnesses = { policy, clients };
    return this.witnesses;
  }

  private isTiredOfWaiting(): boolean {
    const now = this.settings.clock.nowMs();
    this.unwitnessedSince ??= now;
    return now - this.unwitnessedSince >= alonePatienceMs;
  }
}

const isSameWitness = (one: WitnessSettings, other: WitnessSettings): boolean =>
  one.url === other.url && one.keys.map(({ text }) => text).join() === other.keys.map(({ text }) => text).join();

/** Size of the checkpoint that outsiders see now; 0 when there is none. @throws Fault `checkpoint_broken` */
export async function publishedSize(store: Pick<TileStore, 'read'>, origin: string): Promise<number> {
  return sizeIn(await store.read('checkpoint'), origin);
}

function sizeIn(bytes: Buffer | null, origin: string): number {
  if (bytes === null) return 0;
  const note = parseNote(bytes);
  const checkpoint = note === null ? null : parseCheckpointText(note.text);
  if (checkpoint === null || checkpoint.origin !== origin)
    throw new Fault('checkpoint_broken', 'the published checkpoint is not one of this log');
  return checkpoint.size;
}
