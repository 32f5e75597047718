import { exitCodes } from '../command.js';
import { caller, CityApi, CommandEnd, problemFields, tellProblem, type Problem } from './city-api.js';
import { nameOf, withFlags } from './policy-release.js';

/** `cuao policy note RELEASE --note TEXT`: an inspector has read what a release opens anew; without it a wide one is not put in force. */
export function noteCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'note'], 1, async (flags) => {
    const note = flags.text('note');
    if (note === undefined) throw new CommandEnd(exitCodes.usage, '--note: ý kiến của thanh tra · the inspector’s opinion');
    const api = await CityApi.open(flags);
    const bundleSha256 = await nameOf(api, flags.places[0] ?? '');
    const document = `mutation($input: NotePolicyInput!) { said: notePolicy(input: $input) { __typename ${problemFields} } }`;
    const { said } = (await api.ask(document, { input: { bundleSha256, note } })) as { said: Problem };
    if (said.__typename !== 'PolicyNoted') return tellProblem(said);
    if (flags.has('json'))
      process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyNoted', items: [{ bundleSha256, note }] })}\n`);
    else process.stdout.write(`đã ghi ý kiến · noted ${bundleSha256.slice(0, 12)}\n`);
    return exitCodes.ok;
  });
}

interface Replay extends Problem {
  readonly outcome: string;
  readonly differs: readonly string[];
  readonly recordedEffect: string;
  readonly replayedEffect: string | null;
  readonly recordedAnswerDigest: string | null;
  readonly replayedAnswerDigest: string | null;
  readonly factsDigestNow: string | null;
  readonly factsDigestInRow: string | null;
  readonly factsDigestInDecision: string | null;
  readonly factsDigestOnLog: string | null;
  readonly policyRevision: string | null;
}

const outcomes: Readonly<Record<string, string>> = {
  SAME: 'giống hệt từng byte · byte-equal',
  DIFFERENT: 'KHÁC · DIFFERENT',
  FACTS_ERASED: 'dữ kiện đã bị xóa theo hạn, không xét lại được · its facts were erased, it cannot be taken again',
  BUNDLE_MISSING: 'không còn bộ quy tắc của ngày ấy · nobody has the rules of its day',
  BUNDLE_UNUSABLE: 'bộ quy tắc của ngày ấy không chạy được · the rules of its day do not run',
};

const digests: Readonly<Record<string, string>> = {
  ANSWER: 'câu trả lời khác với câu trả lời đã ghi · the answer is not the recorded one',
  FACTS: 'dữ kiện không khớp mã băm của dòng · the facts are not those of the row’s digest',
  RECORD: 'dữ kiện không khớp mã băm trong quyết định · the facts are not those of the decision’s digest',
  LOG: 'dữ kiện không khớp mã băm trên nhật ký · the facts are not those of the log’s digest',
};

/** `cuao policy replay DECISION`: exit 0 byte-equal, 6 when it differs (and in which digest) or when its record is gone, 4 when it cannot be taken again. */
export function replayCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, caller, 1, async (flags) => {
    const api = await CityApi.open(flags);
    const document = `query($id: ID!) { said: replayDecision(id: $id) { __typename ... on DecisionReplay { outcome differs recordedEffect
      replayedEffect recordedAnswerDigest replayedAnswerDigest factsDigestNow factsDigestInRow factsDigestInDecision factsDigestOnLog
      policyRevision }
      ... on DecisionRecordLost { textVi textEn entryId policySha256 factsDigestOnLog } ${problemFields} } }`;
    const { said } = (await api.ask(document, { id: flags.places[0] })) as { said: Replay };
    if (said.__typename === 'DecisionRecordLost') {
      tellProblem(said);
      return exitCodes.notVerified;
    }
    if (said.__typename !== 'DecisionReplay') return tellProblem(said);
    if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'DecisionReplay', items: [said] })}\n`);
    else process.stdout.write(`${inWords(flags.places[0] ?? '', said).join('\n')}\n`);
    return said.outcome === 'SAME' ? exitCodes.ok : said.outcome === 'DIFFERENT' ? exitCodes.notVerified : exitCodes.absent;
  });
}

function inWords(id: string, said: Replay): string[] {
  const row = (name: string, value: string | null): string[] => (value === null ? [] : [`  ${name.padEnd(34)} ${value}`]);
  return [
    `${id}: ${outcomes[said.outcome] ?? said.outcome}`,
    ...said.differs.map((one) => `  ${one}: ${digests[one] ?? ''}`),
    ...row('quy tắc · rules', said.policyRevision),
    ...row('kết luận đã ghi · recorded', said.recordedEffect),
    ...row('kết luận xét lại · taken again', said.replayedEffect),
    ...row('trả lời đã ghi · answer recorded', said.recordedAnswerDigest),
    ...row('trả lời xét lại · answer again', said.replayedAnswerDigest),
    ...row('dữ kiện hiện có · facts now', said.factsDigestNow),
    ...row('  trong dòng · in the row', said.factsDigestInRow),
    ...row('  trong quyết định · in the decision', said.factsDigestInDecision),
    ...row('  trên nhật ký · on the log', said.factsDigestOnLog),
  ];
}
