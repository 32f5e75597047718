import type { ExportContent } from './export-content.js';
import { openedActor, openedCase } from './opened.js';

/**
 * Columns of `cuao-entries/1`, in this order for ever: a new column goes to the end and makes version 2. The first one says the version
 * in every line, so that a line that was cut out still says what it is.
 */
const columns = [
  'format',
  'index',
  'id',
  'at',
  'type',
  'outcome',
  'organisation',
  'role',
  'actor_id',
  'actor_name',
  'process',
  'purpose',
  'basis',
  'case',
  'request',
  'grant',
  'resource_kind',
  'resource_id',
  'decision',
  'rules',
  'policy_sha256',
  'leaf_sha256',
] as const;

/** RFC 4180 with CRLF, UTF-8 with its mark (a spreadsheet reads Vietnamese wrongly without). */
export function entriesCsv({ entries, openings }: ExportContent): Buffer {
  const rows = entries.map(({ entryId, index, leaf, leafHash }) => {
    const opened = openings.get(entryId);
    const actor = openedActor(opened);
    return [
      'cuao-entries/1',
      String(index),
      entryId,
      leaf.at,
      leaf.t,
      leaf.outcome,
      leaf.org,
      leaf.role,
      actor?.id,
      actor?.name,
      leaf.process,
      leaf.purpose,
      leaf.basis,
      openedCase(opened),
      leaf.request,
      leaf.grant,
      leaf.resource?.kind,
      leaf.resource?.id,
      leaf.decision,
      leaf.rules?.join(' '),
      leaf.policy,
      leafHash,
    ];
  });
  return Buffer.from(`\ufeff${[[...columns], ...rows].map((row) => `${row.map(csvCell).join()}\r\n`).join('')}`, 'utf8');
}

/** A cell as text, never as a formula: what a spreadsheet would begin to calculate with gets an apostrophe in front. */
export function csvCell(text: string | undefined): string {
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text ?? '') ? `'${text ?? ''}` : (text ?? '');
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
