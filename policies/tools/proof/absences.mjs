// D5: the facts that may be left out, each with what its absence means; every other fact, hidden, loses no denial (hidden.mjs).

/**
 * Facts whose absence is itself a statement: without them the act truly is another one. Nothing here is a paper that somebody
 * has to show, and no name that makes two people one; each line says what its absence means, and why the law lets it.
 */
export const absenceMeans = [
  {
    path: /^grant\.(revokedAt|purposeEndedAt)$/,
    means: 'the grant was not taken back, its purpose has not ended: both are events (SH-03)',
  },
  {
    path: /^grant\.(scope\.maxViews|viewsUsed)$/,
    means: "the grant counts no views (a number of views is the approver's choice); nobody counted one yet",
  },
  { path: /^grant\.scope\.fidelity$/, means: 'the grant is for masked pictures, which SE-07 makes the rule' },
  { path: /^approvals\.\d+\.(withdrawnAt|expiresAt)$/, means: 'the key was not taken back and has no end of its own' },
  { path: /^agreement\.endsAt$/, means: 'the agreement names no end of its own; its clauses, the period among them, are required (PD-10)' },
  {
    path: /^recording\.classification$/,
    means: 'the recording is of the class of its camera, which every act on pictures requires (SH-07)',
  },
  { path: /^system_connect\/camera\.classification$/, means: 'the link names no class: what goes over it is judged act by act (SH-07)' },
  { path: /^grant_emergency\/grant(\.expiresAt)?$/, means: 'the grant ends where the spoken demand does, after 24 hours (SH-10)' },
  { path: /^approvals(\.\d+)?$/, means: 'this entry (a refusal among them) was never made; a key that is needed is missed all the same' },
  {
    path: /^approve\/approvals\.\d+\.(signedAt|key|orgId)$/,
    means: 'an entry that does not say whose key it turns, for which body and when turns none: another hand may still turn it',
  },
  {
    path: /^change_system\/approvals\.\d+\.effect$/,
    means: 'a decision of the committee that bears a number was taken; a refusal says so (HN-07)',
  },
  {
    path: /^inspect\/(request\.requester(\.orgId)?|entry\.orgCode)$/,
    means: 'no target is named: the answer is narrowed to the decision (narrow_to_scope)',
  },
  { path: /^inspect\/inspection\.kind$/, means: 'the decision is of the kind that its issuer makes (IN-01); another kind is named in it' },
  { path: /^request\.deliveryCountry$/, means: 'it stays in the country; whoever takes it abroad has to say where to' },
  { path: /^request\.caseNumberForm$/, means: 'nobody compared the number with its form: the register of cases is asked (POL-13)' },
  {
    path: /^clip_export\/viewer\.trainingValidTo$/,
    means: 'who is trained without an end says so by `trained` (EV-03 asks one of the two)',
  },
  {
    path: /^register_camera\/camera\.enforcementDecision$/,
    means: 'no device of enforcement: what shows such a decision, or is flagged, is one (EV-02)',
  },
  {
    path: /^(snapshot|plate_search|live_view|admit_submission)\/recording$/,
    means: 'a picture of now, or nothing recorded at all: acts on what was recorded require it',
  },
  { path: /^clip_export\/submission$/, means: 'it did not come in from a citizen; taking one in requires it (EV-11)' },
  { path: /^viewer\.roles\.\d+$/, means: 'a second role is not there; the one that stays has to permit the act' },
  {
    path: /^viewer\.(lastActiveAt|titlePowersValidTo|account)(\.|$)/,
    means: "the account was never closed, shared or made an administrator's, the title has no end (SE-05 and SH-12 name what ends them)",
  },
  { path: /^viewer\.trained$/, means: 'training is told by its date, which EV-03 requires' },
  {
    path: /^viewer\.(roles|orgKind|mfaLevel)$/,
    means: 'one of the public, a person of no body, a session with its own factor: each only where that is enough',
  },
  { path: /^viewer\.functions$/, means: 'the functions of the same body stand in the request too; where neither says them CT-12 refuses' },
  { path: /^context\.targetOrgIds\.\d+$/, means: 'that body is not looked at' },
  {
    path: /^(context\.(targetOrgIds|targetWindow)|entry(\.at)?)$/,
    means: 'an inspector names no target: before anything is shown the answer is narrowed to the decision (obligation narrow_to_scope)',
  },
  {
    path: /^camera(\.ownerOrgId)?$/,
    means:
      'an inspector names no camera: the same narrowing (footage requires both); or a connection names none: what is connected is a system',
  },
  {
    path: /^inspect\/inspection\.issuerOrgKind$/,
    means: "the decision is of the inspector's own body, whose kind is required; only another body's has to be named (IN-04)",
  },
  { path: /^inspection\.announcedAt$/, means: 'the decision states no later start; its end is required' },
  {
    path: /^request\.commercial$/,
    means: 'no trade is asked for: PD-24 forbids the trade, and what the footage is for must be said (CT-03)',
  },
  { path: /^analytics\.reviewOffered$/, means: 'nobody refuses a second look; where no officer verified, it must be offered (AI-03)' },
  { path: /^context\.reidentify$/, means: 'nothing is joined back (PD-21 forbids the act, not a silence)' },
  { path: /^analytics(\.kind|\.automated)?$/, means: 'no machine takes part in an act that needs none; a match requires its kind (AI-04)' },
  {
    path: /^analytics\.(aiLog|humanVerification|automaticAction)$/,
    means: 'outside a match nothing follows from an analysis; for a match all must be said (AI-01, AI-05)',
  },
  {
    path: /^context\.(produces|fidelity|analytics)$/,
    means: 'the act produces and asks for nothing beyond itself (PD-16 derives the class from the act)',
  },
  { path: /^context\.event\.harmsHonour$/, means: 'nobody says that it harms; that it is a public activity is required (PD-02)' },
  {
    path: /^context\.supervised$/,
    means: 'the officer who stands before the gate shows the pictures: asked of nobody but police, everybody else must say it (TR-12)',
  },
  {
    path: /^violation\.violatorUserId$/,
    means:
      'the officer in whose presence alone it is shown sees who comes with the notice: TR-12 asks who asks and for which violation, not for an account',
  },
  { path: /^violation(\.field)?$/, means: 'not classified yet: at the counter a receiver takes it in (EV-13), admitting needs the field' },
  {
    path: /^submission\.(discloseProvider|privacyRespected|fieldCovered|objective|withinPeriod)$/,
    means: 'not yet judged at intake; admitting requires all four (EV-11), and nobody is disclosed unasked (EV-10)',
  },
  { path: /^submission\.competent$/, means: 'competence is not in doubt: the matrix of receivers decides it (EV-12)' },
  { path: /^(recording|submission)\.tamperFlag$/, means: 'nobody found signs of tampering; EV-15 speaks of signs that were found' },
  { path: /^recording\.legalHoldIds\.\d+$/, means: 'this hold does not exist (that the list is stated is required)' },
  { path: /^recording\.legalHold$/, means: 'any name given is the name of a hold' },
  {
    path: /^legalHold(\.ref|\.releasedAt)?$/,
    means: 'no further hold beside those listed; a hold runs until it is released, and stops deletion even when its paper is not named',
  },
  { path: /^recording\.validUntil$/, means: 'only the limitation period ends its use, which is required (EV-06)' },
  {
    path: /^recording\.(dataClass|original|caseFileId)$/,
    means:
      'an ordinary recording: a stated class only adds to what act and holder make it (PD-16), of case files it must be said that it is a copy',
  },
  {
    path: /^recording\.(recordedAt|expiresAt)$/,
    means: 'the end follows from the other, or from the end of the recording; one is required (PD-05)',
  },
  { path: /^camera\.enforcement$/, means: 'not an enforcement device (a basis of enforcement asks for the decision all the same, EV-02)' },
  {
    path: /^camera\.origin$/,
    means: 'at registration an unstated origin counts as new (HN-02); what is connected was registered, and its origin asked, before',
  },
  {
    path: /^camera\.(ownerKind|fundingKind)$/,
    means:
      'the other of the two says whose camera it is; where neither does, a camera that no state body brings in counts as private (CT-08)',
  },
  {
    path: /^camera\.noticeKind$/,
    means: 'nothing is known of its notice: the camera is marked (PD-03), its owner is not accused of having none',
  },
  {
    path: /^camera\.project(\.(itemIsNew|programme))?$/,
    means: 'the camera is no item of a programme (HN-05); HN-02 asks for its origin all the same',
  },
  {
    path: /^camera\.(duplicateOf|storageCountry|conformity)(\.|$)/,
    means: 'not declared a duplicate, stored abroad or certified: SE-10 and CT-10 judge what is declared, neighbours are compared anyway',
  },
  { path: /^neighbours(\.\d+)?(\.purposes\.\d+)?$/, means: 'no camera stands there; the gateway finds the neighbours itself' },
  {
    path: /^organisation(\.(controlMechanism|dataSubjects|dpoContact|functions|inventoryReportStatus|processesSensitive|sellsProcessing))?$/,
    means: 'not judged until the signers switch on limits.organisationFactsRequired, when the register of bodies is connected',
  },
  {
    path: /^organisation\.id$/,
    means:
      'the body described is the one that asks (s.org of the catalogue); only another name makes it another, and a code must be of its kind',
  },
  {
    path: /^inventory(\.(orgId|status))?$/,
    means: 'the report is that of the body that asks; none is judged until the same switch (HN-01)',
  },
  {
    path: /^request\.requester\.functions(\.\d+)?$/,
    means: 'not before the approver; they are required when the request is submitted and at every view (CT-12)',
  },
  {
    path: /^request(\.(requesterKind|legalBasisCode))?$/,
    means: 'a person asks for their own data by their own right; whoever comes for a body is known by the kind of the body',
  },
  { path: /^request\.(identityVerified|thirdPartiesMasked)$/, means: 'not judged yet: others are masked, the obligation says so (PD-12)' },
  { path: /^request\.kind$/, means: 'no connection is refused (SH-09, CT-06 speak of connections); a refusal opens nothing' },
  { path: /^request\.refusalGround$/, means: 'nobody refuses' },
  {
    path: /^request\.(approvalsNeeded|sameTargetCount30d|pairApprovals30d|caseRegister)$/,
    means:
      "nobody counted looks or approvals, asked for a second key, or named a case to a register: the house's own rules; the gateway itself always states them (libs/sharing)",
  },
  {
    path: /^system(\.cityShared)?$/,
    means: 'the link serves no shared system of the city; over no platform it counts as serving one (HN-13)',
  },
  {
    path: /^log(\.(central|reviewedAt|ntp|siem|kinds))?$/,
    means: 'nothing is known that the log lacks: how long it is kept, which is what is set, is required (SE-03), and opens no data',
  },
  { path: /^retentionPolicy\.floorDays$/, means: 'the policy has no floor of its own; the floors of TR-15 bind by the kind of system' },
  {
    path: /^dataSubjectRequest\.extension(\.days|\.count)?$/,
    means: 'no extension is asked for, or the one that the kind of right allows',
  },
  { path: /^dataSubjectRequest\.basis$/, means: 'the person need not know it: the request is received, whoever answers looks it up' },
  { path: /^delivery(\.country)?$/, means: 'delivered in Viet Nam, the obligation says so (PD-23)' },
  { path: /^face_match\/consent\.events(\.|$)/, means: 'no event of that kind took place; the record is required (PD-25)' },
  { path: /^retentionPolicy\.dataType$/, means: 'data of no kind of its own: the general floor of that system binds (TR-15)' },
  {
    path: /^face_match\/consent\.givenAt$/,
    means: 'the record of the consent, which is required, stands for its day (PD-25 asks the record and its withdrawal)',
  },
  { path: /^review\/request\.info(Asked|Given)At$/, means: 'nothing was asked back or answered: the term of review is not paused' },
  {
    path: /^face_match\/consent\.tied$/,
    means: 'the consent on record is tied to nothing else: tying is an act of who asks for it (PD-25)',
  },
  { path: /^consent\.withdrawnAt$/, means: 'the consent on record was not taken back: a withdrawal is an act (PD-25)' },
  { path: /^consent\.expiresAt$/, means: 'the consent on record names no end of its own (PD-25)' },
  { path: /^entry\.(payload|clearPersonalData)$/, means: 'the other of the two says what is on the ledger; one is required (SE-08)' },
  { path: /^(context|viewer)$/, means: 'all that stands in it, each with its own meaning above' },
];

/** A pattern may begin with the act to which it is limited: `inspect/request.requester`. */
export function isStatement(at, action) {
  const text = at.join('.');
  return absenceMeans.some(({ path }) => path.test(text) || path.test(`${action}/${text}`));
}
