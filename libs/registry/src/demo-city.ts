import { createHash } from 'node:crypto';
import { idFromBytes, type CameraId, type CameraSystemId } from '#libs/kernel';
import type { CameraMix } from './camera-mix.js';
import type { DemoCamera, DemoUnit } from './demo-camera.js';
import { settleLandmarks } from './demo-landmarks.js';
import { assignNamesAndPoints } from './demo-names.js';
import { assignOwners, systemsOf, type DemoSystem, type UnitBodies } from './demo-owners.js';
import { placeCameras } from './demo-placement.js';
import { assignCapabilities, assignIntegration, assignMounts, assignOrigins, assignZones } from './demo-traits.js';
import { SeededRandom } from './seeded-random.js';

/** A body that may own or run cameras. */
export interface DemoBody {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Broad kind: `ward`, `commune`, `police`, … */
  readonly kind: string;
  readonly unitCode: string | null;
}

export interface DrawnCamera extends Readonly<DemoCamera> {
  readonly id: CameraId;
  readonly code: string;
}

export interface DemoCity {
  readonly systems: readonly (DemoSystem & { readonly id: CameraSystemId })[];
  readonly cameras: readonly DrawnCamera[];
}

/** The demo city is drawn from this text; another one gives another city of the same proportions. */
export const demoSeed = 'cuao demo city 1';

/** Draws the inventory: the same seed, mix, units and bodies give the same city on every machine. */
export function drawDemoCity(mix: CameraMix, units: readonly DemoUnit[], bodies: readonly DemoBody[], seed: string = demoSeed): DemoCity {
  const chance = (step: string): SeededRandom => new SeededRandom(`${seed}: ${step}`);
  const cameras = placeCameras(mix, units);
  assignZones(mix, cameras, chance('zones'));
  assignOrigins(mix, cameras, chance('origins'));
  assignOwners(cameras, bodiesByUnit(bodies), chance('owners'));
  settleLandmarks(cameras);
  assignMounts(mix, cameras, chance('mounts'));
  assignCapabilities(mix, cameras, chance('capabilities'));
  assignIntegration(mix, cameras, chance('integration'));
  const numbered = numberedByUnit(chance('order').shuffled(cameras), seed);
  assignNamesAndPoints(
    numbered.map(({ camera }) => camera),
    chance('names'),
  );
  const bodyByCode = new Map(bodies.map((body) => [body.code, body]));
  const systems = systemsOf(cameras, (code) => bodyByCode.get(code) ?? { nameVi: code, nameEn: code });
  return {
    systems: systems.map((system) => ({ ...system, id: idFromBytes('sys', digest(`${seed}: system ${system.code}`)) })),
    cameras: numbered.map(({ camera, id, code }) => ({ ...camera, id, code })),
  };
}

/** Inventory codes `HN-<unit>-<number>`, named places first; the id follows from the code. */
function numberedByUnit(cameras: readonly DemoCamera[], seed: string): { camera: DemoCamera; id: CameraId; code: string }[] {
  const last = new Map<string, number>();
  const ordered = [...cameras].sort((a, b) => Number(b.named) - Number(a.named) || compare(a.unit.code, b.unit.code));
  return ordered.map((camera) => {
    const number = (last.get(camera.unit.code) ?? 0) + 1;
    last.set(camera.unit.code, number);
    const code = `HN-${camera.unit.code}-${String(number).padStart(4, '0')}`;
    return { camera, id: idFromBytes('cam', digest(`${seed}: camera ${code}`)), code };
  });
}

function bodiesByUnit(bodies: readonly DemoBody[]): (unitCode: string) => UnitBodies {
  const found = new Map<string, { committee?: string; police?: string }>();
  for (const body of bodies) {
    if (body.unitCode === null) continue;
    const entry = found.get(body.unitCode) ?? {};
    if (body.kind === 'police') entry.police = body.code;
    if (body.kind === 'ward' || body.kind === 'commune') entry.committee = body.code;
    found.set(body.unitCode, entry);
  }
  return (unitCode) => {
    const { committee, police } = found.get(unitCode) ?? {};
    if (committee === undefined || police === undefined) throw new RangeError(`unit ${unitCode} has no People's Committee or no police`);
    return { committee, police };
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
