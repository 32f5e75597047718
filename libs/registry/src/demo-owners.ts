import type { DemoCamera } from './demo-camera.js';
import type { SeededRandom } from './seeded-random.js';

/** Codes of the two bodies of a unit: its People's Committee and its police. */
export interface UnitBodies {
  readonly committee: string;
  readonly police: string;
}

/** Units that metro lines 2A and 3 are taken to touch (assumed, for the demo). */
const metroUnits = new Set([
  '00025',
  '00160',
  '00166',
  '00190',
  '00199',
  '00235',
  '00364',
  '00367',
  '00592',
  '00619',
  '00622',
  '09552',
  '09556',
  '09562',
  '09886',
]);

const hospitals = [
  'bv-xanh-pon',
  'bv-thanh-nhan',
  'bv-duc-giang',
  'bv-ha-dong',
  'bv-gia-lam',
  'bv-ba-vi',
  'bv-me-linh',
  'bv-bach-mai',
  'bv-viet-duc',
];

/**
 * Who owns and who runs each camera; asked after zones and origins are known. Residents' and firms' cameras have the unit's
 * People's Committee as owner of record, because a body must be able to answer for them (CT-02); its police run them.
 */
export function assignOwners(cameras: readonly DemoCamera[], bodiesOf: (unitCode: string) => UnitBodies, random: SeededRandom): void {
  for (const camera of cameras) {
    const bodies = bodiesOf(camera.unit.code);
    camera.ownerCode = ownerOf(camera, bodies, random);
    camera.operatorCode = camera.ownerKind === 'commune' || camera.ownerKind === 'socialised' ? bodies.police : camera.ownerCode;
    camera.systemCode = systemOf(camera);
  }
}

function ownerOf(camera: DemoCamera, bodies: UnitBodies, random: SeededRandom): string {
  const chance = random.next();
  switch (camera.ownerKind) {
    case 'defence':
      return 'bo-tu-lenh-thu-do';
    case 'commune':
      return camera.missionClass === 'AN_NINH_TRAT_TU' && chance < 0.5 ? bodies.police : bodies.committee;
    case 'socialised':
      return bodies.committee;
    case 'city_police':
      if (camera.missionClass === 'GIAO_THONG') return camera.origin === 'traffic_centre_2025' ? 'tt-dieu-khien-giao-thong' : 'pc08';
      return chance < 0.7 ? 'tt-thong-tin-chi-huy' : chance < 0.85 ? 'pc06' : 'pk02';
    case 'department':
      return departments[camera.missionClass] ?? 'so-xay-dung';
    case 'operator':
      return operatorOf(camera);
    case 'institution':
      if (camera.zoneKind === 'hospital') return hospitals[Math.floor(chance * hospitals.length)] ?? 'bv-xanh-pon';
      return camera.zoneKind === 'school' ? 'so-giao-duc-dao-tao' : 'van-phong-ubnd';
    default:
      throw new RangeError(`owner kind ${camera.ownerKind} has no body in the demo city`);
  }
}

const departments: Readonly<Record<string, string>> = {
  GIAO_THONG: 'tt-quan-ly-dieu-hanh-giao-thong',
  HA_TANG: 'so-xay-dung',
  MOI_TRUONG: 'so-nong-nghiep-moi-truong',
  TRAT_TU_DO_THI: 'so-van-hoa-the-thao',
};

function operatorOf(camera: DemoCamera): string {
  if (camera.zoneKind === 'important_work' || camera.zoneKind === 'office') return 'evnhanoi';
  if (camera.missionClass === 'HA_TANG') return 'thoat-nuoc-ha-noi';
  return metroUnits.has(camera.unit.code) ? 'hanoi-metro' : 'transerco';
}

/** The system a camera belongs to: one for each kind and, where bodies run their own, for each owner. */
function systemOf(camera: DemoCamera): string {
  switch (camera.ownerKind) {
    case 'city_police':
      return camera.missionClass === 'GIAO_THONG' ? 'central-traffic' : 'central-police';
    case 'commune':
      return 'central-commune';
    case 'department':
    case 'operator':
      return `specialised-${camera.ownerCode}`;
    default:
      return camera.systemKind;
  }
}

export interface DemoSystem {
  readonly code: string;
  readonly kind: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly operatorCode: string;
}

const named: readonly DemoSystem[] = [
  {
    code: 'central-police',
    kind: 'central',
    nameVi: 'Hệ thống camera an ninh của Công an Thành phố',
    nameEn: 'City Police security cameras',
    operatorCode: 'tt-thong-tin-chi-huy',
  },
  {
    code: 'central-traffic',
    kind: 'central',
    nameVi: 'Hệ thống camera giao thông của Công an Thành phố',
    nameEn: 'City Police traffic cameras',
    operatorCode: 'tt-dieu-khien-giao-thong',
  },
  {
    code: 'central-commune',
    kind: 'central',
    nameVi: 'Hệ thống camera tập trung của xã, phường',
    nameEn: 'Ward and commune cameras',
    operatorCode: 'tt-thong-tin-chi-huy',
  },
  {
    code: 'internal',
    kind: 'internal',
    nameVi: 'Camera nội bộ của trường học, bệnh viện, cơ quan',
    nameEn: 'Internal cameras of schools, hospitals and offices',
    operatorCode: 'van-phong-ubnd',
  },
  {
    code: 'socialised',
    kind: 'socialised',
    nameVi: 'Camera xã hội hóa của tổ dân phố, doanh nghiệp, hộ dân',
    nameEn: 'Cameras set up by residents and firms',
    operatorCode: 'tt-thong-tin-chi-huy',
  },
  { code: 'defence', kind: 'defence', nameVi: 'Camera quốc phòng', nameEn: 'Defence cameras', operatorCode: 'bo-tu-lenh-thu-do' },
];

/** Systems of the drawn cameras, each once. */
export function systemsOf(cameras: readonly DemoCamera[], bodyName: (code: string) => { nameVi: string; nameEn: string }): DemoSystem[] {
  const systems = new Map(named.map((system) => [system.code, system]));
  for (const camera of cameras) {
    if (systems.has(camera.systemCode)) continue;
    const body = bodyName(camera.ownerCode);
    systems.set(camera.systemCode, {
      code: camera.systemCode,
      kind: camera.systemKind,
      nameVi: `Hệ thống camera chuyên ngành: ${body.nameVi}`,
      nameEn: `Specialised cameras: ${body.nameEn}`,
      operatorCode: camera.ownerCode,
    });
  }
  return [...systems.values()];
}
