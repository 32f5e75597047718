import '../support/node-errors.js';
import pg from 'pg';
import { EntryWriter, Erasures, type EntryRef, type ErasureSubject } from '#libs/audit';
import { Database } from '#libs/database';
import { newId, UnavailableFault, type EntryId, type PersonId, type Viewer } from '#libs/kernel';
import { ErasureAnswers } from '../../libs/inspection/src/erasure/erasure-answers.service.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { eventually } from '../support/eventually.js';

describe('erasing openings of the log', () => {
  let house: InspectionHouse;
  let answers: ErasureAnswers;
  let khanh: Viewer;
  let dpo: Viewer;
  /** Somebody who acted long ago, whom no inspection covers. */
  let former: Viewer;
  let old: EntryId;
  const basis = 'L91-14.1';
  const bareId = (id: EntryId): string => id.slice(4);

  beforeAll(async () => {
    house = await openInspectionHouse();
    answers = house.get(ErasureAnswers);
    khanh = await house.as('khanh', 'inspection_head');
    dpo = await house.as('yen', 'dpo');
    former = { ...(await house.as('binh', 'requester')), personId: newId('per') as PersonId };
    old = await house.happened(former, { caseRef: 'HS-2024-1' });
    await eventually('searchable', () => house.isSearchable(old));
    const { sql } = house.log.services;
    await sql(`select audit_search_partition((now() - interval '13 months')::date)`);
    await sql(`update audit_search set at = at - interval '13 months' where entry_id = $1`, [old.slice(4)]);
  });
  afterAll(async () => house.close());

  const rulesIn = (answer: object): string[] =>
    'reasons' in answer ? (answer.reasons as { rule: string }[]).map(({ rule }) => rule).sort() : [];
  const nameOf = async (id: EntryId): Promise<string | undefined> => {
    const entry = await house.reader.find(id, 'house');
    return entry === null ? undefined : (await house.reader.openings([entry], 'house')).get(id)?.actor?.name;
  };
  const refusals = async (): Promise<unknown[]> => {
    const rows = await house.log.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox union all select leaf from audit_leaf');
    return rows
      .map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string; details?: Record<string, unknown> })
      .flatMap(({ t, details }) => (t === 'erase_opening.refused' ? [details?.['why']] : []));
  };

  it('finds whom it is about by name: for a data-protection officer alone, on the log first, and nobody of whom nothing is held', async () => {
    const binh = await house.as('binh', 'requester');
    const done = await house.happened(binh);
    await eventually('searchable', () => house.isSearchable(done));
    const found = { __typename: 'EntryPeople', people: [expect.objectContaining({ id: binh.personId, name: binh.displayName })] };
    expect(await answers.named(dpo, 'quoc binh')).toMatchObject(found);
    expect(await answers.named(dpo, 'Bình')).toMatchObject({ __typename: 'InvalidInput', code: 'NAME_TOO_SHORT' });
    // Somebody of the directory who has done nothing yet.
    const idle = await house.as('tuan', 'policy_signer');
    expect(await answers.named(dpo, idle.displayName)).toEqual({ __typename: 'EntryPeople', people: [] });
    for (const other of [khanh, await house.as('ngoc', 'operator'), await house.as('mai', 'requester')])
      expect(await answers.named(other, 'quoc binh')).toMatchObject({ __typename: 'Denied' });
    const rows = await house.log.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox union all select leaf from audit_leaf');
    const asked = rows.map(({ leaf }) => leaf.toString('utf8')).filter((leaf) => leaf.includes('find_person.by_name'));
    expect(asked).toHaveLength(6);
    expect(asked.join().toLowerCase()).not.toMatch(/binh|bình/);
  });

  it('is refused while a running inspection covers it, and while its term runs', async () => {
    const mai = await house.as('mai', 'requester');
    const id = await house.happened(mai);
    await eventually('searchable', () => house.isSearchable(id));
    const held = await answers.open(khanh, { personId: mai.personId, basis });
    expect(held).toMatchObject({ __typename: 'Denied' });
    expect(rulesIn(held)).toEqual(['EV-19', 'SE-04']);
    const other = await house.as('binh', 'requester');
    const theirs = await house.happened(other);
    await eventually('searchable', () => house.isSearchable(theirs));
    const young = await answers.open(khanh, { personId: other.personId, basis });
    expect(rulesIn(young)).toEqual(['SE-04']);
    expect(await nameOf(id)).toBe('Nguyễn Thị Mai');
  });

  it('is refused to whoever may not, without a subject, for an unknown article, of one’s own traces, and where there is nothing', async () => {
    const mai = await house.as('mai', 'requester');
    expect(await answers.open(mai, { personId: former.personId, basis })).toMatchObject({ __typename: 'Denied' });
    expect(await answers.open(await house.as('ngoc', 'operator'), { personId: former.personId, basis })).toMatchObject({
      __typename: 'Denied',
    });
    expect(await answers.open(khanh, { basis })).toMatchObject({ __typename: 'InvalidInput', code: 'ONE_SUBJECT' });
    expect(await answers.open(khanh, { personId: former.personId, caseReference: 'x', basis })).toMatchObject({ code: 'ONE_SUBJECT' });
    expect(await answers.open(khanh, { personId: former.personId, basis: 'L91-99' })).toMatchObject({ code: 'BASIS_NOT_KNOWN' });
    expect(await answers.open(khanh, { personId: khanh.personId, basis })).toMatchObject({
      __typename: 'StateConflict',
      code: 'OWN_TRACES',
    });
    expect(await answers.open(khanh, { personId: newId('per'), basis })).toMatchObject({ __typename: 'Denied' });
    expect(await answers.close(khanh, '00000000-0000-4000-8000-000000000000')).toMatchObject({ __typename: 'NotFound' });
    expect(await refusals()).toEqual(expect.arrayContaining(['ONE_SUBJECT', 'BASIS_NOT_KNOWN', 'OWN_TRACES']));
  });

  it('takes two hands; the entry, its time and both hands stay (T24)', async () => {
    expect(await nameOf(old)).toBeDefined();
    const opened = await answers.open(khanh, { personId: former.personId, basis });
    if (!('erasureId' in opened)) throw new Error(JSON.stringify(opened));
    const { erasureId } = opened;
    expect(await answers.list(dpo)).toMatchObject({
      erasures: [
        {
          id: erasureId,
          personId: former.personId,
          basis: { key: basis, citation: 'Điều 14 khoản 1, Luật 91/2025/QH15' },
          opened: { isYou: false, isYourBody: false, organisationNameVi: 'Thanh tra thành phố Hà Nội' },
          closed: null,
          openings: 1,
          entries: 1,
        },
      ],
      done: [],
    });
    expect(await answers.list(await house.as('mai', 'requester'))).toMatchObject({ __typename: 'Denied' });
    expect(await answers.close(khanh, erasureId)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await answers.close({ ...(await house.as('linh', 'inspector')), role: 'inspection_head' }, erasureId)).toMatchObject({
      code: 'SAME_BODY',
    });
    expect(await nameOf(old)).toBeDefined();
    expect(await answers.close(dpo, erasureId)).toMatchObject({ __typename: 'ErasureDone', openings: 1 });
    // Once it is done nobody is told whose openings went.
    expect(await answers.list(khanh)).toMatchObject({
      erasures: [],
      done: [{ id: erasureId, personId: null, personName: null, openings: 1, closed: { isYou: false } }],
    });
    expect(await answers.close(dpo, erasureId)).toMatchObject({ __typename: 'NotFound' });
    expect(await nameOf(old)).toBeUndefined();
    expect((await house.reader.find(old, 'house'))?.leaf).toMatchObject({ t: 'live_view.open', org: 'ubnd-dong-da' });
    await eventually(
      'both hands are on the log',
      async () => (await house.reader.page('everything', { type: 'erasure' }, 10)).entries.length === 2,
    );
    const { entries } = await house.reader.page('everything', { type: 'erasure' }, 10);
    const hands = [...(await house.reader.openings(entries, 'house')).values()].map(({ actor }) => actor?.id);
    expect(new Set(hands)).toEqual(new Set([khanh.personId, dpo.personId]));
    expect(entries.every(({ leaf }) => leaf.basis === basis)).toBe(true);
  });

  it('names whose openings would go to those who erase, and to nobody else who reads of it', async () => {
    const mai = await house.as('mai', 'requester');
    const { sql } = house.log.services;
    await sql(
      `insert into audit_erasure (id, subject, part, basis, opened_by, opened_org, opened_at, opened_entry)
       values (gen_random_uuid(), $1, 'actor', $2, $3, $4, now(), gen_random_uuid())`,
      [mai.personId, basis, khanh.personId, khanh.organisationCode],
    );
    expect(await answers.list(dpo)).toMatchObject({ erasures: [{ personName: 'Nguyễn Thị Mai, Chuyên viên Phòng Quản lý hạ tầng' }] });
    const told = await answers.list(dpo);
    expect('bases' in told && told.bases.map(({ key }) => key)).toContain(basis);
    expect(await answers.list(await house.as('ngoc', 'operator'))).toMatchObject({ erasures: [{ personName: null }], bases: [] });
  });

  it('gives whoever acts again afterwards another key, in the same process; entries of others are not touched', async () => {
    const [audit, database, entries] = [house.get(Erasures), house.get(Database), house.get(EntryWriter)];
    const erase = async (subject: ErasureSubject): Promise<number> => {
      const { erasureId } = await database.transaction((tx) => audit.open(tx, khanh, subject, basis));
      return (await database.transaction((tx) => audit.close(tx, dpo, erasureId))).openings;
    };
    const mai = await house.as('mai', 'requester');
    const back: Viewer = { ...mai, personId: newId('per') as PersonId };
    const draft = { type: 'live_view.open', viewer: back, outcome: 'allowed' } as const;
    const written = [(await entries.append(draft)).entryId, (await database.transaction((tx) => entries.appendIn(tx, draft))).entryId];
    expect(await erase({ personId: back.personId })).toBe(2);
    expect(await Promise.all(written.map(nameOf))).toEqual([undefined, undefined]);

    const [again, others] = await Promise.all([entries.append(draft), entries.append({ ...draft, viewer: mai })]);
    expect(await Promise.all([again.entryId, others.entryId].map(nameOf))).toEqual([mai.displayName, mai.displayName]);
    expect(await nameOf((await database.transaction((tx) => entries.appendIn(tx, draft))).entryId)).toBe(mai.displayName);

    await erase({ personId: back.personId });
    const act = (): Promise<EntryRef> => database.transaction((tx) => entries.appendIn(tx, draft));
    await expect(act()).rejects.toThrow(UnavailableFault);
    expect(await nameOf((await act()).entryId)).toBe(mai.displayName);
  });

  it('destroys the key of a case, and with it what a backup holds, and no longer says which case it was', async () => {
    const [audit, database, entries] = [house.get(Erasures), house.get(Database), house.get(EntryWriter)];
    const { sql } = house.log.services;
    const mai = await house.as('mai', 'requester');
    const draft = { type: 'live_view.open', viewer: mai, outcome: 'allowed' } as const;
    const { entryId } = await entries.append({ ...draft, caseRef: 'HS-2026-77' });
    const other = await entries.append({ ...draft, caseRef: 'HS-2026-78' });
    const keyOf = async (id: EntryId): Promise<string | undefined> =>
      (await sql<{ key_id: string }>(`select key_id from audit_opening where entry_id = $1 and part = 'case'`, [bareId(id)]))[0]?.key_id;
    const [own, others] = [await keyOf(entryId), await keyOf(other.entryId)];
    expect(own).not.toBe(others);
    const { erasureId } = await database.transaction((tx) => audit.open(tx, khanh, { caseRef: 'HS-2026-77' }, basis));
    await database.transaction((tx) => audit.close(tx, dpo, erasureId));
    expect(await keyOf(entryId)).toBeUndefined();
    expect(await keyOf(other.entryId)).toBe(others);
    expect(await sql('select wrapped, subject from audit_key where key_id = $1', [own])).toEqual([{ wrapped: null, subject: 'erased' }]);
  });

  it('takes no opening under a key that is not there', async () => {
    const { sql } = house.log.services;
    const values = [newId('ent').slice(4), newId('per'), '00000000-0000-4000-8000-000000000000', Buffer.alloc(40)];
    const insert = `insert into audit_opening (entry_id, part, subject, key_id, ciphertext) values ($1, 'actor', $2, $3, $4)`;
    await expect(sql(insert, values)).rejects.toThrow('destroyed or was never there');
  });

  it('cannot be done beneath the gate by one person, by one body, or without its entry', async () => {
    const { audit, database } = { audit: house.get(Erasures), database: house.get(Database) };
    const subject = { personId: newId('per') as PersonId };
    const { erasureId } = await database.transaction((tx) => audit.open(tx, khanh, subject, basis));
    const colleague = await house.as('linh', 'inspector');
    await expect(database.transaction((tx) => audit.close(tx, khanh, erasureId))).rejects.toThrow('needs two people');
    await expect(database.transaction((tx) => audit.close(tx, colleague, erasureId))).rejects.toThrow('needs two bodies');
    const pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1, options: '-c role=cuao_gateway' });
    try {
      await expect(pool.query('delete from audit_opening')).rejects.toThrow('permission denied');
      await expect(pool.query('update audit_erasure set closed_by = null')).rejects.toThrow('permission denied');
    } finally {
      await pool.end();
    }
  });
});
