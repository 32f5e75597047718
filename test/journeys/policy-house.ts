import { ownerDataSource } from '#libs/database';
import { organisationIdOf } from '#libs/identity';
import { seedInspection } from '#libs/inspection';
import { newId } from '#libs/kernel';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';

/** A gateway with the demo people, one inspection decision and one camera of the ward Hoàn Kiếm. */
export interface PolicyHouse {
  readonly gateway: TestGateway;
  readonly cameraId: string;
  /** @param who key of a demo person, or null for somebody who has not signed in @throws on an error in the answer */
  readonly ask: (who: string | null, query: string, variables?: object) => Promise<Record<string, unknown>>;
  /** A request of Mai (Sở Xây dựng) for the camera, refused because its purpose does not fit. @returns id of the refusal's decision */
  readonly refusedRequest: (change?: object) => Promise<string>;
  /** The form of a request for the camera that would go on its way. */
  readonly requestInput: (change?: object) => object;
  /** Types of the entries on the log, oldest first. */
  readonly entryTypes: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

export async function openPolicyHouse(): Promise<PolicyHouse> {
  const gateway = await startTestGateway();
  const owner = await ownerDataSource(gateway.services.databaseUrl);
  await owner.transaction((tx) => seedInspection(tx));
  await owner.destroy();
  const cameraId = await plantCamera(gateway);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (key: string): Promise<string> => {
    const token = tokens.get(key) ?? gateway.token(key);
    tokens.set(key, token);
    return token;
  };
  const ask: PolicyHouse['ask'] = async (who, query, variables) => {
    const { body } = await gateway.ask(query, {
      ...(who === null ? {} : { token: await tokenOf(who) }),
      ...(variables === undefined ? {} : { variables }),
    });
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    return body.data ?? {};
  };
  return {
    gateway,
    cameraId,
    ask,
    refusedRequest: async (change = {}) => {
      const answer = await ask(
        'mai',
        `mutation ($input: RequestInput!) { submitRequest(input: $input) { __typename ... on Denied { decisionId reasons { rule } } } }`,
        { input: { ...requestInput(cameraId), purposeCode: 'HA_TANG', ...change } },
      );
      const { decisionId } = answer['submitRequest'] as { decisionId?: string };
      if (decisionId === undefined) throw new Error(`the request was not refused: ${JSON.stringify(answer)}`);
      return decisionId;
    },
    requestInput: (change = {}) => ({ ...requestInput(cameraId), ...change }),
    entryTypes: async () => {
      const rows = await gateway.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id');
      return rows.map(({ leaf }) => {
        const { t, outcome } = JSON.parse(leaf.toString('utf8')) as { t: string; outcome: string };
        return `${t} ${outcome}`;
      });
    },
    close: () => gateway.close(),
  };
}

function requestInput(cameraId: string): object {
  const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  return {
    actions: ['live_view'],
    purposeCode: 'TRAT_TU_DO_THI',
    legalBasisCode: 'PDPL-19.1.c',
    reason: 'Xác minh phản ánh lấn chiếm vỉa hè quanh hồ Hoàn Kiếm',
    writtenRequestNumber: '123/SXD-HT',
    writtenRequestDate: '2026-11-10',
    writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
    dataType: 'video',
    detailLevel: 'đường phố',
    volume: '1 camera',
    accessFrequency: 'một lần',
    deliveryMethod: 'xem trực tiếp',
    cameraIds: [cameraId],
    windowFrom: inHours(-1),
    windowTo: inHours(6),
  };
}

/** Registering cameras is not what is tried here, so the owner of the database plants one. */
async function plantCamera({ services: { sql } }: TestGateway): Promise<string> {
  const [system, camera, ward] = [newId('sys'), newId('cam'), organisationIdOf('ubnd-hoan-kiem')];
  await sql(`insert into camera_system values ($1, 'central-commune', 'Camera phường', 'Ward cameras', 'central', $2)`, [system, ward]);
  await sql(
    `insert into camera (id, code, name_vi, search_text, system_id, system_kind, mission_class, classification, purposes, owner_org_id,
       owner_kind, funding_kind, unit_code, zone_kind, is_public_place, lat, lon, azimuth, fov, height_m, mount_kind, capabilities, protocols,
       integration_status, notice_kind, notice_verified_at, public_share, retention_days, trust_level, origin, status, source_kind, version)
     values ($1, 'HN-00070-0001', 'Hồ Hoàn Kiếm', ' ho hoan kiem', $2, 'central', 'TRAT_TU_DO_THI', 'normal', '{TRAT_TU_DO_THI}', $3, 'commune',
       'state', '00070', 'park_or_square', true, 21.03, 105.85, 0, 90, 5, 'fixed', '{overview}', '{onvif}', 'reported_only', 'sign',
       '2026-06-15T02:00:00Z', false, 8, 'ordinary', 'existing_survey', 'active', 'virtual', 1)`,
    [camera, system, ward],
  );
  return camera;
}
