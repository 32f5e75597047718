import { newEnforcer, newModelFromString, type Enforcer } from 'casbin';
import type { Policy } from '#libs/regulation';
import type { Engine } from './engine.js';
import { compatibleOf, keyOf, rowsOf } from './tables.js';

/** One matcher, compiled once and kept by casbin: its fastest form, which says yes or no and never why. */
const conditions = [
  'r.sub.mayWatch',
  'r.sub.idleFor <= 3888000000',
  'fits(r.obj.purposes, r.ctx.purpose)',
  'has(r.sub.functions, r.ctx.purpose)',
  'r.ctx.basis.from <= r.ctx.asOf && r.ctx.asOf < r.ctx.basis.to',
  '(!r.ctx.basis.stateAgencyOnly || r.sub.stateAgency)',
  '(!r.ctx.basis.publicPlaceOnly || r.obj.isPublicPlace == true)',
  'has(r.ctx.basis.purposes, r.ctx.purpose)',
  'r.ctx.ground.from <= r.ctx.asOf && r.ctx.asOf < r.ctx.ground.to',
  '(!r.ctx.ground.stateAgencyOnly || r.sub.stateAgency)',
  'r.sub.stateAgency',
  'filled(r.ctx.paper.number) && filled(r.ctx.paper.issuer) && filled(r.ctx.paper.signatureRef) && r.ctx.paper.date <= r.ctx.asOf',
  '!has(r.ctx.form, "")',
  'r.ctx.commercial == false',
  'r.obj.classification == "normal" && r.ctx.served && r.ctx.missionKnown && r.obj.missionClass != "QUOC_PHONG"',
  'r.ctx.owner.effect == "approved" && r.ctx.owner.orgId == r.obj.ownerOrgId && r.ctx.owner.signedAt <= r.ctx.asOf && !over(r.ctx.owner.withdrawnAt, r.ctx.asOf)',
  'r.ctx.police.effect == "approved" && r.ctx.policeGroup && r.ctx.police.signedAt <= r.ctx.asOf && !over(r.ctx.police.withdrawnAt, r.ctx.asOf)',
  'r.ctx.owner.approver != r.ctx.police.approver && r.ctx.owner.orgId != r.ctx.police.orgId',
  'r.ctx.owner.approver != r.ctx.requester.userId && r.ctx.police.approver != r.ctx.requester.userId',
  'r.ctx.asOf < r.ctx.grant.expiresAt && !over(r.ctx.grant.revokedAt, r.ctx.asOf)',
  'has(r.ctx.scope.cameras, r.obj.id) && has(r.ctx.scope.actions, r.act)',
  'r.ctx.scope.window.from <= r.ctx.asOf && r.ctx.asOf < r.ctx.scope.window.to',
  'r.sub.orgId == r.ctx.requester.orgId',
];

const model = `
[request_definition]
r = sub, obj, act, ctx

[policy_definition]
p = act

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = r.act == p.act && ${conditions.join(' && ')}
`;

export async function casbinEngine(policy: Policy): Promise<Engine> {
  const enforcer: Enforcer = await newEnforcer(newModelFromString(model));
  await enforcer.addPolicy('live_view');
  const compatible = compatibleOf(policy);
  const has = (list: unknown, one: unknown): boolean => Array.isArray(list) && list.includes(one);
  await enforcer.addFunction('has', has);
  await enforcer.addFunction(
    'fits',
    (collected: unknown, purpose: unknown) =>
      Array.isArray(collected) && collected.some((one) => compatible[String(one)]?.[String(purpose)] === true),
  );
  await enforcer.addFunction('filled', (text: unknown) => typeof text === 'string' && text !== '');
  await enforcer.addFunction('over', (at: unknown, asOf: unknown) => typeof at === 'number' && typeof asOf === 'number' && at <= asOf);
  return {
    name: 'casbin 5.51 (one matcher, lists and tables in host functions)',
    carries: 'the rules of this family in one matcher; no reasons, no obligations, no needs_approval',
    opens: (question) => {
      const { viewer, camera, request, grant, asOf } = question;
      const rows = rowsOf(policy, question);
      return enforcer.enforceSync(
        {
          orgId: viewer?.orgId,
          functions: viewer?.functions,
          mayWatch: rows.mayWatch,
          stateAgency: rows.stateAgency,
          idleFor: asOf - (viewer?.lastActiveAt ?? asOf),
        },
        camera,
        question.action,
        {
          asOf,
          purpose: rows.purposeKnown ? request?.purposeCode : null,
          requester: request?.requester,
          paper: request?.writtenRequest,
          form: [request?.dataType, request?.detailLevel, request?.accessFrequency, request?.deliveryMethod, request?.reason],
          commercial: request?.commercial ?? false,
          basis: rows.basis,
          ground: rows.ground,
          owner: keyOf(question, 'owner') ?? {},
          police: keyOf(question, 'police') ?? {},
          policeGroup: rows.policeKey,
          grant,
          scope: grant?.scope,
          served: rows.served,
          missionKnown: rows.missionKnown,
        },
      );
    },
  };
}
