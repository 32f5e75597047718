import http from 'node:http';
import { initUrl, mediaUrls } from '../support/hls-client.js';

export interface MediaAnswer {
  /** 0 when the connection was cut before an answer came. */
  readonly status: number;
  readonly body: Buffer;
  /** The connection was cut before the answer was complete. */
  readonly cut: boolean;
}

/** One pair of eyes at the edge, step by step: keeps the session's cookie and its connections, and shows what was answered. */
export class MediaReader {
  private cookie: string | null = null;
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

  /** @param cookie false: as somebody who has only the address */
  get(url: string, { cookie = true }: { readonly cookie?: boolean } = {}): Promise<MediaAnswer> {
    return new Promise((resolve, reject) => {
      const headers = this.cookie === null || !cookie ? {} : { cookie: this.cookie };
      const request = http.get(url, { agent: this.agent, headers }, (response) => {
        const given = response.headers['set-cookie']?.[0]?.split(';')[0];
        if (given !== undefined && !given.endsWith('=')) this.cookie = given;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => undefined);
        response.on('close', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), cut: !response.complete }));
      });
      request.setTimeout(20_000, () => request.destroy(new Error('no byte for 20 s')));
      request.on('error', (error) => (isCut(error) ? resolve({ status: 0, body: Buffer.alloc(0), cut: true }) : reject(error)));
    });
  }

  /** The session's cookie as a header says it; null before the ticket was exchanged. */
  get cookieHeader(): string | null {
    return this.cookie;
  }

  close(): void {
    this.agent.destroy();
  }
}

function isCut(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

/** The init section and the newest second that a live playlist names; null when it names none. */
export function newestPicture(playlist: string, playlistUrl: string): { readonly init: string; readonly segment: string } | null {
  const init = initUrl(playlist, playlistUrl);
  const segment = mediaUrls(playlist, playlistUrl).at(-1);
  return init === null || segment === undefined ? null : { init, segment };
}

/** The four-letter types of the outer boxes of an ISO media file; a real fragment shows `moof` and `mdat`. */
export function outerBoxes(bytes: Buffer): string[] {
  const types: string[] = [];
  for (let offset = 0; offset + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(offset);
    types.push(bytes.toString('latin1', offset + 4, offset + 8));
    if (size < 8) break;
    offset += size;
  }
  return types;
}
