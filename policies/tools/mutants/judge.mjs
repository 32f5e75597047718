// Who notices a mutant: a case whose answer is no longer the wanted one, or two entrypoints that no longer agree.
import { readCases, wantedMs } from '../cases.mjs';
import { withMilliseconds } from '../shape.mjs';
import { wrongWith } from '../wanted.mjs';

const masked = ['/input/context/sourceIp', '/input/recording/provider', '/input/submission/provider', '/input/viewer/nationalIdRef'];

/** @returns {{notice: (ask: Function, rule: string, words?: string[]) => string | null}} the first that notices; asked first are those that speak of the rule or of most `words`, then those that lately noticed */
export function openJudge() {
  const judges = readCases().map((one) => {
    const input = withMilliseconds(one.input);
    const want = wantedMs(one.want);
    return { name: `${one.file}:${one.line}`, text: JSON.stringify(one), rules: [...(want.denies ?? []), ...(want.reasons ?? []), ...(want.deadlines ?? [])], wrong: (ask) => wrongWith(ask('gate/decision', input), want) };
  });
  const inputs = readCases().map(({ input }) => withMilliseconds(input));
  const about = withMilliseconds(readCases().find(({ input, want }) => input.action === 'list_cameras' && want.effect === 'allow').input);
  judges.push(
    { name: 'many cameras like one', rules: ['briefs', 'brief'], wrong: (ask) => manyLikeOne(ask, inputs) },
    { name: 'classes like cameras', rules: ['allowed_classes'], wrong: (ask) => classesLikeCameras(ask, about, inputs) },
    { name: 'names and addresses are masked', rules: ['mask'], wrong: (ask) => (JSON.stringify([...(ask('system/log/mask', {}) ?? [])].sort()) === JSON.stringify(masked) ? [] : ['mask differs']) },
  );
  let order = judges;
  return {
    judges,
    notice(ask, rule, words = []) {
      const spoken = ({ text = '' }) => words.filter((word) => text.includes(`"${word}"`)).length;
      const first = [...order.filter(({ rules }) => rules.includes(rule)), ...mostFirst(order, spoken)];
      const one = [...new Set([...first, ...order])].find(({ wrong }) => wrong(ask).length > 0);
      if (one === undefined) return null;
      order = [one, ...order.filter((other) => other !== one)];
      return one.name;
    },
  };
}

/** Those that score at all, the highest score first. */
const mostFirst = (list, scoreOf) => list.map((one) => ({ one, score: scoreOf(one) })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map(({ one }) => one);

function manyLikeOne(ask, inputs) {
  const cameras = inputs.flatMap(({ camera }) => (camera ? [camera] : [])).slice(0, 3);
  return inputs.filter((_, i) => i % 40 === 0).flatMap((input) => {
    const many = ask('gate/briefs', { ...input, cameras });
    const each = cameras.map((camera) => ask('gate/brief', { ...input, cameras, camera }));
    return JSON.stringify(many) === JSON.stringify(each) ? [] : ['briefs differ'];
  });
}

function classesLikeCameras(ask, question, inputs) {
  const waiting = withMilliseconds(readCases().find(({ input, want }) => input.action === 'submit_request' && want.effect === 'needs_approval').input);
  const classes = [waiting.camera, ...inputs.flatMap(({ camera }) => (camera ? [camera] : [])).slice(0, 20), { systemKind: 'defence' }];
  const alike = (asked) => {
    const each = classes.map((camera) => ask('gate/decision', { ...asked, camera: { id: 'class', ...camera } }));
    const at = (effect) => each.flatMap((answer, i) => (answer?.effect === effect ? [i] : []));
    const said = ask('gate/allowed_classes', { ...asked, classes });
    const ends = ask('gate/decision', asked)?.validUntil;
    return JSON.stringify([said?.allow, said?.needsApproval, said?.validUntil]) === JSON.stringify([at('allow'), at('needs_approval'), ends]) && at('allow').length + at('needs_approval').length > 0;
  };
  return [question, waiting].every(alike) ? [] : ['classes differ'];
}
