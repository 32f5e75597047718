import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { CameraId, Viewer } from '#libs/kernel';
import type { Facts } from '#libs/regulation';
import type { FootageFilter } from './camera-filter.js';

/** Papers of the viewer's own that name single cameras, a running grant for instance: these cameras are decided on by themselves. */
export interface CameraPapers {
  readonly cameraIds: readonly CameraId[];
  readonly facts: Facts;
}

export type FindCameraPapers = (tx: Tx, viewer: Viewer, footage: FootageFilter) => Promise<readonly CameraPapers[]>;

/** Libs to the right keep such papers; each says here how to find those of a viewer. Read afresh for every list. */
@Injectable()
export class CameraPapersSources {
  private readonly sources: FindCameraPapers[] = [];

  add(source: FindCameraPapers): void {
    this.sources.push(source);
  }

  async find(tx: Tx, viewer: Viewer, footage: FootageFilter): Promise<CameraPapers[]> {
    const found: CameraPapers[] = [];
    for (const source of this.sources) found.push(...(await source(tx, viewer, footage)));
    return found;
  }
}
