// Who started us, and whether we are still wanted.
import { birthOf, isAlive } from './identity.mjs';

/** Signals that ask us to end: a key press, a service manager, a terminal that closes. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Calls back when the npm that runs us is gone: it may be killed without a chance to pass the signal on.
 * Started without npm, we may outlive whoever started us.
 */
export function whenNpmIsGone(env, callBack) {
  if (env.npm_lifecycle_event === undefined) return;
  const npm = { pid: process.ppid, birth: birthOf(process.ppid) };
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    callBack();
  }, 500);
  timer.unref();
}
