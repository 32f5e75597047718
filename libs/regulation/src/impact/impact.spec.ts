import { describe, expect, it } from '@jest/globals';
import type { Decision, Effect, Need, Obligation } from '../decision.js';
import { directionOf, type Change, type Direction } from './impact.js';
import { ImpactTally, reportSha256 } from './impact-report.js';

const need = (by: string): Need => ({ rule: 'POL-4', articles: [], message: 'm', at: 'approvals', by });
const duty = (code: string, params: Obligation['params'] = {}): Obligation => ({ code, mode: 'stream', params });
const said = (effect: Effect, needs: readonly Need[] = [], obligations: readonly Obligation[] = []): Decision =>
  ({ effect, needs, obligations, denies: [], unknowns: [], reasons: [] }) as unknown as Decision;

describe('how an answer changes', () => {
  it.each<[string, Decision, Decision, Direction]>([
    ['a refusal becomes a permission', said('deny'), said('allow'), 'wider'],
    ['a refusal becomes a question of approvals', said('deny'), said('needs_approval'), 'wider'],
    ['what could not be decided is permitted', said('cannot_decide'), said('allow'), 'wider'],
    [
      'an approval is no longer needed',
      said('needs_approval', [need('owner'), need('police')]),
      said('needs_approval', [need('police')]),
      'wider',
    ],
    ['all approvals fall away', said('needs_approval', [need('police')]), said('allow'), 'wider'],
    ['faces are no longer masked', said('allow', [], [duty('mask_faces')]), said('allow'), 'wider'],
    [
      'a duty is loosened',
      said('allow', [], [duty('max_duration', { minutes: 60 })]),
      said('allow', [], [duty('max_duration', { minutes: 90 })]),
      'wider',
    ],
    ['a permission becomes a refusal', said('allow'), said('deny'), 'narrower'],
    ['a duty is added', said('allow'), said('allow', [], [duty('watermark')]), 'narrower'],
    ['duties of a refusal do not count', said('deny', [], [duty('watermark')]), said('deny'), 'other'],
    ['a refusal cannot be decided any more', said('deny'), said('cannot_decide'), 'other'],
  ])('%s', (_, was, is, direction) => {
    expect(directionOf(was, is)).toBe(direction);
  });
});

describe('the report', () => {
  const change = (id: string, over: Partial<Change> = {}): Change => ({
    id,
    from: 'deny',
    to: 'allow',
    direction: 'wider',
    gained: [],
    lost: ['PD-04'],
    action: 'live_view',
    organisationId: 'org_1',
    purpose: 'HA_TANG',
    ...over,
  });
  const names = {
    candidate: { sha256: 'b', revision: '2-b', sequence: 2 },
    against: { sha256: 'a', revision: '1-a', sequence: 1 },
  };
  const read = { asked: 1_000, erased: 0, from: new Date(0), to: new Date(1) };

  it('adds up the same whatever the batches, and lists every permission that is new', () => {
    const changes = [change('dec_1'), change('dec_2', { from: 'allow', to: 'deny', direction: 'narrower' }), change('dec_3')];
    const whole = new ImpactTally();
    whole.add({ replayed: 1_000, changes, recordedOtherwise: 3 });
    const parts = new ImpactTally();
    parts.add({ replayed: 600, changes: changes.slice(0, 1), recordedOtherwise: 1 });
    parts.add({ replayed: 400, changes: changes.slice(1), recordedOtherwise: 2 });
    const report = whole.report(names, read);
    expect(reportSha256(report)).toBe(reportSha256(parts.report(names, read)));
    expect(report).toMatchObject({ changed: 3, wider: 2, narrower: 1, widerPpm: 2_000, opened: 2, openedIds: ['dec_1', 'dec_3'] });
    expect(report.transitions.map(({ from, to, changed }) => [from, to, changed])).toEqual([
      ['allow', 'deny', 1],
      ['deny', 'allow', 2],
    ]);
    expect(report.rules).toEqual([{ key: 'PD-04', changed: 3, wider: 2, narrower: 1, samples: ['dec_1', 'dec_2', 'dec_3'] }]);
  });

  it('never rounds one wider decision down to nothing, and keeps samples and ids bounded', () => {
    const tally = new ImpactTally();
    tally.add({ replayed: 3_000_000, changes: [change('dec_1')], recordedOtherwise: 0 });
    expect(tally.report(names, read).widerPpm).toBe(1);
    const many = new ImpactTally();
    many.add({ replayed: 5_000, changes: Array.from({ length: 5_000 }, (_, i) => change(`dec_${i}`)), recordedOtherwise: 0 });
    const report = many.report(names, read);
    expect([report.opened, report.openedIds.length, report.rules[0]?.samples.length]).toEqual([5_000, 1_000, 10]);
  });
});
