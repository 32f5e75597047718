import '../support/node-errors.js';
import { randomBytes, randomUUID } from 'node:crypto';
import { run } from '../../apps/cli/src/commands/finding.js';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';
import { announce, heardFrom, type Said } from './policy-city.js';

const finding = (...args: readonly string[]): Promise<Said> => heardFrom(run, args);
const reason = 'Đã đối chiếu biên nhận với nhật ký máy chủ.';

describe('cuao finding', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway();
    await announce(gateway);
  });
  afterAll(() => gateway?.close());

  /** As the worker writes it down. @returns the finding's id */
  async function found(what = 'gateway-1 (n1): entry number 7 was given and is not on the log'): Promise<string> {
    const id = randomUUID();
    await gateway.services.sql(
      `insert into log_finding (id, origin, kind, digest, what, found_at) values ($1, $2, 'number_missing', $3, $4, now())`,
      [id, gateway.config.logOrigin, randomBytes(32).toString('hex'), what],
    );
    return `ent_${id}`;
  }
  const codeIn = ({ stdout, stderr }: Said): string => /--confirm ([0-9a-f]{8})/.exec(stdout + stderr)?.[1] ?? '';

  it('lists what is open, says how to go on, and is closed by two people of two bodies', async () => {
    const id = await found();
    const listed = await finding('list', '--as', 'khanh');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toContain(`${id}  chưa khép · open  number_missing`);
    expect(listed.stdout).toContain('entry number 7');
    expect(listed.stdout).toContain(`cuao finding close ${id} --note TEXT`);

    expect(await finding('close', id, '--confirm', '00000000', '--as', 'ngoc')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nobody has said why yet') as string,
    });
    const proposed = await finding('close', id, '--note', reason, '--as', 'khanh');
    expect([proposed.code, proposed.stdout]).toEqual([0, expect.stringContaining(reason)]);
    const code = codeIn(proposed);

    // The second hand reads before it confirms, and confirms what it has read.
    const asked = await finding('close', id.slice(-12), '--as', 'ngoc');
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    expect(asked.stderr).toContain(reason);
    expect(codeIn(asked)).toBe(code);
    expect(await finding('close', id, '--confirm', code, '--as', 'khanh')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('SAME_PERSON') as string,
    });
    expect(await finding('close', id, '--confirm', code, '--as', 'linh')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('Phải là người của cơ quan khác xác nhận') as string,
    });
    const again = await finding('close', id, '--note', `${reason} Đĩa hỏng ngày 28/11.`, '--as', 'khanh');
    expect(await finding('close', id, '--confirm', code, '--as', 'ngoc')).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('the reason has changed since') as string,
    });
    const closed = await finding('close', id, '--confirm', codeIn(again), '--as', 'ngoc', '--json');
    expect(closed.code).toBe(0);
    expect(JSON.parse(closed.stdout)).toMatchObject({
      apiVersion: 1,
      kind: 'LogFinding',
      items: [{ id, closed: { organisationCode: 'so-khoa-hoc-cong-nghe', isYou: true } }],
    });
    expect(await finding('close', id, '--confirm', code, '--as', 'ngoc')).toMatchObject({ code: 5 });
    expect((await finding('list', '--as', 'khanh')).stdout).not.toContain(id);
    expect((await finding('list', '--all', '--as', 'khanh')).stdout).toContain(`${id}  đã khép · closed`);
  });

  it('shows what is over by itself with the others, and asks no hand for it', async () => {
    const id = randomUUID();
    await gateway.services.sql(
      `insert into log_finding (id, origin, kind, digest, what, found_at, day, healed_at, healed_entry)
       values ($1, $2, 'search_differs', $3, 'the search differs', now(), '2026-11-27', now(), gen_random_uuid())`,
      [id, gateway.config.logOrigin, randomBytes(32).toString('hex')],
    );
    expect((await finding('list', '--as', 'khanh')).stdout).not.toContain(id);
    expect((await finding('list', '--all', '--as', 'khanh')).stdout).toContain(`ent_${id}  đã tự hết · over by itself  search_differs`);
    expect(await finding('close', `ent_${id}`, '--confirm', '00000000', '--as', 'ngoc')).toMatchObject({ code: 5 });
    const proposed = await finding('close', `ent_${id}`, '--note', reason, '--as', 'khanh');
    expect(proposed).toMatchObject({ code: 5, stderr: expect.stringContaining('Phát hiện này đã tự hết') as string });
  });

  it('says why not, with an exit code for each kind of no', async () => {
    const id = await found('twice');
    expect(await finding('list', '--as', 'mai')).toMatchObject({ code: 3 });
    expect(await finding('close', id, '--note', reason, '--as', 'mai')).toMatchObject({ code: 3 });
    expect(await finding('close', id, '--note', 'xong', '--as', 'khanh')).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('ít nhất mười chữ cái') as string,
    });
    const nobody = 'ent_00000000-0000-7000-8000-000000000000';
    expect(await finding('close', nobody, '--note', reason, '--as', 'khanh')).toMatchObject({ code: 4 });
    expect(await finding('close', '0000000000', '--note', reason, '--as', 'khanh')).toMatchObject({ code: 4 });
    expect(await finding('close', id, '--note', reason, '--confirm', 'x', '--as', 'khanh')).toMatchObject({ code: 2 });
    expect(await finding('close', '--note', reason, '--as', 'khanh')).toMatchObject({ code: 2 });
    expect(await finding('list', '--colour', 'red')).toMatchObject({ code: 2 });
    expect(await finding('clos')).toMatchObject({ code: 2, stderr: expect.stringContaining('cuao finding close') as string });
    expect(await finding('list')).toMatchObject({ code: 7 });
    expect(await finding('list', '--as', 'nobody-of-that-name')).toMatchObject({ code: 7 });
    expect(await finding('list', '--as', 'khanh', '--url', 'http://127.0.0.1:9')).toMatchObject({ code: 8 });
  });
});
