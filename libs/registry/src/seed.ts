import type { Tx } from '#libs/database';
import { organisationIdOf, readOrganisations, readUnits } from '#libs/identity';
import { readCameraMix } from './camera-mix.js';
import { drawDemoCity, type DemoCity, type DrawnCamera } from './demo-city.js';
import { searchTextOf } from './search-text.js';
import { zoneTerms } from './zones.js';

const batchSize = 5_000;
/** When the notices of the demo city were last looked at; any fixed day before the city opens. */
const noticesVerifiedAt = '2026-06-15T02:00:00.000Z';

/**
 * Plants the demo city's 40,210 cameras and their systems; identity must be planted before. Running it again changes
 * nothing: an inventory that has cameras is left as it is.
 */
export async function seedRegistry(tx: Tx): Promise<void> {
  const [planted] = await tx.query<{ found: boolean }[]>('select exists (select from camera) as found');
  if (planted?.found === true) return;
  const city = drawDemoCity(readCameraMix(), await readUnits(), await readOrganisations());
  await plantSystems(tx, city);
  const columns = cameraColumns(city);
  for (let from = 0; from < city.cameras.length; from += batchSize)
    await insertColumns(tx, 'camera', columns, city.cameras.slice(from, from + batchSize));
  await tx.query('analyze camera, camera_class, camera_tally');
}

interface BulkColumn<Row> {
  readonly name: string;
  /** Type of the array that is sent; a list travels as text with commas and is split in the statement. */
  readonly type: 'text' | 'boolean' | 'double precision' | 'smallint' | 'integer' | 'timestamptz' | 'list';
  readonly value: (row: Row) => string | number | boolean | null;
}

