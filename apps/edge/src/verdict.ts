import type { KeyRing } from './key-ring.js';
import { answersAtOnce, streamsAtOnce, type LiveSession } from './live-session.js';
import { cookieName, readCookie, type MediaPath } from './media-path.js';
import { placeOfInit, placeOfSegment } from './playlist.js';

/** Never 401: browsers would ask for a password, Safari would stop for good (`media.md` 5.2). */
export type Refusal = 403 | 404 | 410 | 429 | 503;

/** Why, for the record and the metrics; the player sees the status only. */
export type RefusalCause =
  | 'unknown'
  | 'ended'
  | 'signature'
  | 'secret'
  | 'expired_url'
  | 'too_many'
  | 'too_fast'
  | 'no_knowledge'
  | 'log_silent'
  | 'source'
  | 'ticket'
  | 'window'
  | 'origin';

export interface Verdict {
  readonly status: Refusal;
  readonly cause: RefusalCause;
}

const refuse = (status: Refusal, cause: RefusalCause): Verdict => ({ status, cause });

/**
 * Everything that memory alone can say about a request of a known session; null when nothing speaks against it.
 * Order: did we make this URL, does the session still live, is this its player, is the URL still fresh, is it too much.
 * So a rightly signed URL of an ended session says 410, and a wrong one says nothing about the session.
 */
export function judge(path: MediaPath, session: LiveSession, cookies: string | undefined, keys: KeyRing, nowMs: number): Verdict | null {
  const { ask } = path;
  const isSigned = ask.kind === 'segment' || ask.kind === 'init';
  if (isSigned) {
    const place = ask.kind === 'segment' ? placeOfSegment(ask.rendition, ask.seq) : placeOfInit(ask.rendition, ask.initId);
    if (ask.signature === null || !keys.isOurs(session.facts.id, place, ask.signature)) return refuse(403, 'signature');
  }
  if (!session.isLive || nowMs >= session.facts.notAfterMs) return refuse(410, 'ended');
  if (!holdsSecret(path, session, cookies)) return refuse(403, 'secret');
  if (isSigned && ask.signature !== null && nowMs >= ask.signature.expiresMs) return refuse(403, 'expired_url');
  if (ask.kind === 'events') return session.streams.size >= streamsAtOnce ? refuse(429, 'too_many') : null;
  if (session.answers >= answersAtOnce) return refuse(429, 'too_many');
  return session.budget.take() ? null : refuse(429, 'too_fast');
}

/** The cookie of exactly this session, or for players without cookies the secret in the path; never one in place of the other. */
function holdsSecret(path: MediaPath, session: LiveSession, cookies: string | undefined): boolean {
  const given = session.facts.cookieless ? path.pathSecret : readCookie(cookies, cookieName(session.facts.id));
  return session.isSecret(given);
}
