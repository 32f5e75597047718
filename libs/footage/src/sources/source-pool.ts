import { SourceError, type CameraRef, type CameraSource, type LiveUpstream } from './source.js';

/** A viewer's share in a running picture; give it back exactly once, more often does no harm. */
export interface UpstreamLease {
  readonly upstream: LiveUpstream;
  release(): void;
}

interface Shared {
  readonly upstream: LiveUpstream;
  leases: number;
  linger: NodeJS.Timeout | null;
}

/** How long a picture keeps running after its last viewer, so that a reload does not start an encoder anew. */
export const lingerMs = 15_000;

/** One upstream for each camera, shared by all its viewers. */
export class SourcePool {
  private readonly running = new Map<string, Shared>();
  private closed = false;

  constructor(
    private readonly sources: ReadonlyMap<string, CameraSource>,
    private readonly linger = lingerMs,
  ) {}

  /** @throws SourceError UNSUPPORTED when no connector serves the camera's kind, DOWN when it cannot start */
  lease(camera: CameraRef): UpstreamLease {
    if (this.closed) throw new SourceError('DOWN', 'this edge is stopping');
    const source = this.sources.get(camera.sourceKind);
    if (source === undefined) throw new SourceError('UNSUPPORTED', `no connector for source kind ${camera.sourceKind}`);
    let shared = this.running.get(camera.id);
    if (shared === undefined) {
      shared = { upstream: source.openLive(camera), leases: 0, linger: null };
      this.running.set(camera.id, shared);
    }
    if (shared.linger !== null) clearTimeout(shared.linger);
    shared.linger = null;
    shared.leases += 1;
    return this.leaseOf(camera.id, shared);
  }

  /** Cameras whose picture is running now. */
  get size(): number {
    return this.running.size;
  }

  async close(): Promise<void> {
    this.closed = true;
    const all = [...this.running.values()];
    this.running.clear();
    for (const shared of all) if (shared.linger !== null) clearTimeout(shared.linger);
    await Promise.all(all.map((shared) => shared.upstream.close()));
  }

  private leaseOf(cameraId: string, shared: Shared): UpstreamLease {
    let held = true;
    return {
      upstream: shared.upstream,
      release: () => {
        if (!held) return;
        held = false;
        shared.leases -= 1;
        if (shared.leases > 0 || this.closed) return;
        shared.linger = setTimeout(() => {
          if (this.running.get(cameraId) === shared) this.running.delete(cameraId);
          void shared.upstream.close();
        }, this.linger);
      },
    };
  }
}
