import type { RequestId } from '#libs/kernel';
import { cleanText, type FormProblem } from './request-form.js';

/** What somebody who decides gives back: which request, what, and the digest of what the screen showed. */
export interface SignInput<V extends string> {
  readonly requestId: RequestId;
  readonly verdict: V;
  readonly shownDigest: string;
  readonly note: string | null;
}

const longestNote = 1_000;

type Cleaned =
  { readonly kind: 'text'; readonly text: string | null } | { readonly kind: 'problems'; readonly problems: readonly FormProblem[] };

/** A note beside a decision; may be left out. */
export function cleanNote(note: string | null): Cleaned {
  const problems: FormProblem[] = [];
  const text = cleanText(note, 'note', longestNote, problems);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'text', text };
}

/** Why something is taken back; must be stated. */
export function cleanReason(
  reason: string,
): { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problems'; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const text = cleanText(reason, 'reason', longestNote, problems);
  if (text !== null) return { kind: 'text', text };
  if (problems.length === 0) problems.push({ code: 'REASON', path: ['reason'], textVi: 'Nêu lý do.', textEn: 'State the reason.' });
  return { kind: 'problems', problems };
}
