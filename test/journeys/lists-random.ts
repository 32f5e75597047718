import { searchTextOf } from '../../libs/registry/src/search-text.js';
import { cameraFacts, type Camera, type CameraFilter, type CameraPapers, type FootageFilter } from '#libs/registry';
import { evaluate, evaluateEach, viewerFacts, type Facts, type Obligation, type Policy, type Question } from '#libs/regulation';
import { newId, type OrganisationId, type RoleCode, type Viewer } from '#libs/kernel';
import type { TestServices } from '../support/services.js';

/** A draw that its seed repeats (mulberry32). */
export class Draw {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  one<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  }
  some<T>(list: readonly T[], most: number): T[] {
    return list.filter(() => this.next() < most / list.length);
  }
}

export const systemKinds = [
  'central',
  'specialised',
  'roadTraffic',
  'socialised',
  'private',
  'internal',
  'defence',
  'policeProfessional',
  'odd kind',
];
export const missions = ['GIAO_THONG', 'AN_NINH_TRAT_TU', 'TRAT_TU_DO_THI', 'HA_TANG', 'MOI_TRUONG', 'QUOC_PHONG', 'CHUA_BIET'];
export const zones = ['street', 'school', 'hospital', 'residential', 'junction', 'a kind nobody knows', ''];
/** The first ones are the usual ones. */
const usually = <T>(draw: Draw, list: readonly T[], usual: number): T => draw.one(draw.chance(0.8) ? list.slice(0, usual) : list);
const names = ['Ngã tư Sở', 'Hồ Gươm', 'Gò Đống Đa', 'Chợ Mơ', 'Cầu Giấy'];

/** One random inventory in place of whatever was there. */
export async function plantCameras(
  services: TestServices,
  draw: Draw,
  count: number,
  owners: readonly string[],
  units: readonly string[],
): Promise<void> {
  await services.sql('truncate camera, camera_system cascade');
  const systems = systemKinds.map((kind) => ({ id: newId('sys'), kind }));
  for (const { id, kind } of systems)
    await services.sql(`insert into camera_system values ($1, $2, $2, $2, $2, $3)`, [id, kind, draw.one(owners)]);
  const rows = Array.from({ length: count }, (_, i) => {
    const system = usually(draw, systems, 3);
    const mission = usually(draw, missions, 3);
    const name = `${draw.one(names)} ${draw.upTo(9)}`;
    return {
      id: newId('cam'),
      code: `R-${String(draw.upTo(9_999)).padStart(4, '0')}-${String(i).padStart(4, '0')}`,
      name_vi: name,
      search_text: searchTextOf(name),
      system_id: system.id,
      system_kind: system.kind,
      mission_class: mission,
      classification: draw.chance(0.9) ? 'normal' : 'stateSecret',
      purposes: [...new Set([mission, ...draw.some(missions, 1)])].join(','),
      owner_org_id: draw.one(owners),
      owner_kind: draw.one(['commune', 'city_police', 'socialised']),
      operator_org_id: draw.chance(0.5) ? draw.one(owners) : null,
      funding_kind: draw.one(['state', 'private']),
      unit_code: draw.one(units),
      zone_kind: usually(draw, zones, 3),
      is_public_place: draw.chance(0.8),
      lat: 20.9 + draw.next() / 5,
      lon: 105.7 + draw.next() / 5,
      notice: draw.chance(0.5),
      status: draw.one(['active', 'suspended', 'retired']),
    };
  });
  await services.sql(
    `insert into camera (id, code, name_vi, search_text, system_id, system_kind, mission_class, classification, purposes, owner_org_id, owner_kind,
       operator_org_id, funding_kind, unit_code, zone_kind, is_public_place, lat, lon, azimuth, fov, height_m, mount_kind, capabilities, protocols,
       integration_status, notice_kind, notice_verified_at, public_share, retention_days, trust_level, origin, status, source_kind, version)
     select id, code, name_vi, search_text, system_id, system_kind, mission_class, classification, string_to_array(purposes, ','), owner_org_id, owner_kind,
       operator_org_id, funding_kind, unit_code, zone_kind, is_public_place, lat, lon, 0, 90, 5, 'fixed', '{}', '{}', 'reported_only',
       case when notice then 'sign' end, case when notice then timestamptz '2026-06-15T02:00:00Z' end, false, 8, 'ordinary', 'survey', status, 'virtual', 1
     from jsonb_to_recordset($1::jsonb) as row (id text, code text, name_vi text, search_text text, system_id text, system_kind text,
       mission_class text, classification text, purposes text, owner_org_id text, owner_kind text, operator_org_id text, funding_kind text,
       unit_code text, zone_kind text, is_public_place boolean, lat float8, lon float8, notice boolean, status text)`,
    [JSON.stringify(rows)],
  );
}

