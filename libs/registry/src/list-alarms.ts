import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import type { Viewer } from '#libs/kernel';
import { PolicyStore } from '#libs/regulation';
import type { Camera } from './camera.js';

/** A class said yes and the camera's own facts say no: a fault of ours, never of the viewer. It is counted and put on the log. */
@Injectable()
export class ListAlarms {
  private mismatches = 0;

  constructor(
    private readonly entries: EntryWriter,
    private readonly policies: PolicyStore,
  ) {}

  /** Rows dropped from pages since the process began. */
  get count(): number {
    return this.mismatches;
  }

  /** Durable when it resolves: the page that lost the row is not answered before. */
  async raise(viewer: Viewer, camera: Camera, action: string): Promise<void> {
    this.mismatches += 1;
    await this.entries.append({
      type: 'camera.list_mismatch',
      viewer,
      outcome: 'refused',
      resource: { kind: 'camera', id: camera.id },
      policySha256: this.policies.current().bundle.sha256,
      details: { action, classId: camera.classId },
    });
  }
}