/** One statement for many rows: `unnest` of one array a column. */
async function insertColumns<Row>(tx: Tx, table: string, columns: readonly BulkColumn<Row>[], rows: readonly Row[]): Promise<void> {
  const names = columns.map((column) => column.name).join(', ');
  const values = columns.map((column) => (column.type === 'list' ? `string_to_array(${column.name}, ',')` : column.name)).join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type === 'list' ? 'text' : column.type}[]`).join(', ');
  await tx.query(
    `insert into ${table} (${names}) select ${values} from unnest(${arrays}) as row(${names})`,
    columns.map((column) => rows.map(column.value)),
  );
}

async function plantSystems(tx: Tx, city: DemoCity): Promise<void> {
  await insertColumns(
    tx,
    'camera_system',
    [
      { name: 'id', type: 'text', value: (system) => system.id },
      { name: 'code', type: 'text', value: (system) => system.code },
      { name: 'name_vi', type: 'text', value: (system) => system.nameVi.normalize('NFC') },
      { name: 'name_en', type: 'text', value: (system) => system.nameEn },
      { name: 'kind', type: 'text', value: (system) => system.kind },
      { name: 'operator_org_id', type: 'text', value: (system) => organisationIdOf(system.operatorCode) },
    ],
    city.systems,
  );
}

function cameraColumns(city: DemoCity): BulkColumn<DrawnCamera>[] {
  const systemIds = new Map(city.systems.map((system) => [system.code, system.id]));
  const publicZones = new Set(
    zoneTerms()
      .filter((zone) => zone.isPublic)
      .map((zone) => zone.code),
  );
  const turns = (camera: DrawnCamera): boolean => camera.mountKind === 'ptz';
  const lastDigit = (camera: DrawnCamera): number => Number(camera.code.at(-1));
  return [
    { name: 'id', type: 'text', value: (camera) => camera.id },
    { name: 'code', type: 'text', value: (camera) => camera.code },
    { name: 'name_vi', type: 'text', value: (camera) => camera.nameVi },
    { name: 'search_text', type: 'text', value: (camera) => searchTextOf(camera.code, camera.nameVi) },
    { name: 'system_id', type: 'text', value: (camera) => systemIds.get(camera.systemCode) ?? null },
    { name: 'system_kind', type: 'text', value: (camera) => camera.systemKind },
    { name: 'mission_class', type: 'text', value: (camera) => camera.missionClass },
    { name: 'classification', type: 'text', value: () => 'normal' },
    { name: 'purposes', type: 'list', value: (camera) => purposesOf(camera).join(',') },
    { name: 'owner_org_id', type: 'text', value: (camera) => organisationIdOf(camera.ownerCode) },
    { name: 'owner_kind', type: 'text', value: (camera) => camera.ownerKind },
    { name: 'operator_org_id', type: 'text', value: (camera) => organisationIdOf(camera.operatorCode) },
    { name: 'funding_kind', type: 'text', value: (camera) => (camera.ownerKind === 'socialised' ? 'socialised' : 'state') },
    { name: 'unit_code', type: 'text', value: (camera) => camera.unit.code },
    { name: 'zone_kind', type: 'text', value: (camera) => camera.zoneKind },
    { name: 'is_public_place', type: 'boolean', value: (camera) => publicZones.has(camera.zoneKind) && camera.systemKind !== 'internal' },
    { name: 'lat', type: 'double precision', value: (camera) => camera.lat },
    { name: 'lon', type: 'double precision', value: (camera) => camera.lon },
    { name: 'azimuth', type: 'smallint', value: (camera) => (camera.code.charCodeAt(10) * 37 + lastDigit(camera) * 71) % 360 },
    { name: 'fov', type: 'smallint', value: (camera) => (turns(camera) ? 360 : 70 + lastDigit(camera) * 3) },
    { name: 'height_m', type: 'double precision', value: (camera) => (turns(camera) ? 9 : 5) + lastDigit(camera) / 4 },
    { name: 'mount_kind', type: 'text', value: (camera) => camera.mountKind },
    { name: 'capabilities', type: 'list', value: (camera) => camera.capabilities.join(',') },
    { name: 'protocols', type: 'list', value: () => 'onvif' },
    { name: 'vms_node_id', type: 'text', value: (camera) => (isMapped(camera) ? `vms-${camera.unit.code}` : null) },
    { name: 'integration_status', type: 'text', value: (camera) => camera.integrationStatus },
    { name: 'notice_kind', type: 'text', value: (camera) => (hasNotice(camera) ? 'sign' : null) },
    {
      name: 'notice_verified_at',
      type: 'timestamptz',
      value: (camera) => (hasNotice(camera) && (camera.named || lastDigit(camera) > 1) ? noticesVerifiedAt : null),
    },
    { name: 'public_share', type: 'boolean', value: () => false },
    { name: 'retention_days', type: 'smallint', value: retentionDaysOf },
    { name: 'trust_level', type: 'text', value: (camera) => (isQualified(camera) ? 'qualified' : 'ordinary') },
    { name: 'origin', type: 'text', value: (camera) => camera.origin },
    { name: 'status', type: 'text', value: () => 'active' },
    { name: 'source_kind', type: 'text', value: (camera) => camera.sourceKind },
    { name: 'version', type: 'integer', value: () => 1 },
  ];
}

/** A traffic camera of the police at a junction also serves security, a ward's street camera also urban order. */
function purposesOf(camera: DrawnCamera): string[] {
  const second =
    camera.missionClass === 'GIAO_THONG' && camera.ownerKind === 'city_police' && camera.zoneKind === 'junction_or_hub'
      ? 'AN_NINH_TRAT_TU'
      : camera.missionClass === 'AN_NINH_TRAT_TU' && camera.ownerKind === 'commune' && camera.zoneKind === 'street'
        ? 'TRAT_TU_DO_THI'
        : null;
  return second === null ? [camera.missionClass] : [camera.missionClass, second];
}

const isMapped = (camera: DrawnCamera): boolean => ['integrated', 'mapped_not_integrated'].includes(camera.integrationStatus);
/** One camera in twenty has no notice (PD-03); landmarks have theirs. */
const hasNotice = (camera: DrawnCamera): boolean => camera.named || Number(camera.code.slice(-2)) % 20 !== 7;
const isQualified = (camera: DrawnCamera): boolean => camera.missionClass === 'GIAO_THONG' && camera.ownerKind !== 'department';

/** Days of the demo city's own retention policy (INT-01, INT-02); 75 is what press reported of the traffic control centre. */
function retentionDaysOf(camera: DrawnCamera): number {
  if (camera.origin === 'traffic_centre_2025') return 75;
  if (camera.missionClass === 'GIAO_THONG') return 30;
  return camera.ownerKind === 'socialised' ? 3 : 8;
}
