import type { Question } from '../../libs/regulation/src/decider.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Path = readonly (string | number)[];

/** Every way into a question: keys of objects and positions of lists. */
export function pathsOf(value: Json, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [];
  const entries: [string | number, Json][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

export function changed(
  input: Question,
  path: Path,
  change: (parent: Record<string | number, Json>, key: string | number) => void,
): Question {
  const copy = structuredClone(input) as unknown as Json;
  let parent = copy as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, Json>;
  change(parent, path.at(-1) ?? '');
  return copy as unknown as Question;
}

const wrongTypes: Json[] = [0, 1, 9e15, '', 'zz', true, false, [], {}, ['zz'], [{}]];
const typeOf = (value: Json | undefined): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The question with one fact removed, nulled, and of every other type; made only when asked for. */
export function damages(input: Question, path: Path): (() => Question)[] {
  const removed = (): Question =>
    changed(input, path, (parent, key) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    });
  const nulled = (): Question =>
    changed(input, path, (parent, key) => {
      parent[key] = null;
    });
  const mistyped = wrongTypes.map(
    (value) => (): Question =>
      changed(input, path, (parent, key) => {
        parent[key] = typeOf(parent[key]) === typeOf(value) ? null : value;
      }),
  );
  return [removed, nulled, ...mistyped];
}

/**
 * Facts whose absence is itself a statement: without them the act truly is another one. Nothing here is a paper that somebody
 * has to show; each line says what its absence means.
 */
export const absenceMeans: readonly { readonly path: RegExp; readonly means: string }[] = [
  { path: /^grant\.(revokedAt|purposeEndedAt)$/, means: 'the grant was not taken back, its purpose has not ended' },
  { path: /^grant\.(scope\.maxViews|viewsUsed)$/, means: 'the grant counts no views; nobody counted a view yet' },
  { path: /^approvals\.\d+\.(withdrawnAt|expiresAt)$/, means: 'the key was not taken back and has no end' },
  { path: /^approvals(\.\d+)?$/, means: 'this entry (a refusal among them) was never made' },
  { path: /^viewer\.roles\.\d+$/, means: 'a second role is not there' },
  { path: /^viewer\.(lastActiveAt|titlePowersValidTo|account)(\.|$)/, means: 'the account is in order, the title has no end' },
  { path: /^context\.targetOrgIds\.\d+$/, means: 'a body is not looked at' },
  {
    path: /^(context(\.targetOrgIds|\.targetWindow)?|entry(\.orgCode|\.at)?)$/,
    means: 'an inspector names no target: the answer is narrowed to the decision (obligation narrow_to_scope)',
  },
  { path: /^inspection\.announcedAt$/, means: 'no later start is stated' },
  { path: /^context\.reidentify$/, means: 'nothing is joined back' },
  { path: /^analytics(\.kind|\.automated)?$/, means: 'no machine takes part in an act that needs none' },
  { path: /^recording\.legalHoldIds\.\d+$/, means: 'this hold does not exist (that the list is stated is required)' },
  { path: /^recording\.validUntil$/, means: 'only the limitation period ends its use, which is required' },
  { path: /^legalHold(\.ref|\.releasedAt)?$/, means: 'no further hold beside those listed; a hold runs until it is released' },
  { path: /^(recording|submission)\.tamperFlag$/, means: 'nobody found signs of tampering' },
  { path: /^camera\.enforcement$/, means: 'not an enforcement device (a basis of enforcement asks for the decision all the same)' },
  { path: /^recording\.original$/, means: 'not the original' },
  {
    path: /^submission\.(discloseProvider|privacyRespected|fieldCovered|objective|withinPeriod)$/,
    means: 'not yet judged at intake; admitting requires all four',
  },
  { path: /^submission\.competent$/, means: 'competence is not in doubt' },
  { path: /^violation(\.field)?$/, means: 'not classified yet: at the counter a receiver takes it in, admitting needs the field' },
  { path: /^viewer\.trained$/, means: 'training is told by its date' },
  { path: /^(organisation|inventory)(\.|$)/, means: 'not judged until the signers switch on limits.organisationFactsRequired' },
  { path: /^context\.supervised$/, means: 'the officer who stands before the gate shows the pictures' },
  {
    path: /^request\.requester\.functions(\.\d+)?$/,
    means: 'not before the approver; they are required when the request is submitted and at every view',
  },
  { path: /^camera\.project(\.(itemIsNew|programme))?$/, means: 'the camera is no item of a programme' },
  { path: /^system(\.cityShared)?$/, means: 'the link serves no shared system of the city' },
  { path: /^context(\.fidelity)?$/, means: 'the coarse picture is asked for, as it is offered; its other facts are each tried alone' },
  { path: /^request\.kind$/, means: 'no connection is asked for' },
  { path: /^request\.refusalGround$/, means: 'nobody refuses' },
  { path: /^retentionPolicy\.floorDays$/, means: 'the policy has no floor of its own' },
  { path: /^neighbours(\.\d+)?(\.purposes\.\d+)?$/, means: 'no camera stands there' },
  { path: /^camera\.(duplicateOf|storageCountry|conformity)(\.|$)/, means: 'not a duplicate, nothing declared' },
  {
    path: /^dataSubjectRequest\.extension(\.days|\.count)?$/,
    means: 'no extension is asked for, or the one that the kind of right allows',
  },
  { path: /^dataSubjectRequest\.basis$/, means: 'the person need not know it: the request is received, whoever answers looks it up' },
  {
    path: /^recording\.(dataClass|original|caseFileId)$/,
    means: 'an ordinary recording: a stated class only adds, of case files it must be said that it is a copy',
  },
  { path: /^context\.(produces|fidelity|analytics)$/, means: 'the act produces and asks for nothing beyond itself' },
  { path: /^context\.event\.harmsHonour$/, means: 'nobody says that it harms' },
  { path: /^request\.(identityVerified|thirdPartiesMasked)$/, means: 'not judged yet: others are masked, the obligation says so' },
  { path: /^delivery(\.country)?$/, means: 'delivered in Viet Nam, the obligation says so' },
  { path: /^consent\.withdrawnAt$/, means: 'the consent on record was not taken back' },
  { path: /^camera\.noticeKind$/, means: 'nothing is known of its notice; the camera is marked' },
  {
    path: /^analytics\.(aiLog|humanVerification|automaticAction)$/,
    means: 'outside a match nothing follows from an analysis; for a match all must be said',
  },
  { path: /^entry\.(payload|clearPersonalData)$/, means: 'the other of the two says what is on the ledger; one is required' },
  { path: /^recording\.legalHold$/, means: 'any name given is the name of a hold' },
  { path: /^grant\.scope\.fidelity$/, means: 'the grant is for masked pictures' },
  {
    path: /^recording\.(recordedAt|expiresAt)$/,
    means: 'the end follows from the other, or from the end of the recording; one is required',
  },
  {
    path: /^viewer\.(roles|orgKind|mfaLevel)$/,
    means: 'one of the public, a person of no body, a session with its own factor: each only where that is enough',
  },
  { path: /^request(\.(requesterKind|legalBasisCode))?$/, means: 'a person asks for their own data by their own right' },
  {
    path: /^request\.(approvalsNeeded|sameTargetCount30d)$/,
    means: 'nobody counted looks or asked for a second key; the gateway itself always states the count (libs/sharing)',
  },
  { path: /^camera\.origin$/, means: 'a camera that exists is connected; at registration an unstated origin counts as new (HN-02)' },
  { path: /^camera\.(ownerKind|fundingKind)$/, means: 'who owns and who pays contradict each other only where both are stated (CT-02)' },
  { path: /^viewer\.functions$/, means: 'the functions of the same body stand in the request too; where neither says them CT-12 refuses' },
  {
    path: /^camera(\.ownerOrgId)?$/,
    means: 'an inspector names no camera or whose it is: the answer is narrowed to the decision; footage needs both stated (facts table)',
  },
  {
    path: /^log(\.(central|reviewedAt|ntp|siem|kinds))?$/,
    means: 'nothing is known that the log lacks, and no review is known to be late (SE-03)',
  },
  { path: /^violation\.violatorUserId$/, means: 'the unit that shows the pictures has identified the violator before it (TR-12)' },
  { path: /^(context|viewer)$/, means: 'all that stands in it, each with its own meaning above' },
];

export function isStatement(path: Path): boolean {
  const text = path.join('.');
  return absenceMeans.some((one) => one.path.test(text));
}
