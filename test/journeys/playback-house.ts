import '../support/node-errors.js';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Global, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, FolderStore } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { DatabaseModule } from '#libs/database';
import { FootageClocks, FootageClocksModule, Playback, PlaybackModule } from '#libs/footage';
import { Cursors, demoPersonId, IdentityModule } from '#libs/identity';
import {
  Clock,
  newId,
  SystemClock,
  type CameraId,
  type GrantId,
  type OrganisationId,
  type RequestId,
  type RoleCode,
  type Viewer,
} from '#libs/kernel';
import { RegistryModule } from '#libs/registry';
import { RegulationModule } from '#libs/regulation';
import { Grants, SharingModule } from '#libs/sharing';
import { createEdge, type RunningEdge } from '../../apps/edge/src/create-edge.js';
import { EmergencyActs } from '../../libs/regulation/src/emergency/emergency-acts.service.js';
import { OwnerActs } from '../../libs/sharing/src/request/owner-acts.service.js';
import { ApprovalActs } from '../../libs/sharing/src/request/approval-acts.service.js';
import { PoliceActs } from '../../libs/sharing/src/request/police-acts.service.js';
import type { RawRequestForm } from '../../libs/sharing/src/request/request-form.js';
import { Submissions } from '../../libs/sharing/src/request/submissions.service.js';
import { createTestDatabase, type TestServices } from '../support/services.js';

export const portal = 'http://127.0.0.1:7400';
export const origin = 'audit.test.example/footage-access/1/2026h2';

/** The gateway's libs and a real edge beside them, on one database and the time of day. */
export interface PlaybackHouse {
  readonly services: TestServices;
  readonly playback: Playback;
  readonly clocks: FootageClocks;
  readonly grants: Grants;
  readonly emergency: EmergencyActs;
  readonly clock: Clock;
  readonly edge: RunningEdge;
  readonly edgeUrl: string;
  /** The first gateway, and others beside it: each with its own pool, caches and policy, on the same database. */
  readonly gateway: INestApplicationContext;
  readonly openAnother: (producer: string) => Promise<INestApplicationContext>;
  /** A demo person who has signed in with one of their roles. */
  readonly as: (key: string, role: RoleCode) => Promise<Viewer>;
  /** Walks the road from a request to its grant: mai asks, thu consents, son reviews, dung approves. */
  readonly granted: (
    overrides?: Partial<RawRequestForm>,
  ) => Promise<{ readonly grantId: GrantId; readonly cameraId: CameraId; readonly requestId: RequestId }>;
  readonly close: () => Promise<void>;
}

