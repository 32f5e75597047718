import { z } from 'zod';
import { readDataFile } from './data-file.js';
import type { DemoCamera } from './demo-camera.js';

const schema = z.object({
  landmarks: z.array(
    z.object({
      unitCode: z.string(),
      ownerCode: z.string(),
      missionClass: z.string(),
      zoneKind: z.string(),
      nameVi: z.string(),
      lat: z.number(),
      lon: z.number(),
    }),
  ),
});

/**
 * Gives known places to cameras that are already drawn, so that every count stays what it was. Their pictures come from a
 * real encoder. @throws RangeError when the mix has no such camera to give
 */
export function settleLandmarks(cameras: readonly DemoCamera[]): void {
  for (const landmark of schema.parse(readDataFile('landmarks.json')).landmarks) {
    const fitting = cameras.filter(
      (camera) =>
        !camera.named
        && camera.unit.code === landmark.unitCode
        && camera.ownerCode === landmark.ownerCode
        && camera.missionClass === landmark.missionClass,
    );
    const chosen = fitting.find((camera) => camera.zoneKind === landmark.zoneKind) ?? fitting[0];
    if (chosen === undefined) throw new RangeError(`no camera can stand at ${landmark.nameVi}`);
    if (chosen.zoneKind !== landmark.zoneKind) swapZone(cameras, chosen, landmark.zoneKind);
    chosen.named = true;
    chosen.sourceKind = 'encoder';
    chosen.nameVi = landmark.nameVi.normalize('NFC');
    chosen.lat = landmark.lat;
    chosen.lon = landmark.lon;
  }
}

function swapZone(cameras: readonly DemoCamera[], chosen: DemoCamera, zoneKind: string): void {
  const other = cameras.find((camera) => !camera.named && camera.zoneKind === zoneKind && camera.ownerKind === chosen.ownerKind);
  if (other === undefined) throw new RangeError(`no camera of owner kind ${chosen.ownerKind} stands at a ${zoneKind}`);
  [chosen.zoneKind, other.zoneKind] = [other.zoneKind, chosen.zoneKind];
}
