import type { Tx } from '#libs/database';
import { foldVietnamese } from '#libs/kernel';
import { demoPeople, demoPersonId } from './demo-people.js';
import { functionsOf, organisationKindOf } from './organisation/organisation-kind.js';
import { organisationIdOf, readOrganisations, readUnits } from './reference-data.js';

/** When the demo people were given their roles; any fixed instant before the city opens. */
const givenAt = '2026-01-05T01:00:00.000Z';
const trainingValidTo = '2027-12-31T16:59:59.999Z';

/** The one machine of the demo city: the inspectorate's mirror of the log. */
export const mirrorClient = { clientId: 'inspectorate-mirror', organisationCode: 'thanh-tra-tp', rights: ['log.entries'] } as const;

/**
 * Plants 126 units, 335 organisations, the demo people with their roles and the mirror's client. May be run again:
 * names and kinds follow the data files, people who exist keep their version and whether they are active.
 */
export async function seedIdentity(tx: Tx): Promise<void> {
  await seedUnits(tx);
  await seedOrganisations(tx);
  await seedPeople(tx);
  await tx.query(
    `insert into machine_client (client_id, organisation_id, rights, active) values ($1, $2, $3, true)
     on conflict (client_id) do update set organisation_id = excluded.organisation_id, rights = excluded.rights`,
    [mirrorClient.clientId, organisationIdOf(mirrorClient.organisationCode), [...mirrorClient.rights]],
  );
}

async function seedUnits(tx: Tx): Promise<void> {
  const rows = (await readUnits()).map((unit) => ({ ...unit, nameFolded: foldVietnamese(unit.nameVi) }));
  await tx.query(
    `insert into unit (code, kind, name_vi, name_ascii, name_folded, lat, lon, area_km2, population)
     select code, kind, "nameVi", "nameAscii", "nameFolded", lat, lon, "areaKm2", population
     from jsonb_to_recordset($1::jsonb) as u(code text, kind text, "nameVi" text, "nameAscii" text, "nameFolded" text,
       lat double precision, lon double precision, "areaKm2" double precision, population integer)
     on conflict (code) do update set kind = excluded.kind, name_vi = excluded.name_vi, name_ascii = excluded.name_ascii,
       name_folded = excluded.name_folded, lat = excluded.lat, lon = excluded.lon, area_km2 = excluded.area_km2, population = excluded.population`,
    [JSON.stringify(rows)],
  );
}

async function seedOrganisations(tx: Tx): Promise<void> {
  const rows = (await readOrganisations()).map((body) => {
    const orgKind = organisationKindOf(body);
    return {
      id: organisationIdOf(body.code),
      code: body.code,
      nameVi: body.nameVi,
      nameEn: body.nameEn,
      nameFolded: foldVietnamese(body.nameVi),
      kind: body.kind,
      orgKind,
      parentId: body.parent === null ? null : organisationIdOf(body.parent),
      unitCode: body.unitCode,
      functions: functionsOf(orgKind, body.sector),
    };
  });
  await tx.query(
    `insert into organisation (id, code, name_vi, name_en, name_folded, kind, org_kind, parent_id, unit_code, functions, active)
     select id, code, "nameVi", "nameEn", "nameFolded", kind, "orgKind", "parentId", "unitCode", functions, true
     from jsonb_to_recordset($1::jsonb) as o(id text, code text, "nameVi" text, "nameEn" text, "nameFolded" text, kind text,
       "orgKind" text, "parentId" text, "unitCode" text, functions text[])
     on conflict (id) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, name_folded = excluded.name_folded,
       kind = excluded.kind, org_kind = excluded.org_kind, parent_id = excluded.parent_id, unit_code = excluded.unit_code,
       functions = excluded.functions`,
    [JSON.stringify(rows)],
  );
}

async function seedPeople(tx: Tx): Promise<void> {
  for (const person of demoPeople()) {
    await tx.query(
      `insert into person (id, demo_key, display_name, title, organisation_id, functions, mfa_level, training_valid_to, active, version)
       values ($1, $2, $3, $4, $5, '{}', 2, $6, true, 1)
       on conflict (id) do update set display_name = excluded.display_name, title = excluded.title`,
      [
        demoPersonId(person.key),
        person.key,
        person.displayName,
        person.titleVi,
        organisationIdOf(person.organisationCode),
        trainingValidTo,
      ],
    );
    await tx.query(`insert into person_role (person_id, role, given_at) select $1, unnest($2::text[]), $3 on conflict do nothing`, [
      demoPersonId(person.key),
      [...person.roles],
      givenAt,
    ]);
  }
}