export async function openPlaybackHouse(): Promise<PlaybackHouse> {
  const services = await createTestDatabase({ content: 'city' });
  const clock = new SystemClock();
  await mkdir(path.join(services.stateDir, 'keys'), { recursive: true });
  const { databaseUrl, stateDir } = services;
  const edge = await createEdge({
    stateDir,
    logOrigin: origin,
    databaseUrl,
    producer: 'edge-1',
    port: 0,
    policyDir: stateDir,
    publicUrl: portal,
    edgeUrl: portal,
    ffmpeg: process.env['CUAO_FFMPEG'] ?? '/usr/bin/ffmpeg',
    virtualClip: path.join(stateDir, 'virtual.mp4'),
  });
  const edgeUrl = `http://127.0.0.1:${edge.port}`;

  const around = aroundOf(clock);
  // The clocks run where the worker does, with the worker's rights.
  @Module({
    imports: [
      around,
      DatabaseModule.forProcess({ databaseUrl, role: 'cuao_worker', poolSize: 2, applicationName: 'test-worker' }),
      AuditModule.forProcess({
        databaseUrl,
        role: 'cuao_worker',
        producer: 'worker-test',
        origin,
        stateDir,
        doorbell: null,
        store: null,
        readsOpenings: false,
      }),
      FootageClocksModule,
    ],
  })
  class WorkerHouseModule {}

  const gateway = await openGateway({ services, clock, edgeUrl, producer: 'gateway-test' });
  const worker = await NestFactory.createApplicationContext(WorkerHouseModule, { logger: false, abortOnError: false });
  const others: INestApplicationContext[] = [];
  const as = (key: string, role: RoleCode): Promise<Viewer> => signIn(services, clock, key, role);
  return {
    services,
    playback: gateway.get(Playback),
    clocks: worker.get(FootageClocks),
    grants: gateway.get(Grants),
    emergency: gateway.get(EmergencyActs),
    clock,
    edge,
    edgeUrl,
    gateway,
    openAnother: async (producer) => {
      const other = await openGateway({ services, clock, edgeUrl, producer });
      others.push(other);
      return other;
    },
    as,
    granted: async (overrides) => {
      const cameraIds = await wardCameras(services);
      const cameraId = cameraIds[0];
      if (cameraId === undefined) throw new Error('the ward has no camera');
      const submitted = await gateway
        .get(Submissions)
        .submit(await as('mai', 'requester'), form(clock, { cameraIds: [cameraId], ...overrides }), null);
      if (submitted.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
      const { requestId } = submitted;
      const [version] = await services.sql<{ digest: string }>('select digest from request_version where request_id = $1', [requestId]);
      const act = { requestId, shownDigest: version?.digest ?? '', note: null };
      await gateway.get(OwnerActs).answer(await as('thu', 'owner'), { ...act, verdict: 'CONSENT' });
      await gateway.get(PoliceActs).review(await as('son', 'reviewer'), { ...act, verdict: 'FORWARD' });
      const approve = async (key: string): ReturnType<ApprovalActs['approve']> =>
        gateway.get(ApprovalActs).approve(await as(key, 'approver'), { ...act, verdict: 'APPROVE' }, null);
      const first = await approve('dung');
      // Whoever comes back to the same camera often needs a second approver (POL-11).
      const approved = first.kind === 'signed' && first.grantIds.length === 0 ? await approve('vinh') : first;
      const grantId = approved.kind === 'signed' ? approved.grantIds[0] : undefined;
      if (grantId === undefined) throw new Error(`not approved: ${JSON.stringify(approved)}`);
      return { grantId, cameraId, requestId };
    },
    close: async () => {
      await Promise.all([gateway.close(), ...others.map((other) => other.close()), worker.close(), edge.close()]);
      await services.close();
    },
  };
}

/** What stands around the libs in every process of the house. */
function aroundOf(clock: Clock): Type {
  @Global()
  @Module({
    providers: [
      { provide: Clock, useValue: clock },
      { provide: Cursors, useValue: new Cursors(randomBytes(32)) },
    ],
    exports: [Clock, Cursors],
  })
  class AroundModule {}
  return AroundModule;
}

interface GatewayPlace {
  readonly services: TestServices;
  readonly clock: Clock;
  readonly edgeUrl: string;
  readonly producer: string;
}

function openGateway({ services: { databaseUrl, stateDir }, clock, edgeUrl, producer }: GatewayPlace): Promise<INestApplicationContext> {
  @Module({
    imports: [
      aroundOf(clock),
      DatabaseModule.forProcess({ databaseUrl, role: 'cuao_gateway', poolSize: 6, applicationName: producer }),
      AuditModule.forProcess({
        databaseUrl,
        role: 'cuao_gateway',
        producer,
        origin,
        stateDir,
        doorbell: null,
        store: new FolderStore(path.join(stateDir, 'log')),
        readsOpenings: true,
      }),
      IdentityModule.forReaders(),
      RegulationModule.forProcess({ policyDir: path.resolve('policies/bundle') }),
      RegistryModule,
      ConsentModule.forGateway({ stateDir }),
      SharingModule,
      PlaybackModule.forProcess({ edgeUrl, producer }),
    ],
  })
  class HouseModule {}
  return NestFactory.createApplicationContext(HouseModule, { logger: false, abortOnError: false });
}

/** Cameras of the ward that thu speaks for. */
export async function wardCameras(services: TestServices): Promise<CameraId[]> {
  const rows = await services.sql<{ id: CameraId }>(
    `select c.id from camera c join organisation o on o.id = c.owner_org_id
     where o.code = 'ubnd-hoan-kiem' and c.mission_class = 'TRAT_TU_DO_THI' and c.is_public_place and c.source_kind = 'virtual' order by c.code limit 5`,
  );
  return rows.map((row) => row.id);
}

function form(clock: Clock, overrides: Partial<RawRequestForm>): RawRequestForm {
  const inHours = (hours: number): Date => new Date(clock.nowMs() + hours * 3_600_000);
  return {
    actions: ['live_view'],
    purposeCode: 'TRAT_TU_DO_THI',
    legalBasisCode: 'PDPL-19.1.c',
    reason: 'Xác minh phản ánh lấn chiếm vỉa hè quanh hồ Hoàn Kiếm',
    writtenRequestNumber: '123/SXD-HT',
    writtenRequestDate: inHours(-24).toISOString().slice(0, 10),
    writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
    caseReference: 'HS-2026-77',
    dataType: 'video',
    detailLevel: 'đường phố',
    volume: '1 camera, 8 giờ',
    accessFrequency: 'một lần',
    deliveryMethod: 'xem trực tiếp',
    cameraIds: [],
    windowFrom: inHours(-1),
    windowTo: inHours(8),
    ...overrides,
  };
}

/** The viewer that identity would build, with the row of the sign-in that sessions refer to. */
async function signIn(services: TestServices, clock: Clock, key: string, role: RoleCode): Promise<Viewer> {
  const [row] = await services.sql<{
    id: OrganisationId;
    code: string;
    kind: string;
    name: string;
    unit: string | null;
    functions: string[];
    person: string;
    title: string;
  }>(
    `select o.id, o.code, o.org_kind as kind, o.name_vi as name, o.unit_code as unit, o.functions, p.display_name as person, p.title
     from person p join organisation o on o.id = p.organisation_id join person_role r on r.person_id = p.id where p.demo_key = $1 and r.role = $2`,
    [key, role],
  );
  if (row === undefined) throw new Error(`${key} does not hold the role ${role}`);
  const sessionId = newId('ses');
  const now = clock.now();
  await services.sql(
    `insert into session (id, person_id, role, way, token_hash, signed_in_at, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, 'TOKEN', $4, $5, $5, $5, $6)`,
    [sessionId, demoPersonId(key), role, randomBytes(32), now, new Date(now.getTime() + 3_600_000)],
  );
  return {
    personId: demoPersonId(key),
    sessionId,
    displayName: row.person,
    organisationId: row.id,
    organisationCode: row.code,
    organisationKind: row.kind,
    organisationName: row.name,
    unitId: null,
    areaCodes: row.unit === null ? [] : [row.unit],
    title: row.title,
    role,
    functions: row.functions,
    inspectionIds: [],
    mfaLevel: 2,
    trainingValidTo: '2027-12-31T16:59:59.999Z',
    sourceAddress: '192.0.2.1',
    version: 1,
  };
}
