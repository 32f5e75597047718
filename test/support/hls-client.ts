import { Agent, get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';

/**
 * A player as a program, for journeys, benches and the story. It speaks HTTP like a browser would (cookie, event stream,
 * playlist, segments) and has one of three manners:
 * - `honest`: plays what comes, stops and clears when the edge says so;
 * - `greedy`: ignores every message, fetches whatever it can reach over several connections and keeps trying after a refusal;
 * - `slow`: like greedy, but reads only so many bytes a second, so that bytes pile up in kernel buffers.
 */
export type Manner = 'honest' | 'greedy' | 'slow';

export interface PlayerOptions {
  readonly mediaUrl: string;
  readonly eventsUrl: string;
  readonly manner: Manner;
  /** Sent as a browser page of that origin would. */
  readonly origin?: string;
  /** Of the slow manner. */
  readonly bytesPerSecond?: number;
}

export interface PlayerReport {
  readonly manner: Manner;
  readonly segments: number;
  readonly bytes: number;
  /** `performance.now()` when the last byte of footage was read; null before the first. */
  readonly lastMediaByteAt: number | null;
  /** How often each status was seen; 0 stands for a broken connection. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Names of the events in the order of their arrival. */
  readonly events: readonly string[];
  /** `performance.now()` when `revoked` or `ended` arrived. */
  readonly toldAt: number | null;
}

const connections = 4;
const requestTimeoutMs = 10_000;

export class Player {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: connections + 2 });
  private readonly statuses: Record<number, number> = {};
  private readonly events: string[] = [];
  private readonly fetched = new Set<string>();
  private cookie: string | null = null;
  private bytes = 0;
  private segments = 0;
  private lastMediaByteAt: number | null = null;
  private toldAt: number | null = null;
  private stopped = false;
  private work: Promise<unknown> = Promise.resolve();
  private stream: IncomingMessage | null = null;
  private onFirst: () => void = () => undefined;
  /** Last text of the playlist, for assertions about what it may say. */
  playlist = '';

  constructor(private readonly options: PlayerOptions) {}

  /** Begins to play. Resolves when the first second of footage has been read whole; rejects when the playlist is refused. */
  async start(): Promise<void> {
    const first = await this.text(this.options.mediaUrl);
    if (first.status !== 200) throw new Error(`the playlist was refused with ${first.status}: ${first.body}`);
    this.playlist = first.body;
    const playing = new Promise<void>((resolve) => (this.onFirst = resolve));
    if (this.options.manner === 'honest') this.listen();
    this.work = this.options.manner === 'honest' ? this.playHonestly() : this.grab();
    await Promise.race([playing, this.work]);
    if (this.segments === 0) throw new Error('the session ended before the first second was read');
  }

  /** Stops asking and closes everything. */
  async stop(): Promise<PlayerReport> {
    this.stopped = true;
    this.stream?.destroy();
    this.agent.destroy();
    await this.work.catch(() => undefined);
    return this.report();
  }

  report(): PlayerReport {
    const { manner } = this.options;
    const { segments, bytes, lastMediaByteAt, toldAt } = this;
    return { manner, segments, bytes, lastMediaByteAt, statuses: { ...this.statuses }, events: [...this.events], toldAt };
  }

  /** Signed segment addresses that this player has used, to be tried again by somebody else. */
  usedUrls(): readonly string[] {
    return [...this.fetched];
  }

  /** The cookie header of the session. */
  cookieHeader(): string | null {
    return this.cookie;
  }

  /** One plain request with this player's cookie. */
  async ask(url: string): Promise<{ readonly status: number; readonly body: string; readonly headers: IncomingMessage['headers'] }> {
    return this.text(url);
  }

  private async playHonestly(): Promise<void> {
    while (!this.stopped && this.toldAt === null) {
      const { status, body } = await this.text(this.options.mediaUrl);
      if (status === 403 || status === 404 || status === 410) return;
      if (status === 200) {
        this.playlist = body;
        for (const url of this.newUrls(body)) {
          if (this.stopped || this.toldAt !== null) return;
          await this.fetchMedia(url, null);
        }
      }
      await this.sleep(status === 200 ? 500 : 300);
    }
  }

  /** Several loops at once; each takes any second that the playlist names, also one it has had before. */
  private async grab(): Promise<void> {
    const perLoop = this.options.manner === 'slow' ? (this.options.bytesPerSecond ?? 400_000) / connections : null;
    await Promise.all(Array.from({ length: connections - 1 }, (_, loop) => this.grabLoop(loop, perLoop)));
  }

  private async grabLoop(loop: number, bytesPerSecond: number | null): Promise<void> {
    for (let turn = 0; !this.stopped; turn += 1) {
      if (loop === 0) {
        const { status, body } = await this.text(this.options.mediaUrl);
        if (status === 200) this.playlist = body;
        else await this.sleep(100);
      }
      const urls = mediaUrls(this.playlist, this.options.mediaUrl);
      const url = urls[(turn * (connections - 1) + loop) % Math.max(1, urls.length)];
      if (url !== undefined) await this.fetchMedia(url, bytesPerSecond);
      if (bytesPerSecond === null) await this.sleep(150);
    }
  }

  private newUrls(playlist: string): string[] {
    return mediaUrls(playlist, this.options.mediaUrl).filter((url) => !this.fetched.has(url));
  }

  private async fetchMedia(url: string, bytesPerSecond: number | null): Promise<void> {
    this.fetched.add(url);
    try {
      const response = await this.request(url);
      if (response.statusCode !== 200) {
        response.resume();
        await this.sleep(50);
        return;
      }
      for await (const chunk of response as AsyncIterable<Buffer>) {
        this.bytes += chunk.length;
        this.lastMediaByteAt = performance.now();
        if (bytesPerSecond !== null) await this.sleep((chunk.length / bytesPerSecond) * 1_000);
      }
      this.segments += 1;
      this.onFirst();
    } catch {
      this.count(0);
      await this.sleep(20);
    }
  }

  private listen(): void {
    void this.request(this.options.eventsUrl, 0).then(
      (response) => {
        this.stream = response;
        let rest = '';
        response.setEncoding('utf8');
        response.on('error', () => undefined);
        response.on('data', (text: string) => {
          rest += text;
          const blocks = rest.split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) this.hear(/^event: (.+)$/m.exec(block)?.[1]);
        });
      },
      () => this.count(0),
    );
  }

  private hear(name: string | undefined): void {
    if (name === undefined) return;
    this.events.push(name);
    if (name === 'revoked' || name === 'ended') this.toldAt ??= performance.now();
  }

  private async text(
    url: string,
  ): Promise<{ readonly status: number; readonly body: string; readonly headers: IncomingMessage['headers'] }> {
    try {
      const response = await this.request(url);
      const chunks: Buffer[] = [];
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
      return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), headers: response.headers };
    } catch {
      this.count(0);
      return { status: 0, body: '', headers: {} };
    }
  }

  private request(url: string, timeoutMs = requestTimeoutMs): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers: Record<string, string> = {};
      if (this.cookie !== null) headers['cookie'] = this.cookie;
      if (this.options.origin !== undefined) headers['origin'] = this.options.origin;
      const request = get(url, { agent: this.agent, headers }, (response) => {
        this.count(response.statusCode ?? 0);
        for (const line of response.headers['set-cookie'] ?? []) {
          const pair = line.split(';')[0] ?? '';
          this.cookie = pair.endsWith('=') ? this.cookie : pair;
        }
        resolve(response);
      });
      if (timeoutMs > 0) request.setTimeout(timeoutMs, () => request.destroy(new Error('timeout')));
      request.once('error', reject);
    });
  }

  private count(status: number): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}

/** Absolute addresses of the media segments that a playlist names, oldest first. */
export function mediaUrls(playlist: string, base: string): string[] {
  return playlist
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => new URL(line, base).href);
}

/** Absolute address of the init section, or null. */
export function initUrl(playlist: string, base: string): string | null {
  const uri = /#EXT-X-MAP:URI="([^"]+)"/.exec(playlist)?.[1];
  return uri === undefined ? null : new URL(uri, base).href;
}
