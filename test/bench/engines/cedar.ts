import { preparsePolicySet, statefulIsAuthorized, type CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { Policy, Question } from '#libs/regulation';
import type { Engine } from './engine.js';
import { compatibleOf, keyOf, rowsOf, servedBy } from './tables.js';

const id = 'cuao-bench';

/**
 * Cedar in its best form: policies parsed ahead, roles and compatible purposes as literals, and of the tables only the rows that
 * the question needs. It skips a `forbid` that errs, so an answer with errors is no.
 */
export function cedarEngine(policy: Policy): Engine {
  const parsed = preparsePolicySet(id, { staticPolicies: policies(policy) });
  if (parsed.type !== 'success') throw new Error(`cedar does not take the policies: ${JSON.stringify(parsed.errors)}`);
  return {
    name: 'cedar-wasm 4.13 (stateful, policies parsed ahead)',
    carries: 'the 29 rules of this family; no reasons beyond policy ids, no obligations, no needs_approval',
    opens: (question) => {
      const said = statefulIsAuthorized({ ...requestOf(policy, question), preparsedPolicySetId: id });
      return said.type === 'success' && said.response.decision === 'allow' && said.response.diagnostics.errors.length === 0;
    },
  };
}

function requestOf(policy: Policy, question: Question) {
  const { viewer, camera, request, grant, asOf } = question;
  const principal = { type: 'Person', id: viewer?.userId ?? '' };
  const resource = { type: 'Camera', id: camera?.id ?? '' };
  const rows = rowsOf(policy, question);
  const paper = request?.writtenRequest;
  return {
    principal,
    action: { type: 'Action', id: question.action },
    resource,
    context: stated({
      asOf,
      cameraId: camera?.id,
      purpose: request?.purposeCode,
      requester: stated({ userId: request?.requester?.userId, orgId: request?.requester?.orgId }),
      paper: stated({ number: paper?.number, issuer: paper?.issuer, signatureRef: paper?.signatureRef, date: paper?.date }),
      form: [request?.dataType, request?.detailLevel, request?.accessFrequency, request?.deliveryMethod, request?.reason].map(
        (text) => text ?? '',
      ),
      commercial: request?.commercial ?? false,
      basis: { ...rows.basis, purposes: [...rows.basis.purposes] },
      ground: { ...rows.ground },
      owner: keyRecord(question, 'owner'),
      police: keyRecord(question, 'police'),
      grant: stated({
        cameras: grant?.scope?.cameras === undefined ? undefined : [...(grant.scope.cameras ?? [])],
        actions: grant?.scope?.actions === undefined ? undefined : [...(grant.scope.actions ?? [])],
        from: grant?.scope?.window?.from,
        to: grant?.scope?.window?.to,
        expiresAt: grant?.expiresAt,
        revokedAt: grant?.revokedAt,
      }),
      policeGroup: rows.policeKey,
      served: rows.served,
      missionKnown: rows.missionKnown,
    }) as Record<string, CedarValueJson>,
    entities: [
      {
        uid: principal,
        attrs: stated({
          orgId: viewer?.orgId,
          roles: viewer?.roles,
          functions: viewer?.functions,
          stateAgency: rows.stateAgency,
          lastActiveAt: viewer?.lastActiveAt,
        }),
        parents: [],
      },
      {
        uid: resource,
        attrs: stated({
          ownerOrgId: camera?.ownerOrgId,
          missionClass: camera?.missionClass,
          classification: camera?.classification,
          purposes: camera?.purposes,
          isPublicPlace: camera?.isPublicPlace,
        }),
        parents: [],
      },
    ],
  };
}

function keyRecord(question: Question, name: string): Record<string, CedarValueJson> | undefined {
  const key = keyOf(question, name);
  return key === undefined
    ? undefined
    : stated({ approver: key.approver, orgId: key.orgId, effect: key.effect, signedAt: key.signedAt, withdrawnAt: key.withdrawnAt });
}

/** Cedar knows no null: what is not stated is left out. */
function stated(fields: Readonly<Record<string, unknown>>): Record<string, CedarValueJson> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Record<
    string,
    CedarValueJson
  >;
}

