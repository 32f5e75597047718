import net from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { mediaUrls, type PlayerReport } from '../support/hls-client.js';
import { MediaReader } from './media-reader.js';

/** 400 KB/s: at most this many bytes are taken out of the kernel at once, and then nothing for a while. */
const pieceBytes = 20_000;
const pauseMs = 50;

/**
 * A reader that is always in the middle of an answer. It reads its socket piece by piece, so what the edge has sent and it has not
 * read yet lies in the kernels, where a program's own buffers would hide it.
 */
export class SlowReader {
  private readonly reader = new MediaReader();
  private readonly statuses: Record<number, number> = {};
  private readonly open = new Set<net.Socket>();
  private lastMediaByteAt: number | null = null;
  private bytes = 0;
  private segments = 0;
  private stopped = false;

  constructor(private readonly mediaUrl: string) {}

  /** Resolves when the first second has been read whole. @throws Error when the playlist is refused */
  async start(): Promise<void> {
    const playlist = await this.playlist(this.mediaUrl);
    const [first] = playlist;
    if (first === undefined) throw new Error('the playlist names no picture');
    await this.readSlowly(first);
    void this.readOn();
  }

  stop(): Promise<PlayerReport> {
    this.stopped = true;
    for (const socket of this.open) socket.destroy();
    this.reader.close();
    const { segments, bytes, lastMediaByteAt } = this;
    return Promise.resolve({ manner: 'slow', segments, bytes, lastMediaByteAt, statuses: { ...this.statuses }, events: [], toldAt: null });
  }

  private async readOn(): Promise<void> {
    const plainUrl = this.mediaUrl.replace(/\?.*$/, '');
    while (!this.stopped) {
      const urls = await this.playlist(plainUrl).catch(() => []);
      if (urls.length === 0) await sleep(200);
      for (const url of urls) if (!this.stopped) await this.readSlowly(url);
    }
  }

  private async playlist(url: string): Promise<string[]> {
    const { status, body } = await this.reader.get(url);
    if (status !== 200) this.count(status);
    return status === 200 ? mediaUrls(body.toString('utf8'), url) : [];
  }

  /** One GET over a connection of its own; resolves when the answer is whole, refused or cut. */
  private readSlowly(url: string): Promise<void> {
    const { hostname, port, pathname, search } = new URL(url);
    return new Promise((resolve) => {
      let head = '';
      let left = Number.POSITIVE_INFINITY;
      let status = 0;
      const take = (piece: Buffer): void => {
        let body = piece;
        if (status === 0) {
          head += piece.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          status = Number(head.slice(9, 12));
          left = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
          body = Buffer.from(head.slice(end + 4), 'latin1');
        }
        left -= body.length;
        if (status !== 200 || body.length === 0) return;
        this.bytes += body.length;
        this.lastMediaByteAt = performance.now();
      };
      const buffer = Buffer.alloc(pieceBytes);
      const onread = {
        buffer,
        callback: (count: number): boolean => {
          take(Buffer.from(buffer.subarray(0, count)));
          if (left <= 0) socket.destroy();
          else setTimeout(() => socket.resume(), pauseMs).unref();
          return false;
        },
      };
      const socket = net.connect({ host: hostname, port: Number(port), onread });
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.open.delete(socket);
        if (left <= 0 && status === 200) this.segments += 1;
        else if (!this.stopped) this.count(status === 200 ? 0 : status);
        resolve();
      });
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${this.reader.cookieHeader ?? ''}\r\nConnection: close\r\n\r\n`,
      );
    });
  }

  private count(status: number): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }
}
