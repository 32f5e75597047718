import { randomBytes, type X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { describeError, logLine, Misuse, type Clock } from '#libs/kernel';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { ask } from '../http-exchange.js';
import { parseCheckpointText } from '../note/checkpoint.js';
import { parseNote } from '../note/signed-note.js';
import type { Findings } from '../sequence/findings.js';
import type { TileStore } from '../store/tile-store.js';
import { anchorSizes, readAnchor, replyDigest, writeAnchor, type AnchorFiles } from './anchor-files.js';
import { openReply, parseTrusted, type OpenedReply, type ReplyFault } from './time-authority.js';
import { encodeQuery, mostReplyBytes } from './time-stamp.js';

/** Whom the house asks for time: address of the service (RFC 3161 over HTTP) and whom it believes. */
export interface TimeAuthoritySettings {
  readonly url: string;
  /** PEM: the authority's certificate, or that of its issuer. */
  readonly certificatesFile: string;
}

export const anchorLimits = {
  everyMs: 3_600_000,
  /** After an attempt that came to nothing. */
  retryMs: 300_000,
  timeoutMs: 10_000,
  /** How far the authority's clock may be from ours, beyond the time that the answer took. */
  clockMs: 60_000,
} as const;

export interface AnchorParts {
  readonly pool: pg.Pool;
  readonly origin: string;
  readonly store: TileStore;
  readonly entries: EntryWriter;
  readonly findings: Findings;
  readonly clock: Clock;
  readonly actorProcess: string;
  readonly authority: TimeAuthoritySettings | null;
}

type Turn = 'off' | 'not_due' | 'nothing_new' | 'elsewhere' | 'anchored' | 'failed';

/**
 * Once an hour the newest witnessed checkpoint is stamped by a time-stamping authority outside the house: who steals the log's key and
 * rewrites its past can sign it, but cannot have it stamped an hour ago. The whole note is stamped, not its text alone: so the
 * signatures are shown to have been there too. What goes wrong blocks nothing; it stands in `log_progress` and, when an answer is bad,
 * on the log.
 */
export class AnchorKeeper {
  private readonly store: TileStore;
  private readonly trusted: readonly X509Certificate[];
  private nextAttemptMs = -Infinity;
  private told = '';
  private isStated = false;

  /** @throws Misuse when the file of certificates cannot be used */
  constructor(private readonly parts: AnchorParts) {
    this.store = parts.store;
    this.trusted = parts.authority === null ? [] : trustedFrom(parts.authority.certificatesFile);
  }

  /** Why the last attempt came to nothing, or null. */
  get problem(): string | null {
    return this.told === '' ? null : this.told;
  }

  /** Safe to call often, and in several processes: one at a time asks, when it is due. */
  async run(): Promise<Turn> {
    const { pool, origin, authority } = this.parts;
    if (!this.isStated) await this.state(authority !== null);
    if (authority === null) return 'off';
    if (this.parts.clock.nowMs() < this.nextAttemptMs) return 'not_due';
    const client = await pool.connect();
    let isFree = false;
    try {
      // Of the session, not of a transaction: none stays open while somebody outside is asked.
      const lock = [`anchor ${origin}`];
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', lock);
      if (rows[0]?.mine !== true) return 'elsewhere';
      const turn = await this.turn(authority);
      await client.query('select pg_advisory_unlock(hashtext($1))', lock);
      isFree = true;
      return turn;
    } finally {
      // With its connection the lock is gone, however the turn ended.
      client.release(!isFree);
    }
  }

  /** Whether there is an authority at all: from when on an hour without an anchor is one too many. */
  private async state(isSet: boolean): Promise<void> {
    const { pool, origin, clock } = this.parts;
    await pool.query(
      `update log_progress set anchor_since = case when $2 then coalesce(anchor_since, $3) end, anchor_trouble = null where origin = $1`,
      [origin, isSet, clock.now()],
    );
    this.isStated = true;
  }

  private async turn(authority: TimeAuthoritySettings): Promise<Turn> {
    const last = await this.last();
    // A crash after the files were written kept this one from being told.
    if (last !== null && last.files.size > (await this.toldSize())) return this.tell(last.files, last.opened);
    const nowMs = this.parts.clock.nowMs();
    const age = last === null ? Infinity : nowMs - last.opened.stamp.time.getTime();
    // A stamp from the future: the clock was set back, which the next one shows.
    if (age < anchorLimits.everyMs && age > -anchorLimits.clockMs) {
      // Another worker may have come further meanwhile.
      this.told = '';
      this.nextAttemptMs = Math.min(nowMs + anchorLimits.everyMs - age, nowMs + anchorLimits.retryMs);
      return 'not_due';
    }
    const checkpoint = await this.store.read('checkpoint.witnessed');
    const size = checkpoint === null ? 0 : this.sizeOf(checkpoint);
    if (checkpoint === null || size === 0 || (await anchorSizes(this.store)).includes(size)) return 'nothing_new';
    this.nextAttemptMs = nowMs + anchorLimits.retryMs;
    const answer = await this.ask(authority, checkpoint);
    if (answer === null) return 'failed';
    if (!(await writeAnchor(this.store, { size, checkpoint, reply: answer.reply }))) return 'failed';
    return this.tell({ size, checkpoint, reply: answer.reply }, answer.opened);
  }

  /** The newest anchor on the disk; null where there is none, or one that somebody bent (its entry names the right one). */
  private async last(): Promise<{ readonly files: AnchorFiles; readonly opened: OpenedReply } | null> {
    const size = (await anchorSizes(this.store)).at(-1);
    const files = size === undefined ? null : await readAnchor(this.store, size);
    if (files === null) return null;
    const opened = openReply({ reply: files.reply, stamped: files.checkpoint, nonce: null, trusted: this.trusted });
    return typeof opened === 'string' ? null : { files, opened };
  }

  private sizeOf(checkpoint: Buffer): number {
    const note = parseNote(checkpoint);
    return (note === null ? null : parseCheckpointText(note.text))?.size ?? 0;
  }

  /** What is stored and verified, or null; then the trouble is told. */
  private async ask(authority: TimeAuthoritySettings, checkpoint: Buffer): Promise<{ reply: Buffer; opened: OpenedReply } | null> {
    const { clock } = this.parts;
    const nonce = randomBytes(8);
    const before = clock.nowMs();
    const answer = await ask({
      url: authority.url,
      method: 'POST',
      contentType: 'application/timestamp-query',
      body: encodeQuery(checkpoint, nonce),
      timeoutMs: anchorLimits.timeoutMs,
    }).catch((error: unknown) => describeError(error));
    const after = clock.nowMs();
    if (typeof answer === 'string') return this.trouble('silent', `the time-stamping authority does not answer: ${answer}`);
    if (answer.status !== 200) return this.trouble('silent', `the time-stamping authority answers with status ${answer.status}`);
    if (answer.body.length > mostReplyBytes) return this.refuse('malformed_or_refused');
    const opened = openReply({ reply: answer.body, stamped: checkpoint, nonce, trusted: this.trusted });
    if (typeof opened === 'string') return this.refuse(opened);
    const time = opened.stamp.time.getTime();
    if (time < before - anchorLimits.clockMs || time > after + anchorLimits.clockMs) return this.clockDiffers(opened, after);
    return { reply: answer.body, opened };
  }

  /** An answer that is not what was asked for: on the log once while it goes on. It holds nothing back: anybody on the way can spoil one. */
  private async refuse(fault: ReplyFault): Promise<null> {
    const { entries, actorProcess } = this.parts;
    const what = `the time-stamping authority's answer is not taken: ${fault}`;
    // Before it counts as told: one that the log could not take is told at the next attempt.
    if (this.told !== what)
      await entries.append({
        type: 'log.finding',
        viewer: null,
        actorProcess,
        outcome: 'failed',
        details: { finding: 'anchor_refused', fault },
      });
    return this.trouble('refused', what);
  }

  /** Signed by somebody outside, under a fresh nonce: our clock or theirs is wrong, and until people have looked nobody knows which. */
  private async clockDiffers({ stamp, authority }: OpenedReply, nowMs: number): Promise<null> {
    const seconds = Math.round((nowMs - stamp.time.getTime()) / 1_000);
    const day = new Date(nowMs).toISOString().slice(0, 10);
    await this.trouble('clock', `the clock is ${seconds} s from that of the time-stamping authority`);
    await this.parts.findings.tell({
      kind: 'clock_differs',
      what: `the clock is more than ${anchorLimits.clockMs / 1_000} s from that of ${authority} (${day} by ours)`.slice(0, 500),
      details: { seconds, genTime: stamp.time.toISOString() },
    });
    return null;
  }

  /** Said once while it stays the same; kept where the health page reads it. */
  private async trouble(kind: 'silent' | 'refused' | 'clock', what: string): Promise<null> {
    const { pool, origin } = this.parts;
    if (this.told !== what) logLine('warn', 'anchor-keeper', what);
    this.told = what;
    await pool.query('update log_progress set anchor_trouble = $2 where origin = $1', [origin, kind]);
    return null;
  }

  private async toldSize(): Promise<number> {
    const { pool, origin } = this.parts;
    const { rows } = await pool.query<{ anchored_size: string }>('select anchored_size from log_progress where origin = $1', [origin]);
    return Number(rows[0]?.anchored_size ?? 0);
  }

  /** The entry, and what people are shown of it. A crash between the two tells it twice and forgets it never. */
  private async tell({ size, checkpoint, reply }: AnchorFiles, { stamp, authority }: OpenedReply): Promise<'anchored' | 'failed'> {
    const { pool, origin, entries, actorProcess } = this.parts;
    const note = parseNote(checkpoint);
    const root = (note === null ? null : parseCheckpointText(note.text))?.root;
    if (root === undefined) return 'failed';
    await entries.append({
      type: 'log.anchor',
      viewer: null,
      actorProcess,
      outcome: 'done',
      details: {
        size,
        root: root.toString('hex'),
        genTime: stamp.time.toISOString(),
        policy: stamp.policy,
        serial: stamp.serial,
        replySha256: replyDigest(reply),
      },
    });
    await pool.query(
      `update log_progress set anchored_size = $2, anchored_at = $3, anchored_by = $4, anchor_trouble = null where origin = $1`,
      [origin, size, stamp.time, authority.slice(0, 500)],
    );
    if (this.told !== '') logLine('info', 'anchor-keeper', 'a checkpoint is anchored again', { size });
    this.told = '';
    return 'anchored';
  }
}

function trustedFrom(file: string): X509Certificate[] {
  const remedy = 'CUAO_TSA_CERTIFICATES names a PEM file with the certificate of the time-stamping authority, or of its issuer';
  try {
    return parseTrusted(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misuse(`${file}: ${describeError(error)}`, remedy);
  }
}
