import { apportion } from './apportion.js';
import { purposeCodeOf, type CameraMix } from './camera-mix.js';
import type { DemoCamera } from './demo-camera.js';
import type { SeededRandom } from './seeded-random.js';

/** Where cameras of a purpose and owner kind tend to stand; whoever is not here takes what is left of the city's shares. */
const wantedZones: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'QUOC_PHONG/defence': { important_work: 1 },
  'AN_NINH_TRAT_TU/institution': { school: 0.5, hospital: 0.25, office: 0.25 },
  'AN_NINH_TRAT_TU/operator': { bus_or_rail_station: 0.6, office: 0.3, important_work: 0.1 },
  'GIAO_THONG/operator': { bus_or_rail_station: 0.6, street: 0.4 },
  'HA_TANG/operator': { street: 0.72, river_or_canal: 0.2, important_work: 0.08 },
  'HA_TANG/department': { street: 0.67, junction_or_hub: 0.3, important_work: 0.03 },
  'GIAO_THONG/department': { street: 0.5, junction_or_hub: 0.5 },
  'GIAO_THONG/city_police': { street: 0.55, junction_or_hub: 0.45 },
  'MOI_TRUONG/department': { park_or_square: 0.4, river_or_canal: 0.35, waste_point: 0.25 },
  'MOI_TRUONG/commune': { waste_point: 0.5, river_or_canal: 0.25, street: 0.25 },
  'TRAT_TU_DO_THI/commune': { street: 0.7, park_or_square: 0.2, residential: 0.1 },
  'TRAT_TU_DO_THI/department': { street: 0.5, park_or_square: 0.5 },
  'TRAT_TU_DO_THI/socialised': { residential: 0.5, street: 0.5 },
};

/** Zones in exactly the shares of the mix over the whole city. */
export function assignZones(mix: CameraMix, cameras: readonly DemoCamera[], random: SeededRandom): void {
  const zones = Object.keys(mix.zone.shares);
  const quota = apportion(cameras.length, Object.values(mix.zone.shares));
  const groups = new Map<string, DemoCamera[]>();
  for (const camera of cameras) {
    const key = `${camera.missionClass}/${camera.ownerKind}`;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [camera]);
    else members.push(camera);
  }
  const choosy = Object.keys(wantedZones).filter((key) => groups.has(key));
  const rest = [...groups.keys()].filter((key) => !(key in wantedZones));
  for (const key of [...choosy, ...rest]) {
    const members = random.shuffled(groups.get(key) ?? []);
    const wanted = wantedZones[key];
    const weights = zones.map((zone, index) => (wanted === undefined ? (quota[index] ?? 0) : (wanted[zone] ?? 0)));
    let next = 0;
    apportion(members.length, weights).forEach((count, index) => {
      for (let n = 0; n < count; n++) {
        const camera = members[next++];
        const at = (quota[index] ?? 0) > 0 ? index : quota.indexOf(Math.max(...quota));
        quota[at] = (quota[at] ?? 0) - 1;
        if (camera !== undefined) camera.zoneKind = zones[at] ?? '';
      }
    });
  }
}

/** Turning cameras in exactly the count of each purpose. */
export function assignMounts(mix: CameraMix, cameras: readonly DemoCamera[], random: SeededRandom): void {
  for (const purpose of mix.purpose) {
    const code = purposeCodeOf(mix, purpose.id);
    const members = cameras.filter((camera) => camera.missionClass === code);
    for (const camera of random.favoured(members, purpose.ptz, (one) => (one.zoneKind === 'residential' ? 0.5 : 1)))
      camera.mountKind = 'ptz';
  }
}

const fondness: Readonly<Record<string, (camera: DemoCamera) => number>> = {
  plate: (camera) => (camera.missionClass === 'GIAO_THONG' ? 6 : camera.missionClass === 'HA_TANG' ? 2 : 1),
  counting: (camera) => (camera.missionClass === 'GIAO_THONG' || camera.missionClass === 'HA_TANG' ? 4 : 0.5),
  face: (camera) => (['bus_or_rail_station', 'important_work', 'junction_or_hub'].includes(camera.zoneKind) ? 3 : 0.5),
  speed: (camera) => (camera.missionClass === 'GIAO_THONG' && camera.mountKind === 'fixed' ? 1 : 0),
};

/** Each capability in exactly its share of the city; they may fall on the same camera. */
export function assignCapabilities(mix: CameraMix, cameras: readonly DemoCamera[], random: SeededRandom): void {
  for (const [capability, share] of Object.entries(mix.capability.shares)) {
    if (capability === 'overview') continue;
    const weightOf = fondness[capability] ?? (() => 1);
    for (const camera of random.favoured(cameras, Math.round(share * cameras.length), weightOf)) camera.capabilities.push(capability);
  }
}

/** State of the link to the common platform; a camera with a real encoder is integrated. */
export function assignIntegration(mix: CameraMix, cameras: readonly DemoCamera[], random: SeededRandom): void {
  const states = Object.keys(mix.integration_state.shares);
  const counts = apportion(cameras.length, Object.values(mix.integration_state.shares));
  const encodersFirst = random.shuffled(cameras).sort((a, b) => Number(b.sourceKind === 'encoder') - Number(a.sourceKind === 'encoder'));
  let next = 0;
  counts.forEach((count, index) => {
    for (const camera of encodersFirst.slice(next, next + count)) camera.integrationStatus = states[index] ?? '';
    next += count;
  });
}

/** When it came to be; the cameras of the traffic control centre are traffic police cameras. */
export function assignOrigins(mix: CameraMix, cameras: readonly DemoCamera[], random: SeededRandom): void {
  const countOf = (id: string): number => mix.phase.demo_origin.find((origin) => origin.id === id)?.count ?? 0;
  const trafficCentre = random.favoured(cameras, countOf('traffic_centre_2025'), (camera) =>
    camera.ownerKind === 'city_police' && camera.missionClass === 'GIAO_THONG' ? 1 : 0,
  );
  for (const camera of trafficCentre) camera.origin = 'traffic_centre_2025';
  const others = random.shuffled(cameras.filter((camera) => camera.origin === ''));
  others.forEach((camera, index) => {
    camera.origin = index < countOf('existing_survey') ? 'existing_survey' : 'planned';
  });
}
