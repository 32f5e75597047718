import type { EntryWriter, EntryDraft } from '#libs/audit';
import type { EntryId } from '#libs/kernel';
import type { DeliveryReport, MediaRange } from './delivered-ledger.js';
import type { LiveSession } from './live-session.js';
import type { EdgeLog } from './reporter.js';

/** As many ranges as fit into one text of an entry; the table has them all. */
const longestRangeList = 8;

/** The edge's entries: what was handed over, and how it ended. Ids, codes, times and counts; never a name, never a picture. */
export class WrittenEdgeLog implements EdgeLog {
  /** @param edgeId the acting process, as entries name it */
  constructor(
    private readonly entries: Pick<EntryWriter, 'append'>,
    private readonly edgeId: string,
  ) {}

  async delivered(session: LiveSession, report: DeliveryReport, part: number): Promise<EntryId> {
    const refused = Object.fromEntries(Object.entries(report.refused).map(([status, count]) => [`refused${status}`, count]));
    return this.write(session, 'live_view.delivered', {
      ranges: report.ranges,
      details: { part, bytes: report.bytes, segments: report.segments, ...rangeText(report.ranges), ...refused },
    });
  }

  async closed(session: LiveSession): Promise<EntryId> {
    const { end, ledger } = session;
    if (end === null) throw new Error(`session ${session.facts.id} has not ended`);
    const times = { endedAt: end.atMs, revokedAt: end.revokedAtMs, firstByteAt: ledger.firstByteMs, lastByteAt: ledger.lastByteMs };
    const known = Object.entries(times).filter((entry): entry is [string, number] => entry[1] !== null);
    return this.write(session, 'live_view.close', {
      ranges: [],
      details: { reason: end.reason, ...Object.fromEntries(known.map(([name, ms]) => [name, new Date(ms).toISOString()])) },
    });
  }

  private async write(
    { facts }: LiveSession,
    type: string,
    { ranges, details }: { readonly ranges: readonly MediaRange[]; readonly details: NonNullable<EntryDraft['details']> },
  ): Promise<EntryId> {
    const { purpose, basis, policySha256 } = facts.entryContext;
    const span = spanOf(ranges);
    const { entryId } = await this.entries.append({
      type,
      viewer: null,
      actorProcess: this.edgeId,
      outcome: 'done',
      ...(purpose === null ? {} : { purpose }),
      ...(basis === null ? {} : { basis }),
      requestId: facts.requestId,
      grantId: facts.grantId,
      sessionId: facts.id,
      decisionId: facts.decisionId,
      intentId: facts.openEntryId,
      policySha256,
      resource: { kind: 'camera', id: facts.cameraId, ...span },
      details,
    });
    return entryId;
  }
}

function spanOf(ranges: readonly MediaRange[]): { from?: string; to?: string } {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first === undefined || last === undefined
    ? {}
    : { from: new Date(first.fromMs).toISOString(), to: new Date(last.toMs).toISOString() };
}

/** Media-time ranges as `from/to` in UTC, separated by blanks (ISO 8601 intervals). */
function rangeText(ranges: readonly MediaRange[]): { ranges?: string; rangesLeftOut?: number } {
  if (ranges.length === 0) return {};
  const told = ranges
    .slice(0, longestRangeList)
    .map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()}/${new Date(toMs).toISOString()}`);
  return { ranges: told.join(' '), ...(ranges.length > longestRangeList ? { rangesLeftOut: ranges.length - longestRangeList } : {}) };
}
