import type { Viewer } from '#libs/kernel';
import type { SignedIn } from '../session/signed-in.js';

/** What a resolver may know about the request; made afresh for each (an object shared between requests leaks one into another). */
export interface GraphqlContext {
  readonly requestId: string;
  readonly sourceAddress: string;
  /** The person in the role of this session; null when nobody signed in or no role is chosen yet. */
  readonly viewer: Viewer | null;
  readonly signedIn: SignedIn | null;
  /** A session cookie came whose session has ended: a program can tell that from never having signed in. */
  readonly sessionEnded: boolean;
  /** For the next session's record. */
  readonly userAgent: string;
  /** Replaces the session cookie of the answer; only there for a browser. */
  readonly setSessionSecret: ((secret: string) => void) | null;
}
