import { groupReasons } from './group-reasons.js';
import type { ReasonFields } from './generated/refusal.js';

const reason = (rule: string, at: string | null, textVi = 'Thiếu văn bản.'): ReasonFields => ({
  __typename: 'Reason',
  rule,
  articles: ['Điều 71'],
  textVi,
  textEn: 'No document.',
  at,
});

describe('reasons', () => {
  it('of one rule with one sentence are said once, with every fact they speak of', () => {
    const groups = groupReasons([
      reason('PD-14', 'request.b'),
      reason('PD-14', 'request.a'),
      reason('PD-14', 'request.b'),
      reason('SH-02', null),
    ]);
    expect(groups.map((group) => [group.reason.rule, group.facts])).toEqual([
      ['PD-14', ['request.b', 'request.a']],
      ['SH-02', []],
    ]);
  });

  it('of one rule with different sentences stay apart', () => {
    expect(groupReasons([reason('PD-14', null), reason('PD-14', null, 'Văn bản chưa đến ngày.')])).toHaveLength(2);
  });
});