function policies(policy: Policy): Record<string, string> {
  const roles = Object.entries(policy.tables.roles).filter(([, { actions }]) => actions['live_view'] === true);
  const compatible = compatibleOf(policy);
  const fits = Object.keys(policy.tables.purposes).map(
    (purpose) => `(context.purpose == "${purpose}" && resource.purposes.containsAny(${JSON.stringify(servedBy(compatible, purpose))}))`,
  );
  const unless: Record<string, string> = {
    'POL-3 role': roles.map(([role]) => `principal.roles == ["${role}"]`).join(' || '),
    'SE-05 idle': '!(principal has lastActiveAt) || context.asOf - principal.lastActiveAt <= 3888000000',
    'PD-04 purpose': fits.join(' || '),
    'CT-12 function': 'principal.functions.contains(context.purpose)',
    'PD-06 in time': 'context.basis.from <= context.asOf && context.asOf < context.basis.to',
    'PD-06 agencies': '!context.basis.stateAgencyOnly || principal.stateAgency',
    'PD-01 place': '!context.basis.publicPlaceOnly || resource.isPublicPlace',
    'PD-01 purpose': 'context.basis.purposes.contains(context.purpose)',
    'PD-09 ground': 'context.ground.from <= context.asOf && context.asOf < context.ground.to',
    'PD-09 agencies': '!context.ground.stateAgencyOnly || principal.stateAgency',
    'PD-14 authority': 'principal.stateAgency',
    'PD-14 number': 'context.paper has number && context.paper.number != ""',
    'PD-14 issuer': 'context.paper has issuer && context.paper.issuer != ""',
    'PD-14 signature': 'context.paper has signatureRef && context.paper.signatureRef != ""',
    'PD-14 date': 'context.paper has date && context.paper.date <= context.asOf',
    'SH-02 form': '!context.form.contains("")',
    'PD-24 sale': '!context.commercial',
    'SH-07 secret': 'resource.classification == "normal"',
    'CT-01 system': 'context.served',
    'HN-10 mission': 'context.missionKnown && resource.missionClass != "QUOC_PHONG"',
    'POL-4 owner':
      'context has owner && context.owner.effect == "approved" && context.owner.orgId == resource.ownerOrgId && context.owner.signedAt <= context.asOf && !(context.owner has withdrawnAt && context.owner.withdrawnAt <= context.asOf)',
    'POL-4 police':
      'context has police && context.police.effect == "approved" && context.policeGroup && context.police.signedAt <= context.asOf && !(context.police has withdrawnAt && context.police.withdrawnAt <= context.asOf)',
    'SE-05 two hands': 'context.owner.approver != context.police.approver && context.owner.orgId != context.police.orgId',
    'SE-05 own request': 'context.owner.approver != context.requester.userId && context.police.approver != context.requester.userId',
    'POL-5 grant': 'context.grant has cameras && context.grant has actions && context.grant has expiresAt',
    'POL-5 expiry': 'context.asOf < context.grant.expiresAt && !(context.grant has revokedAt && context.grant.revokedAt <= context.asOf)',
    'POL-5 scope': 'context.grant.cameras.contains(context.cameraId) && context.grant.actions.contains("live_view")',
    'POL-5 window': 'context.grant.from <= context.asOf && context.asOf < context.grant.to',
    'POL-5 body': 'principal.orgId == context.requester.orgId',
  };
  return Object.fromEntries([
    ['permit', 'permit(principal, action == Action::"live_view", resource);'],
    ...Object.entries(unless).map(([name, body]) => [name, `forbid(principal, action, resource) unless { ${body} };`]),
  ]) as Record<string, string>;
}
