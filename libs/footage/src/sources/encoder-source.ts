import type { Clock } from '#libs/kernel';
import type { FfmpegAbilities } from './ffmpeg.js';
import { EncoderUpstream } from './encoder-upstream.js';
import { SourceError, type CameraRef, type CameraSource, type LiveUpstream } from './source.js';
import { encoderManifest } from './manifests.js';

/**
 * Synthetic cameras with a real encoder: one ffmpeg for each camera that is watched, H.264 with the camera's code
 * and the UTC time burned in, read from its stdout. No file, no port: nothing but this process can reach the picture.
 */
export class EncoderSource implements CameraSource {
  readonly manifest = encoderManifest;

  constructor(
    private readonly ffmpeg: FfmpegAbilities | { readonly unusable: string },
    private readonly clock: Clock,
    private readonly report: (message: string, fields: Readonly<Record<string, unknown>>) => void,
  ) {}

  openLive(camera: CameraRef): LiveUpstream {
    if ('unusable' in this.ffmpeg) throw new SourceError('DOWN', this.ffmpeg.unusable, 30_000);
    return new EncoderUpstream(this.ffmpeg, camera, this.clock, this.report);
  }
}
