import '../support/node-errors.js';
import { LogReleases } from '#libs/audit';
import { Playback } from '#libs/footage';
import { Gate } from '#libs/regulation';
import { standLog, type StandingLog } from '../support/standing-log.js';
import { openPlaybackHouse, origin, type PlaybackHouse } from './playback-house.js';

const silent: StandingLog = { witnessedAgo: 4 * 3_600 + 60 };

describe('acts while the log falls silent', () => {
  let house: PlaybackHouse;
  let grant: Awaited<ReturnType<PlaybackHouse['granted']>>;

  beforeAll(async () => {
    house = await openPlaybackHouse();
    await stand({});
    grant = await house.granted();
  });
  afterAll(async () => house.close());

  const stand = async (log: StandingLog): Promise<void> => {
    await standLog(house.services, origin, log);
    await house.gateway.get(LogReleases).now();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
  };
  const open = async (): ReturnType<Playback['open']> =>
    house.gateway.get(Playback).open(await house.as('mai', 'requester'), {
      grantId: grant.grantId,
      cameraId: grant.cameraId,
      mode: 'LIVE',
      reason: 'kiểm tra',
      cookieless: true,
    });
  const lastEntry = async (): Promise<Record<string, unknown>> => {
    const [row] = await house.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id desc limit 1');
    return JSON.parse(row?.leaf.toString('utf8') ?? '{}') as Record<string, unknown>;
  };

  it('opens a live picture while nothing is published, because its entry is durable', async () => {
    await stand({ publishedAgo: 16 * 60 });
    expect((await open()).kind).toBe('opened');
  });

  it('opens none after four hours without a witness, says why and what to do, and records the refusal', async () => {
    await stand(silent);
    const outcome = await open();
    if (outcome.kind !== 'refused') throw new Error(outcome.kind);
    expect(outcome.decision.denies).toEqual([
      { rule: 'POL-15', articles: [], message: 'log_not_witnessed', at: 'log.witnessedAt', severity: 'high' },
    ]);
    const gate = house.gateway.get(Gate);
    expect(gate.explain(outcome.decision, 'vi')).toMatchObject({
      sentence: expect.stringContaining('bốn giờ'),
      next: expect.stringContaining('vận hành'),
    });
    expect(gate.explain(outcome.decision, 'en').next).toContain('operator');
    expect(await lastEntry()).toMatchObject({ t: 'live_view.open', outcome: 'refused', rules: ['POL-15'], decision: outcome.decision.id });
  });

  it('serves no picture at the edge either, and does not use the ticket up', async () => {
    await stand({});
    const outcome = await open();
    if (outcome.kind !== 'opened') throw new Error(outcome.kind);
    await stand(silent);
    expect((await fetch(outcome.addresses.mediaUrl)).status).toBe(503);
    await stand({});
    expect((await fetch(outcome.addresses.mediaUrl)).status).toBe(200);
  });

  it.each([
    ['submit_request', 'mai', 'requester'],
    ['approve', 'dung', 'approver'],
    ['consent', 'thu', 'owner'],
    ['plate_search', 'mai', 'requester'],
  ] as const)(
    'does not let %s go on without a witness, whatever else stands against it',
    async (action, key, role) => {
      await stand(silent);
      const decision = await house.gateway.get(Gate).decideAlone(await house.as(key, role), action, {}, { type: `${action}.try` });
      expect(decision.proceeds).toBe(false);
    },
    30_000,
  );

  it('still lets the owner take a right back, and people read the log and sign out', async () => {
    await stand(silent);
    const gate = house.gateway.get(Gate);
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    expect((await gate.decideAlone(mai, 'read_own_entries', {}, { type: 'audit.query' })).effect).toBe('allow');
    expect((await gate.decideAlone(khanh, 'read_health', {}, { type: 'read_health.read' })).effect).toBe('allow');
    expect((await gate.decideAlone(mai, 'sign_out', {}, { type: 'sign_out.end' })).effect).toBe('allow');
    const revoked = await house.grants.revoke(await house.as('thu', 'owner'), grant.grantId, 'thôi chia sẻ hình ảnh này');
    expect(revoked.kind).toBe('revoked');
  });

  it('releases nothing at all when it is not known how the log stands', async () => {
    await house.services.sql('revoke select on log_progress from cuao_gateway');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await expect(open()).rejects.toThrow('it is not known whether the log holds');
    await house.services.sql('grant select on log_progress to cuao_gateway');
  });
});
