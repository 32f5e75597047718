import { spawn, type ChildProcess } from 'node:child_process';
import type { Clock } from '#libs/kernel';
import { cameraArguments, type FfmpegAbilities } from './ffmpeg.js';
import type { Fragment, InitSection } from './fmp4-fragment.js';
import { Fmp4Reader } from './fmp4-reader.js';
import { SegmentRing } from './segment-ring.js';
import { SourceError, type CameraRef, type LiveUpstream, type Segment, type SegmentInfo } from './source.js';

const restartDelaysMs = [250, 500, 1_000, 2_000, 5_000];
const readyWithinMs = 8_000;
/** A player that begins with one second only runs dry before the next is there. */
const startSegments = 2;
/** Without a new second for this long the camera counts as silent and nothing old is shown as live. */
const silentAfterMs = 5_000;

/** One running encoder and its last seconds. Restarts the encoder when it dies until it is closed. */
export class EncoderUpstream implements LiveUpstream {
  private readonly ring: SegmentRing;
  private child: ChildProcess | null = null;
  private closed = false;
  private restarts = 0;
  private timer: NodeJS.Timeout | null = null;
  private init: InitSection | null = null;
  /** UTC milliseconds of decode time 0 of the running encoder; null until its first fragment. */
  private zeroMs: number | null = null;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly ffmpeg: FfmpegAbilities,
    private readonly camera: CameraRef,
    private readonly clock: Clock,
    private readonly report: (message: string, fields: Readonly<Record<string, unknown>>) => void,
  ) {
    // Seconds since 1970: a later upstream of the same camera always counts on from higher numbers.
    this.ring = new SegmentRing(Math.floor(clock.nowMs() / 1_000));
    this.start();
  }

  async ready(): Promise<void> {
    if (this.ring.window(startSegments).length === startSegments) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new SourceError('TIMEOUT', `no picture within ${readyWithinMs} ms`)), readyWithinMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        if (this.closed) reject(new SourceError('DOWN', 'closed while starting'));
        else resolve();
      });
    });
  }

  window(count: number): readonly SegmentInfo[] {
    const newest = this.ring.newest();
    if (newest === null || this.clock.nowMs() - (newest.startMs + newest.durationMs) > silentAfterMs) return [];
    return this.ring.window(count);
  }

  findSegment(seq: number): Segment | null {
    return this.ring.find(seq);
  }

  findInit(initId: number): Buffer | null {
    return this.ring.findInit(initId);
  }

  discontinuitiesBefore(seq: number): number {
    return this.ring.discontinuitiesBefore(seq);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.wake();
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), 1_000);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  /** If this process is killed, the pipe breaks and the encoder ends at its next second: it cannot be left behind. */
  private start(): void {
    this.zeroMs = null;
    const child = spawn(
      this.ffmpeg.path,
      cameraArguments(this.ffmpeg, { label: this.camera.code, clock: true, seconds: null, output: 'pipe:1' }),
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    const reader = new Fmp4Reader({ onInit: (init) => this.acceptInit(init), onFragment: (fragment) => this.acceptFragment(fragment) });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString('utf8')}`.slice(-300)));
    child.stdout.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk);
      } catch (error) {
        complaint = error instanceof Error ? error.message : String(error);
        child.kill('SIGKILL');
      }
    });
    const ended = (): void => {
      if (this.child === child) this.again(complaint);
    };
    child.once('error', (error) => {
      complaint = error.message;
      if (child.pid === undefined) ended();
    });
    child.once('exit', ended);
  }

  private again(complaint: string): void {
    this.child = null;
    if (this.closed) return;
    const delay = restartDelaysMs[Math.min(this.restarts, restartDelaysMs.length - 1)] ?? 5_000;
    this.restarts += 1;
    this.report('encoder ended, starting it again', { camera: this.camera.id, complaint, delayMs: delay });
    this.timer = setTimeout(() => this.start(), delay);
  }

  private acceptInit(init: InitSection): void {
    this.init = init;
    this.ring.addInit(init.bytes);
  }

  private acceptFragment(fragment: Fragment): void {
    if (this.init === null) throw new SourceError('DOWN', 'a fragment came before the init section');
    const startTicks = (fragment.decodeTime / this.init.timescale) * 1_000;
    const durationMs = (fragment.duration / this.init.timescale) * 1_000;
    const first = this.zeroMs === null;
    // The first frame of the first second was drawn one duration ago; from then on the encoder's own clock counts.
    this.zeroMs ??= this.clock.nowMs() - startTicks - durationMs;
    this.ring.add(
      { startMs: Math.round(this.zeroMs + startTicks), durationMs: Math.round(durationMs), parts: [fragment.moof, fragment.mdat] },
      first,
    );
    this.restarts = 0;
    if (this.ring.window(startSegments).length === startSegments) this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
