import type { ServerResponse } from 'node:http';

/** The most that one write hands to the kernel; between two parts the session is asked again. */
export const partBytes = 131_072;

export interface SendWatch {
  /** Asked before every part; false stops the answer. */
  mayContinue(): boolean;
  /** Called when bytes have been handed to the connection. */
  handedOver(bytes: number): void;
}

/**
 * Sends the parts of a segment with back-pressure: a reader that does not read gets no further part,
 * so at most one of them waits in this process. @returns false when the answer was broken off
 */
export async function sendSegment(response: ServerResponse, parts: readonly Buffer[], bytes: number, watch: SendWatch): Promise<boolean> {
  if (bytes <= partBytes) {
    if (!watch.mayContinue()) return false;
    watch.handedOver(bytes);
    response.socket?.cork();
    for (const part of parts) response.write(part);
    response.end();
    response.socket?.uncork();
    return true;
  }
  for (const piece of pieces(parts)) {
    if (!watch.mayContinue()) return false;
    watch.handedOver(piece.length);
    if (!response.write(piece) && !(await drained(response))) return false;
  }
  if (!watch.mayContinue()) return false;
  response.end();
  return true;
}

function* pieces(parts: readonly Buffer[]): Generator<Buffer> {
  for (const part of parts) for (let at = 0; at < part.length; at += partBytes) yield part.subarray(at, at + partBytes);
}

/** Resolves true when the connection takes more, false when it is gone. */
function drained(response: ServerResponse): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    const onDrain = (): void => finish(true);
    const onClose = (): void => finish(false);
    const finish = (more: boolean): void => {
      response.off('drain', onDrain);
      response.off('close', onClose);
      resolve(more);
    };
    response.once('drain', onDrain);
    response.once('close', onClose);
  });
}
