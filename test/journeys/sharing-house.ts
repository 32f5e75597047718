import '../support/node-errors.js';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, FolderStore } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { Database, DatabaseModule } from '#libs/database';
import { Cursors, demoPersonId, IdentityModule } from '#libs/identity';
import { Clock, FixedClock, newId, type OrganisationId, type RoleCode, type Viewer } from '#libs/kernel';
import { RegistryModule } from '#libs/registry';
import { ObligationRegistry, RegulationModule } from '#libs/regulation';
import { SharingClocks, SharingClocksModule, SharingModule } from '#libs/sharing';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { alwaysFresh, standLog } from '../support/standing-log.js';

/** The libs of the gateway on a database of their own, acting as the gateway's database role, with a clock that stands still. */
export interface SharingHouse {
  readonly services: TestServices;
  readonly clock: FixedClock;
  readonly db: Database;
  readonly clocks: SharingClocks;
  readonly get: INestApplicationContext['get'];
  /** A demo person acting in one of their roles, as identity would say it. */
  readonly as: (key: string, role: RoleCode) => Promise<Viewer>;
  readonly close: () => Promise<void>;
}

/** A Tuesday morning in Hà Nội, after every change-over of the law. */
export const someMorning = '2026-11-17T02:00:00.000Z';

export async function openHouse(): Promise<SharingHouse> {
  const services = await createTestDatabase({ content: 'city' });
  const clock = new FixedClock(someMorning);
  const origin = 'audit.test.example/footage-access/1/2026h2';
  // No worker keeps this log, and the clock jumps by weeks.
  await standLog(services, origin, alwaysFresh);
  await mkdir(path.join(services.stateDir, 'keys'), { recursive: true });

  @Global()
  @Module({
    providers: [
      { provide: Clock, useValue: clock },
      { provide: Cursors, useValue: new Cursors(randomBytes(32)) },
    ],
    exports: [Clock, Cursors],
  })
  class AroundModule {}

  @Module({
    imports: [
      AroundModule,
      DatabaseModule.forProcess({ databaseUrl: services.databaseUrl, role: 'cuao_gateway', poolSize: 6, applicationName: 'test-gateway' }),
      AuditModule.forProcess({
        databaseUrl: services.databaseUrl,
        role: 'cuao_gateway',
        producer: 'gateway-test',
        origin,
        stateDir: services.stateDir,
        doorbell: null,
        store: new FolderStore(path.join(services.stateDir, 'log')),
        readsOpenings: true,
      }),
      IdentityModule.forReaders(),
      RegulationModule.forProcess({ policyDir: path.resolve('policies/bundle') }),
      RegistryModule,
      ConsentModule.forGateway({ stateDir: services.stateDir }),
      SharingModule,
      SharingClocksModule,
    ],
  })
  class HouseModule {}

  const app = await NestFactory.createApplicationContext(HouseModule, { logger: false, abortOnError: false });
  app.get(ObligationRegistry).accept('watermark', 'stream');
  const db = app.get(Database);
  return {
    services,
    clock,
    db,
    clocks: app.get(SharingClocks),
    get: app.get.bind(app),
    as: (key, role) => viewerOf(db, key, role),
    close: async () => {
      await app.close();
      await services.close();
    },
  };
}

async function viewerOf(db: Database, key: string, role: RoleCode): Promise<Viewer> {
  const [row] = await db.query<{
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
     from person p join organisation o on o.id = p.organisation_id join person_role r on r.person_id = p.id
     where p.demo_key = $1 and r.role = $2`,
    [key, role],
  );
  if (row === undefined) throw new Error(`${key} does not hold the role ${role}`);
  return {
    personId: demoPersonId(key),
    sessionId: newId('ses'),
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
