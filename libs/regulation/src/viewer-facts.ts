import type { Viewer } from '#libs/kernel';
import type { ViewerFacts } from './policy-input.js';

/** The viewer as the policy sees them; null is somebody who has not signed in. One role a session. */
export function viewerFacts(viewer: Viewer | null): ViewerFacts {
  if (viewer === null) return { roles: ['public'] };
  return {
    userId: viewer.personId,
    orgId: viewer.organisationId,
    orgKind: viewer.organisationKind,
    unitId: viewer.unitId,
    areaCodes: viewer.areaCodes,
    title: viewer.title,
    roles: [viewer.role],
    functions: viewer.functions,
    inspectionIds: viewer.inspectionIds,
    mfaLevel: viewer.mfaLevel,
    trainingValidTo: viewer.trainingValidTo === null ? null : Date.parse(viewer.trainingValidTo),
  };
}
