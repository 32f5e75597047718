import { readFileSync } from 'node:fs';
import { readCameraMix } from './camera-mix.js';
import { drawDemoCity, type DemoBody, type DemoCity, type DrawnCamera } from './demo-city.js';
import type { DemoUnit } from './demo-camera.js';

const mix = readCameraMix();
const facts = <T>(name: string, key: string): T[] => {
  const file = JSON.parse(readFileSync(`libs/identity/data/${name}.json`, 'utf8')) as Record<string, T[]>;
  return file[key] ?? [];
};
const units = facts<DemoUnit>('hanoi-units', 'units');
const bodies = facts<DemoBody>('hanoi-organisations', 'organisations');

const counted = (city: DemoCity, keyOf: (camera: DrawnCamera) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const camera of city.cameras) counts[keyOf(camera)] = (counts[keyOf(camera)] ?? 0) + 1;
  return counts;
};
const expected = (rows: readonly { id: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(rows.filter((row) => row.count > 0).map((row) => [row.id, row.count]));

describe('the demo city', () => {
  const city = drawDemoCity(mix, units, bodies);

  it('has 40,210 cameras in 126 units, each with its own id, code and name', () => {
    expect(city.cameras).toHaveLength(40_210);
    expect(new Set(city.cameras.map((camera) => camera.unit.code)).size).toBe(126);
    for (const keyOf of [(c: DrawnCamera) => c.id, (c: DrawnCamera) => c.code, (c: DrawnCamera) => c.nameVi])
      expect(new Set(city.cameras.map(keyOf)).size).toBe(40_210);
  });

  it('keeps every proportion of the mix exactly', () => {
    expect(counted(city, (camera) => camera.mountKind)).toEqual(expected(mix.mount));
    expect(counted(city, (camera) => camera.ownerKind)).toEqual(expected(mix.owner_kind));
    expect(counted(city, (camera) => camera.systemKind)).toEqual(expected(mix.system_kind));
    expect(counted(city, (camera) => camera.origin)).toEqual(expected(mix.phase.demo_origin));
    expect(counted(city, (camera) => camera.missionClass)).toEqual(
      Object.fromEntries(mix.purpose.map((purpose) => [purpose.code_vi, purpose.count])),
    );
    const shares = (rows: Record<string, number>): Record<string, number> =>
      Object.fromEntries(Object.entries(rows).map(([id, count]) => [id, Math.round((count / 40_210) * 1000) / 1000]));
    expect(shares(counted(city, (camera) => camera.zoneKind))).toEqual(mix.zone.shares);
    expect(shares(counted(city, (camera) => camera.integrationStatus))).toEqual(mix.integration_state.shares);
    for (const [capability, share] of Object.entries(mix.capability.shares))
      expect(city.cameras.filter((camera) => camera.capabilities.includes(capability)).length).toBe(Math.round(share * 40_210));
  });

  it('has real encoders at known places, all integrated', () => {
    const encoders = city.cameras.filter((camera) => camera.sourceKind === 'encoder');
    expect(encoders.length).toBeGreaterThanOrEqual(4);
    expect(new Set(encoders.map((camera) => camera.ownerCode))).toEqual(new Set(['ubnd-hoan-kiem', 'pc08', 'hanoi-metro', 'ubnd-dong-da']));
    expect(encoders.every((camera) => camera.integrationStatus === 'integrated' && camera.named)).toBe(true);
  });

  it('names owners, operators and systems that exist', () => {
    const codes = new Set(bodies.map((body) => body.code));
    const systems = new Map(city.systems.map((system) => [system.code, system.kind]));
    const lost = city.cameras.filter((camera) => !codes.has(camera.ownerCode) || !codes.has(camera.operatorCode));
    expect(lost).toEqual([]);
    expect(city.cameras.filter((camera) => systems.get(camera.systemCode) !== camera.systemKind)).toEqual([]);
  });

  it('is the same city again, and another one from another seed', () => {
    const [again, other] = [drawDemoCity(mix, units, bodies), drawDemoCity(mix, units, bodies, 'another')];
    expect(again.cameras[20_000]).toEqual(city.cameras[20_000]);
    expect(again.cameras.at(-1)).toEqual(city.cameras.at(-1));
    expect(again.cameras.map((camera) => camera.id)).toEqual(city.cameras.map((camera) => camera.id));
    expect(other.cameras[0]?.id).not.toBe(city.cameras[0]?.id);
  });
});
