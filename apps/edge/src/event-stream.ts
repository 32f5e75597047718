import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Reply } from './reply.js';

export type EdgeEvent =
  | { readonly type: 'state'; readonly state: 'live' | 'held'; readonly notAfter: string }
  | { readonly type: 'expiring'; readonly notAfter: string }
  | { readonly type: 'revoked'; readonly reason: string; readonly at: string }
  | { readonly type: 'ended'; readonly reason: string; readonly at: string };

const pingEveryMs = 10_000;

/** Server-sent events to one player: what makes an honest player clear the picture before its buffer runs out. */
export class EventStream {
  private readonly ping: NodeJS.Timeout;

  private readonly response: ServerResponse;

  constructor(
    reply: Reply,
    readonly socket: Socket,
  ) {
    const { response } = reply;
    this.response = response;
    reply.head(200, 'text/event-stream; charset=utf-8', null);
    socket.setNoDelay(true);
    // Two seconds until an EventSource asks again; an ended session then answers 410, which ends it for good.
    response.write('retry: 2000\n\n');
    this.ping = setInterval(() => response.write(': ping\n\n'), pingEveryMs);
    response.once('close', () => clearInterval(this.ping));
  }

  send(event: EdgeEvent): void {
    const { type, ...data } = event;
    this.response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.ping);
    this.response.end();
  }
}
