import { parseId, type PlaybackSessionId } from '#libs/kernel';

/** The three query parameters of a signed URL, as they came; whether they are right is judged elsewhere. */
export interface UrlSignature {
  readonly keyId: string;
  readonly expiresMs: number;
  readonly signature: string;
}

export type MediaAsk =
  | { readonly kind: 'playlist'; readonly ticket: string | null }
  | { readonly kind: 'segment'; readonly rendition: string; readonly seq: number; readonly signature: UrlSignature | null }
  | { readonly kind: 'init'; readonly rendition: string; readonly initId: number; readonly signature: UrlSignature | null }
  | { readonly kind: 'events' };

export interface MediaPath {
  readonly sessionId: PlaybackSessionId;
  /** The secret of a session for players without cookies, embedded in the path; null for all others. */
  readonly pathSecret: string | null;
  readonly ask: MediaAsk;
}

/** The one picture size there is; part of the signed text, so that more can be added without changing the grammar. */
export const mainRendition = 'v';

const pathPattern =
  /^\/media\/(pls_[0-9a-f-]{36})(?:~([A-Za-z0-9_-]{43}))?\/(?:(index\.m3u8)|(events)|([a-z][a-z0-9]{0,7})\/(?:([0-9]{1,12})\.m4s|init-([0-9]{1,6})\.mp4))(?:\?([\x21-\x7e]{0,400}))?$/;
const signaturePattern = /^k=([0-9a-z]{1,8})&e=([0-9]{13})&s=([A-Za-z0-9_-]{22})$/;
const ticketPattern = /(?:^|&)ticket=([A-Za-z0-9_-]{43})(?:&|$)/;

/** Grammar of everything below `/media/` (`media.md` 5.2); null means: no such place. */
export function parseMediaPath(url: string): MediaPath | null {
  const match = pathPattern.exec(url);
  if (match === null) return null;
  const [, id = '', pathSecret = null, playlist, events, rendition, seq, initId, query = ''] = match;
  const sessionId = parseId('pls', id);
  if (sessionId === null) return null;
  const at = (ask: MediaAsk): MediaPath => ({ sessionId, pathSecret, ask });
  if (playlist !== undefined) return at({ kind: 'playlist', ticket: ticketPattern.exec(query)?.[1] ?? null });
  if (events !== undefined) return at({ kind: 'events' });
  if (rendition === undefined) return null;
  if (seq !== undefined) return at({ kind: 'segment', rendition, seq: Number(seq), signature: parseSignature(query) });
  return at({ kind: 'init', rendition, initId: Number(initId), signature: parseSignature(query) });
}

function parseSignature(query: string): UrlSignature | null {
  const match = signaturePattern.exec(query);
  const [, keyId, expires, signature] = match ?? [];
  return keyId === undefined || expires === undefined || signature === undefined ? null : { keyId, expiresMs: Number(expires), signature };
}

/** Cookie of one session: its own name, so that several sessions of one browser do not meet. */
export function cookieName(sessionId: PlaybackSessionId): string {
  return `__Host-cuao-${sessionId.slice(4)}`;
}

/** The value of one cookie; other names on the header (a gateway on the same host) are ignored. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
}
