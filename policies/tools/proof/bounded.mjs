// D7: every question of a small world is asked, and what must never happen is looked for in each answer.
import { hasOpa } from '../opa.mjs';
import { readTable } from '../shape.mjs';
import { openPolicy } from '../wasm.mjs';
import { withWrongRules } from './planted.mjs';
import { questionOf, worlds } from './world.mjs';

export const title = 'in a small world, asked whole, nothing happens that must never happen';

const isText = (value) => typeof value === 'string' && value !== '';
const footage = new Set(['live_view', 'playback', 'clip_export', 'face_match', 'trajectory']);
/** Roads on which footage opens without two keys, each by its own rule. */
const otherRoads = new Set(['CT-04', 'CT-05', 'PD-11', 'PD-12', 'TR-12', 'IN-02', 'IN-07']);

/** Written from the regulation, knowing nothing of the rules: true where the answer breaks the sentence. */
function invariants() {
  const { firstKnown } = readTable('time');
  const actions = readTable('actions');
  const roles = readTable('roles');
  const rules = readTable('rules');
  const orgs = readTable('orgs');
  const articles = readTable('articles');
  const pause = readTable('moratorium');
  const inForce = (row, asOf) => row !== undefined && row.from <= asOf && asOf < row.to;
  return {
    // The authority of a police or investigating unit, by its own paper or by a grant of two keys that names the act.
    'no face is matched without authority or consent': ({ action, viewer, grant, consent }, { effect }) =>
      effect === 'allow' && action === 'face_match' && !isText(consent?.recordId)
      && !(['police', 'procedure'].includes(orgs[viewer.orgKind]?.group) && (isText(viewer.authorityRef) || grant.scope.actions.includes('face_match'))),
    'no recording is seen past its time without a hold': ({ action, asOf, recording }, { effect }) => effect === 'allow' && (footage.has(action) || action === 'publish') && recording !== undefined && recording.expiresAt <= asOf && recording.legalHoldIds.length === 0,
    'footage of a school is masked': ({ action, camera }, { effect, obligations }) => effect === 'allow' && footage.has(action) && camera.zoneKind === 'school' && !obligations.some(({ code }) => code === 'mask_faces'),
    'a refusal names its rule': (_, { effect, denies }) => effect === 'deny' && denies.length > 0 && denies.some(({ rule }) => rules[rule] === undefined),
    'a refusal by law names an article in force': ({ asOf }, { effect, denies }) =>
      effect === 'deny' && denies.some(({ rule, articles: cited }) => !rule.startsWith('POL-') && cited.every((key) => !inForce(articles[key], asOf)) && (rules[rule]?.articles ?? []).some((key) => inForce(articles[key], asOf))),
    'one key opens nothing': ({ action, approvals }, { effect, reasons }) =>
      effect === 'allow' && footage.has(action) && !reasons.some(({ rule }) => otherRoads.has(rule)) && !(approvals.some(({ key }) => key === 'owner') && approvals.some(({ key }) => key === 'police')),
    'two keys are two people of two bodies': ({ action, approvals }, { effect, reasons }) =>
      effect === 'allow' && footage.has(action) && !reasons.some(({ rule }) => otherRoads.has(rule)) && (new Set(approvals.map(({ approver }) => approver)).size < 2 || new Set(approvals.map(({ orgId }) => orgId)).size < 2),
    'nobody holds a key to their own request': ({ action, approvals, request }, { effect, reasons }) =>
      effect === 'allow' && footage.has(action) && !reasons.some(({ rule }) => otherRoads.has(rule)) && approvals.some(({ approver }) => approver === request.requester.userId),
    'who approves did not ask': ({ action, viewer, request }, { effect }) => effect === 'allow' && action === 'approve' && viewer.userId === request.requester.userId,
    'who approves is the police': ({ action, viewer }, { effect }) => effect === 'allow' && action === 'approve' && readTable('orgs')[viewer.orgKind]?.group !== 'police',
    'no footage for an inspector without decision and need': ({ action, viewer, inspection }, { effect }) =>
      effect === 'allow' && footage.has(action) && roles[viewer.roles[0]]?.inspects === true && !(isText(inspection?.no) && inspection.needsContent === true && isText(inspection.contentJustification)),
    'nothing is decided before the first law': ({ asOf }, { effect }) => asOf < firstKnown && effect !== 'cannot_decide',
    'nothing is allowed before the law of the act is known': ({ asOf, action }, { effect }) => asOf < actions[action].knownFrom && (effect === 'allow' || effect === 'needs_approval'),
    'no new camera during the pause': ({ action, asOf, camera, viewer }, { effect }) =>
      effect === 'allow' && action === 'register_camera' && camera.origin === 'newInvestment' && pause.from <= asOf && asOf < pause.to && ['SO_XD', 'IOC'].includes(viewer.orgKind),
    'nothing opens for an unknown role or purpose': ({ action, viewer, request }, { effect }) => effect === 'allow' && (roles[viewer.roles[0]] === undefined || (action !== 'register_camera' && readTable('purposes')[request.purposeCode] === undefined)),
    'a role does only its own acts': ({ action, viewer }, { effect }) => effect === 'allow' && roles[viewer.roles[0]]?.actions[action] !== true,
    'what is allowed has a reason': (_, { effect, reasons }) => effect === 'allow' && reasons.length === 0,
    'every answer is one of four': (_, { effect }) => !['allow', 'deny', 'needs_approval', 'cannot_decide'].includes(effect),
  };
}

