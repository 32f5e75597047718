import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { PlaybackSessionId } from '#libs/kernel';

/** A session that used a socket within this time may still have bytes in its kernel buffers (pipelined requests), even if another used it later. */
const mayStillHoldMs = 30_000;
/** An event stream gets this long to carry its last message before its socket is reset like the others. */
const farewellMs = 150;

/**
 * Which session used which connection, and when. An answer that Node has finished may still lie in kernel buffers,
 * so a revocation must reset connections, not answers (`media.md` 4.3).
 */
export class SocketBook {
  private readonly uses = new WeakMap<Socket, Map<PlaybackSessionId, number>>();
  private readonly sockets = new Map<PlaybackSessionId, Set<Socket>>();

  /** @param socket the raw connection from the server's `connection` event: a TLS wrapper cannot be reset */
  noteUse(socket: Socket, session: PlaybackSessionId): void {
    let uses = this.uses.get(socket);
    if (uses === undefined) {
      uses = new Map();
      this.uses.set(socket, uses);
      socket.once('close', () => this.forget(socket));
    }
    // Map order is the order of last use.
    if (uses.size > 1) uses.delete(session);
    const isNew = !uses.has(session);
    uses.set(session, performance.now());
    if (!isNew) return;
    let mine = this.sockets.get(session);
    if (mine === undefined) this.sockets.set(session, (mine = new Set()));
    mine.add(socket);
  }

  /**
   * Resets every connection that may still carry the session's bytes: nothing more of it leaves this machine.
   * A connection shared with another session is cut too; that player connects again.
   * @param farewell connections whose last message shall still get out
   * @returns how many were reset at once
   */
  cut(session: PlaybackSessionId, farewell: ReadonlySet<Socket> = new Set()): number {
    let count = 0;
    for (const socket of this.sockets.get(session) ?? []) {
      if (!this.mayHoldBytesOf(socket, session)) continue;
      if (farewell.has(socket)) {
        setTimeout(() => socket.resetAndDestroy(), farewellMs).unref();
        continue;
      }
      socket.resetAndDestroy();
      count += 1;
    }
    this.sockets.delete(session);
    return count;
  }

  private mayHoldBytesOf(socket: Socket, session: PlaybackSessionId): boolean {
    const uses = this.uses.get(socket);
    const used = uses?.get(session);
    if (uses === undefined || used === undefined || socket.destroyed) return false;
    return [...uses.keys()].at(-1) === session || performance.now() - used < mayStillHoldMs;
  }

  private forget(socket: Socket): void {
    for (const session of this.uses.get(socket)?.keys() ?? []) {
      const mine = this.sockets.get(session);
      mine?.delete(socket);
      if (mine?.size === 0) this.sockets.delete(session);
    }
  }
}
