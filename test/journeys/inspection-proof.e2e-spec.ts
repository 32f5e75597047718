import '../support/node-errors.js';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogInspection } from '#libs/inspection';
import { newId } from '#libs/kernel';
import { verifyProof } from '../../apps/cli/src/verify/proof.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let inspection: LogInspection;
let as: InspectionHouse['as'];
let happened: InspectionHouse['happened'];

beforeAll(async () => {
  house = await openInspectionHouse();
  ({ inspection, as, happened } = house);
});

afterAll(() => house?.close());

describe('a proof', () => {
  const trusted = (): Exclude<ReturnType<typeof parseTrustPolicy>, string> => {
    const policy = parseTrustPolicy(readFileSync(path.join(house.log.logDir, 'policy'), 'utf8'));
    if (typeof policy === 'string') throw new Error(policy);
    return policy;
  };

  it('is given to the inspector with the hashed text, verifies offline, and its taking is an entry', async () => {
    const [mai, khanh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head')];
    const id = await happened(mai);
    await eventually('it is witnessed', async () => {
      const outcome = await inspection.proof(khanh, id);
      return outcome.kind === 'proof' && outcome.proof.state === 'WITNESSED';
    });
    const outcome = await inspection.proof(khanh, id);
    if (outcome.kind !== 'proof' || outcome.leaf === null) throw new Error(outcome.kind);
    expect(await verifyProof(outcome.proof.text, trusted(), { bytes: Buffer.from(outcome.leaf) })).toMatchObject({
      index: outcome.proof.index,
    });
    expect(outcome.proof.witnesses).toHaveLength(1);
    expect(await house.readingsOf(khanh)).toContain('audit.proof allowed');
  });

  it('is given to anybody who knows the id, without the text; to the actor with it', async () => {
    const [mai, binh] = [await as('mai', 'requester'), await as('binh', 'requester')];
    const id = await happened(mai);
    await eventually('it has a number', async () => (await inspection.proof(null, id)).kind === 'proof');
    const [publicly, stranger, actor] = [
      await inspection.proof(null, id),
      await inspection.proof(binh, id),
      await inspection.proof(mai, id),
    ];
    expect([publicly, stranger, actor].map((each) => each.kind === 'proof' && each.leaf !== null)).toEqual([false, false, true]);
  });

  it('of an entry that does not exist is not found, and asking is recorded', async () => {
    const khanh = await as('khanh', 'inspection_head');
    expect(await inspection.proof(khanh, newId('ent'))).toEqual({ kind: 'not_found' });
    expect(await inspection.proof(khanh, 'nonsense')).toEqual({ kind: 'not_found' });
  });
});

describe('a receipt in hand', () => {
  it('is checked for anybody, and a changed one is seen', async () => {
    const mai = await as('mai', 'requester');
    const receipt = await house.writer.append({ type: 'live_view.open', viewer: mai, outcome: 'allowed' });
    await eventually('it has a number', async () => (await inspection.receiptCheck(receipt.text)).index !== null);
    expect(await inspection.receiptCheck(receipt.text)).toMatchObject({ signatureOk: true, entryId: receipt.entryId });
    expect(await inspection.receiptCheck(receipt.text.replace(/"pseq":\d+/, '"pseq":1'))).toMatchObject({ signatureOk: false });
  });
});

describe('when the record cannot be written', () => {
  it('nothing is read', async () => {
    const khanh = await as('khanh', 'inspection_head');
    await house.log.services.sql('revoke insert on audit_outbox from cuao_gateway');
    try {
      await expect(inspection.search(khanh, { first: 1 }, {})).rejects.toThrow();
    } finally {
      await house.log.services.sql('grant insert on audit_outbox to cuao_gateway');
    }
  });
});
