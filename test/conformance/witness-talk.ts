import { request } from 'node:http';
import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

/** One exchange on a connection of its own, by address or by a path on a unix socket. */
export function ask(target: { url?: string; socketPath?: string; path?: string }, method: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method, agent: false, ...(target.url === undefined ? { socketPath: target.socketPath, path: target.path } : {}) };
    const outgoing = target.url === undefined ? request(options) : request(target.url, options);
    outgoing.on('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: text, type: incoming.headers['content-type'] ?? '' }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Says the parts on one connection. @returns all that came back until the other side ended it */
export function sayOn(port: number, host: string, parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, host, () => parts.forEach((part) => socket.write(part)));
    socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
    socket.on('error', () => undefined).on('close', () => resolve(heard));
  });
}
