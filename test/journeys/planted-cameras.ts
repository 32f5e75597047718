import { organisationIdOf } from '#libs/identity';
import { newId } from '#libs/kernel';
import type { TestServices } from '../support/services.js';

/** Three cameras of the ward Hoàn Kiếm; registering cameras is not built yet, so the owner of the database plants them. */
export async function plantCameras({ sql }: Pick<TestServices, 'sql'>): Promise<void> {
  const [system, ward] = [newId('sys'), organisationIdOf('ubnd-hoan-kiem')];
  await sql(`insert into camera_system values ($1, 'central-commune', 'Camera phường', 'Ward cameras', 'central', $2)`, [system, ward]);
  for (const n of [1, 2, 3])
    await sql(
      `insert into camera (id, code, name_vi, search_text, system_id, system_kind, mission_class, classification, purposes, owner_org_id,
         owner_kind, funding_kind, unit_code, zone_kind, is_public_place, lat, lon, azimuth, fov, height_m, mount_kind, capabilities, protocols,
         integration_status, notice_kind, notice_verified_at, public_share, retention_days, trust_level, origin, status, source_kind, version)
       values ($1, $2, 'Hồ Hoàn Kiếm', ' ho hoan kiem', $3, 'central', 'TRAT_TU_DO_THI', 'normal', '{TRAT_TU_DO_THI}', $4, 'commune', 'state',
         '00070', 'park_or_square', true, 21.03, 105.85, 0, 90, 5, 'fixed', '{overview}', '{onvif}', 'reported_only', 'sign',
         '2026-06-15T02:00:00Z', false, 8, 'ordinary', 'existing_survey', 'active', 'virtual', 1)`,
      [newId('cam'), `HN-00070-000${n}`, system, ward],
    );
}