/** Some cameras get other attributes, and with them another class; some are deleted. */
export async function disturb(services: TestServices, draw: Draw): Promise<void> {
  const share = draw.next() / 5;
  await services.sql(`update camera set zone_kind = $2, classification = $3, operator_org_id = null where random() < $1`, [
    share,
    draw.one(zones),
    draw.one(['normal', 'normal', 'stateSecret']),
  ]);
  await services.sql('delete from camera where random() < $1', [share / 4]);
}

/** Somebody of one of the bodies, in some role. */
export function someViewer(draw: Draw, like: Viewer, owners: readonly string[]): Viewer {
  const roles = ['requester', 'duty_commander', 'owner', 'duty_officer', 'inspector', 'policy_signer', 'public'] as const;
  const role: RoleCode = usually(draw, roles, 2);
  return {
    ...like,
    role,
    personId: newId('per'),
    organisationId: draw.one(owners) as OrganisationId,
    organisationKind: usually(draw, ['SO_XD', 'IOC', 'UBND_PHUONG', 'CATP_CSGT', 'DOANH_NGHIEP', 'KHONG_BIET'], 2),
    functions: draw.some(missions, 6),
    version: draw.upTo(1_000_000),
  };
}

export function someFilter(draw: Draw, owners: readonly string[], units: readonly string[]): CameraFilter {
  return {
    ...(draw.chance(0.12) ? { unitCode: draw.one(units) } : {}),
    ...(draw.chance(0.12) ? { ownerId: draw.one(owners) } : {}),
    ...(draw.chance(0.12) ? { purpose: draw.one(missions) } : {}),
    ...(draw.chance(0.12) ? { zoneKind: draw.one(zones) } : {}),
    ...(draw.chance(0.12) ? { text: draw.one(['ho guom', 'Đống Đa', 'cau', 'nothing here', '!!']) } : {}),
    ...(draw.chance(0.6)
      ? {
          footage: {
            action: usually(draw, ['live_view', 'snapshot', 'look_around'], 1),
            purpose: usually(draw, missions, 3),
            openNow: draw.chance(0.4),
          },
        }
      : {}),
  };
}

/** Papers that name some cameras of one owner, gone ones among them: a grant that may have run out, for one act. */
export function somePapers(draw: Draw, viewer: Viewer, all: readonly Camera[], purposeCode: string, now: number): CameraPapers {
  const owner = all.length === 0 ? 'org_none' : draw.one(all).ownerOrgId;
  const owned = all.filter(({ ownerOrgId }) => ownerOrgId === owner);
  const cameraIds = [...owned.filter(() => draw.chance(12 / Math.max(12, owned.length))).map(({ id }) => id), newId('cam')];
  const requester = {
    userId: viewer.personId,
    orgId: viewer.organisationId,
    orgKind: viewer.organisationKind,
    functions: viewer.functions,
  };
  const key = (name: string, orgId: string, orgKind: string) => ({
    key: name,
    approver: newId('per'),
    orgId,
    orgKind,
    effect: 'approved',
    signedAt: now - 5_000,
  });
  const facts: Facts = {
    request: {
      requester,
      purposeCode,
      legalBasisCode: 'PDPL-19.1.c',
      transferGround: '17.1.dd',
      writtenRequest: { number: '1', date: now - 9_000, issuer: 'x', signatureRef: 'x' },
      reason: 'Kiểm tra hư hỏng mặt đường sau mưa',
      dataType: 'video',
      detailLevel: 'street',
      volume: 1,
      accessFrequency: 'once',
      deliveryMethod: 'stream',
    },
    approvals: [key('owner', owner, 'UBND_PHUONG'), key('police', 'org_police', 'CATP')],
    grant: {
      id: newId('grt'),
      scope: {
        cameras: cameraIds,
        actions: ['live_view', ...(draw.chance(0.5) ? ['snapshot'] : [])],
        window: { from: now - 1_000, to: now + 90_000 },
      },
      expiresAt: now + draw.one([-1, 90_000, 90_000]),
    },
  };
  return { cameraIds, facts };
}

