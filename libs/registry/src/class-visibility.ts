import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, type Viewer } from '#libs/kernel';
import { Gate, PolicyStore, viewerFacts } from '#libs/regulation';
import { classFacts, type CameraClass } from './camera.js';

type CameraAction = 'list_cameras' | 'read_camera';

/** Answers kept for one viewer and action: per class, and until when they are good. */
interface Kept {
  readonly allowed: Map<string, boolean>;
  validUntil: number;
}

const mostViewers = 1_000;

/**
 * Which classes of cameras a viewer may be told of. Asks the same rule that answers for one camera, for every class that occurs;
 * an answer is used again for the same bundle, viewer facts and class until the decision itself says that it may change.
 */
@Injectable()
export class ClassVisibility {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly gate: Gate,
    private readonly policies: PolicyStore,
    private readonly clock: Clock,
  ) {}

  visible(viewer: Viewer, action: CameraAction, classes: readonly CameraClass[]): CameraClass[] {
    const kept = this.keptFor(viewer, action);
    return classes.filter((one) => {
      const key = `${one.systemKind} ${one.missionClass} ${one.classification}`;
      const known = kept.allowed.get(key);
      if (known !== undefined) return known;
      const decision = this.gate.preview(viewer, action, { camera: classFacts(one) });
      kept.allowed.set(key, decision.proceeds);
      kept.validUntil = Math.min(kept.validUntil, decision.fresh.validUntil);
      return decision.proceeds;
    });
  }

  private keptFor(viewer: Viewer, action: CameraAction): Kept {
    const key = `${action} ${this.policies.current().bundle.sha256} ${viewer.version} ${canonicalJson(viewerFacts(viewer))}`;
    const found = this.kept.get(key);
    if (found !== undefined && this.clock.nowMs() < found.validUntil) return found;
    const fresh: Kept = { allowed: new Map(), validUntil: Number.MAX_SAFE_INTEGER };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostViewers) break;
      this.kept.delete(oldest);
    }
    return fresh;
  }
}
