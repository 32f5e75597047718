import { apportion } from './apportion.js';
import { purposeCodeOf, type CameraMix } from './camera-mix.js';
import type { DemoCamera, DemoUnit } from './demo-camera.js';

/**
 * How cameras of an owner kind spread over the units (`per_unit` of camera-mix.json): half by people and half evenly for
 * what communes and residents set up, by people with wards favoured for everybody else.
 */
export function unitWeights(units: readonly DemoUnit[], ownerKind: string): number[] {
  const people = units.reduce((all, unit) => all + unit.population, 0);
  if (ownerKind === 'commune' || ownerKind === 'socialised')
    return units.map((unit) => (0.6 * unit.population) / people + 0.4 / units.length);
  return units.map((unit) => unit.population * (unit.kind === 'ward' ? 1.5 : 0.7));
}

/** One draft a camera: which unit, whose and what for, in exactly the counts of the mix. */
export function placeCameras(mix: CameraMix, units: readonly DemoUnit[]): DemoCamera[] {
  const drafts: DemoCamera[] = [];
  for (const [purposeId, owners] of Object.entries(mix.purpose_by_owner.counts))
    for (const [ownerKind, count] of Object.entries(owners)) {
      const perUnit = apportion(count, unitWeights(units, ownerKind));
      units.forEach((unit, index) => {
        for (let n = 0; n < (perUnit[index] ?? 0); n++) drafts.push(draft(mix, unit, purposeCodeOf(mix, purposeId), ownerKind));
      });
    }
  return drafts;
}

function draft(mix: CameraMix, unit: DemoUnit, missionClass: string, ownerKind: string): DemoCamera {
  const system = mix.system_kind.find((kind) => kind.owner_kinds.includes(ownerKind));
  if (system === undefined) throw new RangeError(`camera-mix.json has no system kind for owners of kind ${ownerKind}`);
  return {
    unit,
    ownerKind,
    missionClass,
    systemKind: system.id,
    zoneKind: '',
    mountKind: 'fixed',
    capabilities: ['overview'],
    integrationStatus: '',
    origin: '',
    ownerCode: '',
    operatorCode: '',
    systemCode: '',
    nameVi: '',
    lat: unit.lat,
    lon: unit.lon,
    sourceKind: 'virtual',
    named: false,
  };
}
