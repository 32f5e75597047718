import type { CameraId, OrganisationId } from '#libs/kernel';
import type { CameraFacts } from '#libs/regulation';

/** A camera as other libs may know it: everything rules and people need, nothing of where the picture comes from. */
export interface Camera {
  readonly id: CameraId;
  readonly code: string;
  readonly classId: number;
  readonly nameVi: string;
  readonly systemKind: string;
  readonly missionClass: string;
  readonly classification: 'normal' | 'stateSecret';
  readonly purposes: readonly string[];
  readonly ownerOrgId: OrganisationId;
  readonly ownerKind: string;
  readonly operatorOrgId: OrganisationId | null;
  readonly fundingKind: string;
  readonly unitCode: string;
  readonly zoneKind: string;
  readonly isPublicPlace: boolean;
  readonly lat: number;
  readonly lon: number;
  readonly azimuth: number;
  readonly fov: number;
  readonly heightM: number;
  readonly mountKind: string;
  readonly capabilities: readonly string[];
  readonly protocols: readonly string[];
  readonly vmsNodeId: string | null;
  readonly integrationStatus: string;
  readonly noticeKind: string | null;
  readonly noticeVerifiedAt: Date | null;
  readonly publicShare: boolean;
  readonly retentionDays: number;
  readonly trustLevel: string;
  readonly status: string;
  readonly version: number;
}

/** Facts that the database interns as the class on which it depends whether a camera may be told of: about a dozen. */
export const toldAttributes = ['systemKind', 'missionClass', 'classification'] as const satisfies readonly (keyof CameraFacts)[];

/**
 * Facts of a camera that the database interns as its class. Whatever the rules read of a camera in a list must be among them;
 * where a bundle reads more, lists under it stay empty (`class-visibility.ts`).
 */
export const classAttributes = [
  ...toldAttributes,
  'purposes',
  'zoneKind',
  'isPublicPlace',
  'ownerOrgId',
  'ownerKind',
  'operatorOrgId',
  'fundingKind',
  'areaCode',
  'publicShare',
  'trustLevel',
  'status',
] as const satisfies readonly (keyof CameraFacts)[];

/** One distinct tuple of those facts. It never changes: a camera that changes has another class. */
export interface CameraClass {
  readonly id: number;
  readonly level: 'told' | 'full';
  /** Of the level `told` only the first three. */
  readonly tuple: Pick<CameraFacts, (typeof classAttributes)[number]>;
}

/** A camera's facts for the gate, with the names of `regulation.md` (d). Pure. */
export function cameraFacts(camera: Camera): CameraFacts {
  return {
    id: camera.id,
    ownerOrgId: camera.ownerOrgId,
    ownerKind: camera.ownerKind,
    operatorOrgId: camera.operatorOrgId,
    fundingKind: camera.fundingKind,
    systemKind: camera.systemKind,
    missionClass: camera.missionClass,
    purposes: [...camera.purposes],
    zoneKind: camera.zoneKind,
    isPublicPlace: camera.isPublicPlace,
    location: { lat: camera.lat, lon: camera.lon },
    areaCode: camera.unitCode,
    azimuth: camera.azimuth,
    fov: camera.fov,
    heightM: camera.heightM,
    mountKind: camera.mountKind,
    capabilities: [...camera.capabilities],
    protocols: [...camera.protocols],
    vmsNodeId: camera.vmsNodeId,
    integrationStatus: camera.integrationStatus,
    noticeKind: camera.noticeKind,
    noticeVerifiedAt: camera.noticeVerifiedAt?.getTime() ?? null,
    publicShare: camera.publicShare,
    trustLevel: camera.trustLevel,
    classification: camera.classification,
    status: camera.status,
  };
}

/** Names of the facts that the registry can state of a camera at all. */
export const statedAttributes: ReadonlySet<string> = new Set([
  ...classAttributes,
  ...['id', 'location', 'azimuth', 'fov', 'heightM', 'mountKind', 'capabilities', 'protocols', 'vmsNodeId', 'integrationStatus'],
  ...['noticeKind', 'noticeVerifiedAt'],
]);
