import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, EntryWriter, FolderStore, LogReader, type EntryDraft } from '#libs/audit';
import { Database, DatabaseModule, ownerDataSource } from '#libs/database';
import { Cursors, demoPeople, demoPersonId, IdentityModule, Organisations, seedIdentity } from '#libs/identity';
import { InspectionModule, LogExports, LogInspection, seedInspection } from '#libs/inspection';
import { Clock, newId, SystemClock, type EntryId, type RoleCode, type Viewer } from '#libs/kernel';
import { RegulationModule } from '#libs/regulation';
import { ErasureActs } from '../../libs/inspection/src/erasure/erasure-acts.service.js';
import { ErasureAnswers } from '../../libs/inspection/src/erasure/erasure-answers.service.js';
import { ErasureView } from '../../libs/inspection/src/erasure/erasure-view.service.js';
import { FindingClosures } from '../../libs/inspection/src/health/finding-closures.service.js';
import { LogHealthAnswers } from '../../libs/inspection/src/health/log-health-answers.service.js';
import { openLogHouse, origin, type LogHouse } from './log-house.js';

/** A log, its people and the inspection's read side in one process; opened by each spec file for itself. */
export interface InspectionHouse {
  readonly log: LogHouse;
  readonly inspection: LogInspection;
  readonly exports: LogExports;
  readonly writer: EntryWriter;
  readonly reader: LogReader;
  /** A demo person acting in one of their roles, as identity would say it. */
  readonly as: (key: string, role: RoleCode) => Promise<Viewer>;
  readonly happened: (viewer: Viewer, change?: Partial<EntryDraft>) => Promise<EntryId>;
  readonly isSearchable: (id: EntryId) => Promise<boolean>;
  /** Types and outcomes that the viewer's own reading has put on the log, oldest first. */
  readonly readingsOf: (viewer: Viewer) => Promise<string[]>;
  readonly get: INestApplicationContext['get'];
  readonly close: () => Promise<void>;
}

export async function openInspectionHouse(): Promise<InspectionHouse> {
  const house = await openLogHouse();
  const { databaseUrl, stateDir } = house.services;
  const owner = await ownerDataSource(databaseUrl);
  await owner.transaction(seedIdentity);
  await owner.transaction((tx) => seedInspection(tx));
  await owner.destroy();

  @Global()
  @Module({
    providers: [
      { provide: Clock, useClass: SystemClock },
      { provide: Cursors, useValue: new Cursors(randomBytes(32)) },
    ],
    exports: [Clock, Cursors],
  })
  class AroundModule {}

  const settings = {
    databaseUrl,
    role: 'cuao_gateway',
    producer: 'gateway-1',
    origin,
    stateDir,
    store: new FolderStore(house.logDir),
    readsOpenings: true,
  } as const;
  @Module({
    imports: [
      AroundModule,
      DatabaseModule.forProcess({ databaseUrl, role: 'cuao_gateway', poolSize: 4, applicationName: 'test-gateway' }),
      AuditModule.forProcess({ ...settings, doorbell: { redisUrl: house.services.redisUrl, queuePrefix: house.services.queuePrefix } }),
      IdentityModule.forReaders(),
      RegulationModule.forProcess({ policyDir: path.resolve('policies/bundle') }),
      InspectionModule,
    ],
    providers: [FindingClosures, LogHealthAnswers, ErasureActs, ErasureView, ErasureAnswers],
  })
  class HouseModule {}
  const app = await NestFactory.createApplicationContext(HouseModule, { logger: false, abortOnError: false });
  const writer = app.get(EntryWriter);
  return {
    log: house,
    inspection: app.get(LogInspection),
    exports: app.get(LogExports),
    writer,
    reader: app.get(LogReader),
    as: (key, role) => actingAs(app, key, role),
    happened: async (viewer, change = {}) =>
      (
        await writer.append({
          type: 'live_view.open',
          viewer,
          outcome: 'allowed',
          resource: { kind: 'camera', id: newId('cam') },
          ...change,
        })
      ).entryId,
    isSearchable: async (id) => (await house.services.sql('select 1 from audit_search where entry_id = $1', [id.slice(4)])).length > 0,
    readingsOf: (viewer) => readingsOf(house, viewer),
    get: app.get.bind(app),
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

async function actingAs(app: INestApplicationContext, key: string, role: RoleCode): Promise<Viewer> {
  const person = demoPeople().find((each) => each.key === key);
  const organisation = await app.get(Database).read((tx) => app.get(Organisations).findByCode(tx, person?.organisationCode ?? ''));
  if (person === undefined || organisation === null) throw new Error(`no demo person ${key}`);
  return {
    personId: demoPersonId(key),
    sessionId: newId('ses'),
    displayName: person.displayName,
    organisationId: organisation.id,
    organisationCode: organisation.code,
    organisationKind: organisation.orgKind,
    organisationName: organisation.nameVi,
    unitId: null,
    areaCodes: [],
    title: person.titleVi,
    role,
    functions: organisation.functions,
    inspectionIds: [],
    mfaLevel: 2,
    trainingValidTo: null,
    sourceAddress: '192.0.2.1',
    version: 1,
  };
}

async function readingsOf(house: LogHouse, viewer: Viewer): Promise<string[]> {
  const rows = await house.services.sql<{ leaf: Buffer }>(`select leaf from audit_outbox union all select l.leaf from audit_leaf l`);
  const leaves = rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string; outcome: string; org?: string; at: string });
  return leaves
    .filter(({ t, org }) => t.startsWith('audit.') && org === viewer.organisationCode)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ t, outcome }) => `${t} ${outcome}`);
}
