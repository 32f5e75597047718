import { SourceError, type CameraSource, type ConnectorManifest, type LiveUpstream } from './source.js';

/** Stands for a source that this process cannot offer, and says why to whoever wants a picture from it. */
export class BrokenSource implements CameraSource {
  readonly manifest: ConnectorManifest;

  constructor(
    id: string,
    private readonly reason: string,
  ) {
    this.manifest = {
      id,
      version: '1',
      live: { transport: 'hls', codecs: [], sharedUpstream: true },
      recorded: null,
      enforcement: { kill: 'gateway-only' },
      time: { zone: 'utc' },
    };
  }

  openLive(): LiveUpstream {
    throw new SourceError('DOWN', this.reason, 30_000);
  }
}
