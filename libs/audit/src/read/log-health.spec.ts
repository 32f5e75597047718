import { judgeHealth, type HealthFacts } from './log-health.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const ago = (seconds: number): Date => new Date(now - seconds * 1_000);
const progress = { published_at: ago(30), witnessed_at: ago(30), frozen_because: null };
const fresh: HealthFacts = { progress, oldest: null, since: ago(86_400), diskFree: 0.5 };
const day = 86_400;

describe('what the log lets out', () => {
  it.each([
    ['everything, when it is fresh', fresh, 'EVERYTHING', []],
    ['everything, but slowly', { ...fresh, oldest: ago(6) }, 'EVERYTHING', ['outbox_slow']],
    ['everything still, while somebody is called', { ...fresh, oldest: ago(61) }, 'EVERYTHING', ['outbox_stuck']],
    [
      'everything at exactly a quarter of an hour',
      { ...fresh, progress: { ...progress, published_at: ago(900), witnessed_at: ago(4 * 3_600) } },
      'EVERYTHING',
      [],
    ],
    [
      'nothing witnessed after a quarter of an hour without a checkpoint',
      { ...fresh, progress: { ...progress, published_at: ago(901) } },
      'NOTHING_WITNESSED',
      ['publishing_stopped'],
    ],
    [
      'nothing witnessed while people must look',
      { ...fresh, progress: { ...progress, frozen_because: 'root differs' } },
      'NOTHING_WITNESSED',
      ['frozen'],
    ],
    [
      'emergencies alone after four hours without a witness',
      { ...fresh, progress: { ...progress, witnessed_at: ago(4 * 3_600 + 1) } },
      'EMERGENCIES',
      ['witnesses_silent'],
    ],
    [
      'emergencies alone where no witness ever came, four hours after the first entry',
      { ...fresh, progress: { ...progress, witnessed_at: null } },
      'EMERGENCIES',
      ['witnesses_silent'],
    ],
    [
      'nothing witnessed where nothing was ever published, a quarter of an hour after the first entry',
      { ...fresh, since: ago(901), progress: { ...progress, published_at: null, witnessed_at: null } },
      'NOTHING_WITNESSED',
      ['publishing_stopped'],
    ],
    ['nothing witnessed on a disk that is nearly full', { ...fresh, diskFree: 0.099 }, 'NOTHING_WITNESSED', ['disk_low']],
    ['nothing witnessed when the store of its files is silent', { ...fresh, storeAnswers: false }, 'NOTHING_WITNESSED', ['store_silent']],
    ['nothing witnessed when no disk answers', { ...fresh, diskFree: null }, 'NOTHING_WITNESSED', ['disk_low']],
    ['nothing witnessed before there is a log', { ...fresh, progress: null, since: null }, 'NOTHING_WITNESSED', ['no_sequencer']],
    [
      'the gravest word where several hold, and every reason',
      {
        progress: { published_at: ago(day), witnessed_at: ago(day), frozen_because: 'a loss' },
        oldest: ago(day),
        since: ago(day),
        diskFree: 0.01,
      },
      'EMERGENCIES',
      ['witnesses_silent', 'frozen', 'publishing_stopped', 'disk_low', 'outbox_stuck'],
    ],
  ] as const)('%s', (_, facts, releases, because) => {
    expect(judgeHealth(facts, now)).toMatchObject({ releases, because });
  });

  const anchor = { anchor_since: ago(day), anchored_size: '7', anchored_at: ago(30), anchored_by: 'CN=T', anchor_trouble: null };
  it.each([
    ['nothing while no authority is set, however old the last stamp', { ...anchor, anchor_since: null, anchored_at: ago(day) }, []],
    ['nothing at exactly two hours', { ...anchor, anchored_at: ago(7_200) }, []],
    ['that it is late after two hours', { ...anchor, anchored_at: ago(7_201) }, ['anchor_late']],
    ['nothing yet of an authority that was set just now', { ...anchor, anchor_since: ago(60), anchored_at: ago(day) }, []],
    ['that the first never came', { ...anchor, anchor_since: ago(7_201), anchored_at: null }, ['anchor_late']],
    ['what the last attempt came to, while it is not late', { ...anchor, anchor_trouble: 'refused' as const }, []],
  ])('tells of independent time: %s', (_, row, because) => {
    const health = judgeHealth({ ...fresh, anchor: row }, now);
    expect(health).toMatchObject({ releases: 'EVERYTHING', because });
    expect(health.anchor).toEqual({
      isSet: row.anchor_since !== null,
      at: row.anchored_at,
      by: 'CN=T',
      size: 7,
      trouble: row.anchor_trouble,
    });
  });
});
