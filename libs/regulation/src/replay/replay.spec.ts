import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../bundle.js';
import type { Decision } from '../decision.js';
import type { Question } from '../decider.js';
import { questionText } from '../question-text.js';
import { verdictOf } from './replay.js';

const question = { action: 'live_view', asOf: 1, viewer: { userId: 'per_1' } } as Question;
const digest = `sha256:${sha256Hex(questionText(question))}`;
const decision = { id: 'dec_1', effect: 'deny', factsDigest: digest, denies: [] } as unknown as Decision;

describe('a replay', () => {
  it('agrees when answer and all three digests do', () => {
    const verdict = verdictOf(decision, question, decision, { inRow: digest, onLog: digest });
    expect(verdict.differs).toEqual([]);
    expect(verdict.recordedDigest).toBe(verdict.replayedDigest);
  });

  it('says which digest is another: the answer, the row, the decision, the log', () => {
    const other = `sha256:${'0'.repeat(64)}`;
    const differs = (was: Decision, is: Decision, inRow: string, onLog: string | null): readonly string[] =>
      verdictOf(was, question, is, { inRow, onLog }).differs;
    expect(differs(decision, { ...decision, effect: 'allow' }, digest, digest)).toEqual(['ANSWER']);
    expect(differs(decision, decision, other, digest)).toEqual(['FACTS']);
    expect(differs({ ...decision, factsDigest: other }, decision, digest, digest)).toEqual(['RECORD']);
    expect(differs(decision, decision, digest, other)).toEqual(['LOG']);
    expect(differs(decision, decision, digest, null)).toEqual([]);
  });

  it('compares the bytes of the whole answer, not of what it was made from', () => {
    const again = { ...decision, factsDigest: 'sha256:other' };
    expect(verdictOf(decision, question, again, { inRow: digest, onLog: null }).differs).toEqual([]);
    const longer = { ...decision, validUntil: 5 };
    expect(verdictOf(decision, question, longer, { inRow: digest, onLog: null }).differs).toEqual(['ANSWER']);
  });
});
