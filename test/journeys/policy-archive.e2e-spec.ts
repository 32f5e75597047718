import path from 'node:path';
import { BundleArchive, PolicyStore, readBundleFiles, readSignatures } from '#libs/regulation';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});

afterAll(() => gateway.close());

describe('the archive of bundles', () => {
  it('holds the bundle in use from the start, byte by byte, with its signatures', async () => {
    const { sha256 } = gateway.app.get(PolicyStore).current().bundle;
    const archived = await gateway.app.get(BundleArchive).find(sha256);
    const folder = await readBundleFiles(path.resolve('policies/bundle'));
    if (archived === null) throw new Error('the bundle in use is not in the archive');
    for (const [name, bytes] of Object.entries(folder))
      if (name !== 'signatures') expect([name, Buffer.from(archived[name as keyof typeof archived]).equals(bytes)]).toEqual([name, true]);
    expect(readSignatures(archived)).toEqual(readSignatures(folder));
  });

  it('finds nothing that nobody brought', async () => {
    expect(await gateway.app.get(BundleArchive).find('0'.repeat(64))).toBeNull();
  });

  it('records that it was put in force, before anything was decided', async () => {
    const [row] = await gateway.services.sql<{ leaf: string }>(
      `select convert_from(leaf, 'UTF8') as leaf from audit_outbox where convert_from(leaf, 'UTF8') like '%policy.activated%'`,
    );
    expect(row?.leaf).toContain(gateway.app.get(PolicyStore).current().bundle.sha256);
  });
});
