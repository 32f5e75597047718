import { judgeHealth, type ProgressRow } from './log-health.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const ago = (seconds: number): Date => new Date(now - seconds * 1_000);
const fresh: ProgressRow = { published_at: ago(30), witnessed_at: ago(30), frozen_because: null, oldest: null };

describe('what the log lets out', () => {
  it.each([
    ['everything, when it is fresh', fresh, 'EVERYTHING', []],
    ['everything, but slowly', { ...fresh, oldest: ago(6) }, 'EVERYTHING', ['outbox_slow']],
    ['everything still, while somebody is called', { ...fresh, oldest: ago(61) }, 'EVERYTHING', ['outbox_stuck']],
    [
      'nothing witnessed after a quarter of an hour without a checkpoint',
      { ...fresh, published_at: ago(901) },
      'NOTHING_WITNESSED',
      ['publishing_stopped'],
    ],
    ['nothing witnessed while people must look', { ...fresh, frozen_because: 'root differs' }, 'NOTHING_WITNESSED', ['frozen']],
    [
      'emergencies alone after four hours without a witness',
      { ...fresh, witnessed_at: ago(4 * 3_600 + 1) },
      'EMERGENCIES',
      ['witnesses_silent'],
    ],
    ['nothing witnessed before there is a log', null, 'NOTHING_WITNESSED', ['no_sequencer']],
  ] as const)('%s', (_, progress, releases, because) => {
    expect(judgeHealth(progress, now)).toMatchObject({ releases, because });
  });
});
