import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openLogHouse, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { startProcess } from '../support/process.js';
import { TimeAuthority } from '../support/time-authority.js';
import { rewriteHistory, verify } from './attacker.js';

// Beside T7: drills of attackers to whom nobody inside says no any more: what is left is time that is not ours.

describe('who has stolen the keys of the log and of its witness', () => {
  let authority: TimeAuthority;
  let house: LogHouse;
  beforeAll(async () => {
    authority = new TimeAuthority();
    await authority.listen();
    house = await openLogHouse({ workerSettings: { CUAO_TSA_URL: authority.url, CUAO_TSA_CERTIFICATES: authority.issuer } });
  });
  afterAll(async () => {
    await house.close();
    await authority.close();
  });

  it('can have another history signed and witnessed, and cannot have it stamped in the past', async () => {
    const below = (name: string): string => path.join(house.services.stateDir, name);
    for (const producer of ['gateway-2', 'gateway-1']) {
      const writer = house.writer(producer);
      await Promise.all(Array.from({ length: 20 }, () => writer.append(someDraft())));
      await writer.onModuleDestroy();
    }
    await eventually('anchored', () => existsSync(path.join(house.logDir, 'anchors/list')), 60_000);
    const size = Number(readFileSync(path.join(house.logDir, 'anchors/list'), 'utf8').trim());
    await eventually(
      'its entry',
      async () =>
        (await house.services.sql(`select 1 from log_progress where anchored_size = ${size} and witnessed_size > ${size}`)).length === 1,
      30_000,
    );
    await house.worker.stop();
    await Promise.all([house.signer.stop(), house.witness.stop()]);
    const kept = below('kept');
    cpSync(path.join(house.logDir, 'anchors'), kept, { recursive: true });
    const policy = below('kept-policy');
    copyFileSync(path.join(house.logDir, 'policy'), policy);

    // An entry of the past, which no later one names as its predecessor and the anchor covers.
    const [row] = await house.services.sql<{ idx: string }>(
      `select max(idx) as idx from audit_entry where producer = 'gateway-2' and idx < ${size}`,
    );
    const index = Number(row?.idx);
    await rewriteHistory(house, index, (leaf) => leaf.replace('"allowed"', '"refused"'));
    for (const [name, key] of [
      ['signer', 'signer.key'],
      ['witness', 'witness.key'],
    ] as const) {
      const memory = readdirSync(below(name)).filter((file) => !file.endsWith('.key') && !file.endsWith('.vkey'));
      expect(readdirSync(below(name))).toContain(key);
      for (const file of memory) rmSync(path.join(below(name), file), { recursive: true, force: true });
    }
    house.signer = await startProcess('signer', house.environments.signer);
    house.witness = await startProcess('witness', house.environments.witness);
    await authority.hangUp();
    house.worker = await startProcess('worker', house.environments.worker);
    await eventually(
      'published anew, and witnessed',
      () => existsSync(path.join(house.logDir, 'checkpoint.witnessed')) && house.publishedSize() > size,
      30_000,
    );
    await house.worker.stop();

    // With the trust of before, and everything signed: only time that is not ours tells.
    const trust = ['--policy', policy];
    const rewritten = expect.stringContaining('the past was rewritten') as unknown;
    expect(verify('audit', house.logDir, ...trust, '--tsa', authority.issuer)).toMatchObject({ code: 6, because: rewritten });
    const anchor = ['tsr', 'checkpoint'].map((kind) => path.join(kept, `${size}.${kind}`));
    expect(verify('anchor', ...anchor, ...trust, '--tsa', authority.issuer, '--log', house.logDir)).toMatchObject({
      code: 6,
      because: rewritten,
    });
    // What the log says of its anchor is enough to see it, without knowing the authority.
    expect(verify('audit', house.logDir, ...trust)).toMatchObject({ code: 6, because: expect.stringContaining('another root') as unknown });
    // And who throws the stamps away has a log without time.
    rmSync(path.join(house.logDir, 'anchors'), { recursive: true });
    expect(verify('audit', house.logDir, ...trust, '--tsa', authority.issuer).code).toBe(6);
  });
});