/** The answers of the rules for each camera, with its full facts: what every list must be equal to. No class is known here. */
export class RowByRow {
  constructor(
    private readonly policy: Policy,
    private readonly now: number,
    private readonly enforceable: (code: string, mode: string) => boolean,
  ) {}

  /** Those cameras that are open, whatever else a filter asks for (`matches`). A few of the answers are asked for one by one besides. */
  open(viewer: Viewer, cameras: readonly Camera[], footage: FootageFilter | null, papers: readonly CameraPapers[]): Set<string> {
    const listed = this.effects(viewer, 'list_cameras', cameras, {}, true);
    const told = cameras.filter((_, i) => listed[i] === 'allow');
    if (footage === null) return idsOf(told);
    const strict = footage.openNow === true;
    const open = new Set<string>();
    const ask = (asked: readonly Camera[], facts: Facts): void => {
      for (const [i, effect] of this.effects(viewer, footage.action, asked, facts, strict).entries())
        if (effect === 'allow' || (!strict && effect === 'needs_approval')) open.add(asked[i]?.id ?? '');
    };
    for (const facts of this.assumed(viewer, footage.action, footage.purpose))
      ask(
        told.filter(({ id }) => !open.has(id)),
        facts,
      );
    for (const { cameraIds, facts } of papers)
      ask(
        told.filter(({ id }) => cameraIds.includes(id)),
        facts,
      );
    return open;
  }

  private assumed(viewer: Viewer, action: string, purposeCode: string): Facts[] {
    const { personId: userId, organisationId: orgId, organisationKind: orgKind, unitId, functions } = viewer;
    return (this.policy.tables.classes.finder[action] ?? []).map((row) => {
      const paper = structuredClone(row) as NonNullable<Facts['request']>;
      return {
        request: {
          ...paper,
          writtenRequest: { ...paper.writtenRequest, date: this.now },
          requester: { userId, orgId, orgKind, unitId, functions },
          purposeCode,
        },
      };
    });
  }

  private effects(viewer: Viewer, action: string, cameras: readonly Camera[], facts: Facts, strict: boolean): string[] {
    if (!this.policy.abilities.mayTry(viewer.role, action)) return cameras.map(() => 'deny');
    const question = { ...facts, action, asOf: this.now, viewer: viewerFacts(viewer) };
    const effects: string[] = [];
    for (let from = 0; from < cameras.length; from += 50) {
      const part = cameras.slice(from, from + 50).map(cameraFacts);
      const answers = evaluateEach(this.policy, question, part).map(({ effect, obligations }) =>
        effect === 'allow' && strict && !this.kept(obligations) ? 'deny' : effect,
      );
      const one = this.alone({ ...question, camera: part[0] }, strict);
      if (one !== answers[0]) throw new Error(`one by one ${one}, together ${answers[0] ?? 'nothing'}: ${JSON.stringify(part[0])}`);
      effects.push(...answers);
    }
    return effects;
  }

  private kept(obligations: readonly Obligation[]): boolean {
    return obligations.every(({ code, mode }) => mode === 'after' || this.enforceable(code, mode));
  }

  private alone(question: Question, strict: boolean): string {
    return evaluate(this.policy, question, {
      evaluatedAt: this.now,
      viewerVersion: null,
      unenforceable: (list) => (strict ? list.filter((one) => !this.kept([one])) : []),
    }).effect;
  }
}

const idsOf = (cameras: readonly Camera[]): Set<string> => new Set(cameras.map(({ id }) => id));

/** What a filter asks of a camera besides footage. */
export function matches(camera: Camera, { unitCode, ownerId, purpose, zoneKind, text }: CameraFilter): boolean {
  const given = (value: string | null | undefined): value is string => value !== undefined && value !== null && value !== '';
  const folded = searchTextOf(camera.nameVi);
  return (
    (!given(unitCode) || camera.unitCode === unitCode)
    && (!given(ownerId) || camera.ownerOrgId === ownerId)
    && (!given(purpose) || camera.purposes.includes(purpose))
    && (!given(zoneKind) || camera.zoneKind === zoneKind)
    && (!given(text) || (searchTextOf(text).trim() !== '' && folded.includes(searchTextOf(text).trimEnd())))
  );
}
