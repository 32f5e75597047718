import { SourceError, type CameraSource, type ConnectorManifest, type LiveUpstream } from './source.js';

/** Stands for a source that this process cannot offer, and says why to whoever wants a picture from it. */
export class BrokenSource implements CameraSource {
  constructor(
    readonly manifest: ConnectorManifest,
    private readonly reason: string,
  ) {}

  openLive(): LiveUpstream {
    throw new SourceError('DOWN', this.reason, 30_000);
  }
}
