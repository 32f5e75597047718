import type { CameraClass } from './camera.js';
import type { ClassCount } from './camera-counts.js';

export interface FacetCount {
  readonly code: string;
  readonly cameras: number;
}

/** Each camera counts once in every facet, except in `purposes`: there once for each purpose it records for. */
export interface CameraFacets {
  readonly totalCount: number;
  readonly units: readonly FacetCount[];
  readonly purposes: readonly FacetCount[];
  readonly zoneKinds: readonly FacetCount[];
  readonly ownerKinds: readonly FacetCount[];
  readonly systemKinds: readonly FacetCount[];
}

type Tuple = CameraClass['tuple'];

/** Pure: every attribute that a list is divided by is one of the class, so the counts of classes are all that is needed. */
export function facetsOf(counts: readonly ClassCount[], tupleOf: (classId: number) => Tuple | null): CameraFacets {
  const known = counts.flatMap(({ classId, cameras }) => {
    const tuple = tupleOf(classId);
    return tuple === null ? [] : [{ tuple, cameras }];
  });
  const by = (codesOf: (tuple: Tuple) => readonly (string | null | undefined)[]): FacetCount[] => {
    const sums = new Map<string, number>();
    for (const { tuple, cameras } of known)
      for (const code of new Set(codesOf(tuple))) if (typeof code === 'string') sums.set(code, (sums.get(code) ?? 0) + cameras);
    return [...sums].map(([code, cameras]) => ({ code, cameras })).sort((a, b) => b.cameras - a.cameras || (a.code < b.code ? -1 : 1));
  };
  return {
    totalCount: known.reduce((sum, { cameras }) => sum + cameras, 0),
    units: by(({ areaCode }) => [areaCode]),
    purposes: by(({ purposes }) => purposes ?? []),
    zoneKinds: by(({ zoneKind }) => [zoneKind]),
    ownerKinds: by(({ ownerKind }) => [ownerKind]),
    systemKinds: by(({ systemKind }) => [systemKind]),
  };
}