/** Wrong bundles, built in the same run: the search must find each. */
const plants = [
  { sentence: 'no face is matched without authority or consent', file: 'national/analytics.rego', changes: [['not profiling_lawful', 'false']] },
  { sentence: 'no recording is seen past its time without a hold', file: 'national/transfer.rego', changes: [['not still_kept', 'false']] },
  { sentence: 'footage of a school is masked', file: 'national/house.rego', changes: [['not data.tables.zones[input.camera.zoneKind].sensitive == false', 'false']] },
  { sentence: 'one key opens nothing', file: 'national/keys.rego', changes: [['count(owner_keys) == 0', 'false']] },
  { sentence: 'two keys are two people of two bodies', file: 'national/keys.rego', changes: [['not two_hands', 'false']] },
  { sentence: 'nobody holds a key to their own request', file: 'national/keys.rego', changes: [['not apart(a.approver, input.request.requester.userId)', 'false']] },
  { sentence: 'no footage for an inspector without decision and need', file: 'national/inspection.rego', changes: [['not content_justified', 'false']] },
  { sentence: 'nothing is allowed before the law of the act is known', file: 'gate/main.rego', changes: [['input.asOf < data.tables.actions[input.action].knownFrom', 'false']] },
  { sentence: 'no new camera during the pause', file: 'hanoi/moratorium.rego', changes: [['not input.camera.origin == "existing"\n\tnot specialised_exception', 'false']] },
  { sentence: 'a role does only its own acts', file: 'national/role.rego', changes: [['not role_may', 'false']] },
  { sentence: 'a refusal names its rule', file: 'national/role.rego', changes: [['rule: POL-3', 'rule: POL-33']] },
  { sentence: 'a refusal by law names an article in force', file: 'national/purpose.rego', changes: [['["L91-32.3", "L91-3.2"]', '["L91-33"]']] },
  { sentence: 'who approves did not ask', file: 'national/keys.rego', changes: [['not apart(input.viewer.userId, input.request.requester.userId)', 'false']] },
  { sentence: 'who approves is the police', file: 'national/keys.rego', changes: [['act.ofPolice == true', 'false']] },
  { sentence: 'nothing is decided before the first law', file: 'gate/main.rego', changes: [['input.asOf < data.tables.time.firstKnown', 'false']] },
  { sentence: 'nothing opens for an unknown role or purpose', file: 'national/role.rego', changes: [['not one_known_role', 'false'], ['not role_may', 'false']] },
  { sentence: 'what is allowed has a reason', file: 'gate/main.rego', changes: [['"reasons": [cited(p) | some p in permits]', '"reasons": []']] },
  { sentence: 'every answer is one of four', file: 'gate/main.rego', changes: [['undenied := "allow"', 'undenied := "permitted"']] },
];

/** Every world once, but far from its neighbours in the count: what is wrong shows after hundreds of questions, not after thousands. */
function* scattered() {
  const all = [...worlds()];
  const step = 100_003;
  for (let i = 0; i < all.length; i += 1) yield all[(i * step) % all.length];
}

const answered = (ask, question) => {
  const said = ask('gate/decision', question);
  return said?.effect === undefined ? { effect: 'undefined', denies: [], reasons: [], obligations: [] } : said;
};

export async function run({ short = false, count } = {}) {
  const laws = Object.entries(invariants());
  const step = count ?? (short ? 29 : 1);
  const violations = [];
  const broken = new Map();
  const effects = {};
  let asked = 0;
  const ask = await openPolicy();
  for (const [i, world] of [...worlds()].entries()) {
    if (i % step !== 0) continue;
    const question = questionOf(world);
    const answer = answered(ask, question);
    asked += 1;
    effects[answer.effect] = (effects[answer.effect] ?? 0) + 1;
    for (const [sentence, breaks] of laws) {
      if (!breaks(question, answer)) continue;
      broken.set(sentence, (broken.get(sentence) ?? 0) + 1);
      if (broken.get(sentence) <= 2) violations.push(`${sentence}: ${JSON.stringify(world)} → ${answer.effect} (${answer.denies.map(({ rule }) => rule).join(', ')}; ${answer.reasons.map(({ rule }) => rule).join(', ')})`);
    }
  }
  // Wrong bundles are built where there is OPA; the short form also runs without it.
  const found = !hasOpa() ? [] : await findPlants(Object.fromEntries(laws), short ? plants.slice(0, 1) : plants);
  const unplanted = laws.map(([sentence]) => sentence).filter((sentence) => !plants.some((plant) => plant.sentence === sentence));
  violations.push(...unplanted.map((sentence) => `no wrong bundle breaks: ${sentence}`));
  violations.push(...found.filter(({ after }) => after === null).map(({ sentence }) => `a wrong bundle was not caught: ${sentence}`));
  const caught = found.filter(({ after }) => after !== null);
  return {
    asked,
    unit: `questions (${step === 1 ? 'all of them' : `every ${step}th`})`,
    violations,
    figures: { ...effects, sentences: laws.length, ...(found.length === 0 ? {} : { 'wrong bundles caught': `${caught.length} of ${found.length}, after ${caught.map(({ after }) => after).join(', ')} questions` }) },
  };
}

async function findPlants(laws, some) {
  const found = [];
  for (const plant of some) {
    const after = await withWrongRules(plant, (ask) => {
      let asked = 0;
      for (const world of scattered()) {
        const question = questionOf(world);
        asked += 1;
        if (laws[plant.sentence](question, answered(ask, question))) return asked;
      }
      return null;
    });
    found.push({ sentence: plant.sentence, after });
  }
  return found;
}
