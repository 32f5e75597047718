// Made from policies/tables/shape.json by `npm run policy:build`; do not edit.
// Times are integer milliseconds. null says the same as leaving the fact out.

// prettier-ignore
export interface PolicyInput {
  readonly action?: string | null; readonly asOf?: number | null; readonly viewer?: ViewerFacts | null;
  readonly organisation?: OrganisationFacts | null; readonly camera?: CameraFacts | null; readonly cameras?: readonly CameraFacts[] | null;
  readonly classes?: readonly CameraFacts[] | null; readonly recording?: RecordingFacts | null; readonly request?: RequestFacts | null;
  readonly grant?: GrantFacts | null; readonly approvals?: readonly ApprovalFacts[] | null; readonly agreement?: AgreementFacts | null;
  readonly consent?: ConsentFacts | null; readonly inspection?: InspectionFacts | null; readonly legalHold?: LegalHoldFacts | null;
  readonly dataSubjectRequest?: DataSubjectRequestFacts | null; readonly incident?: IncidentFacts | null; readonly inventory?: InventoryFacts | null;
  readonly moratorium?: MoratoriumFacts | null; readonly retentionPolicy?: RetentionPolicyFacts | null;
  readonly purposeCompatibility?: PurposeCompatibilityFacts | null; readonly analytics?: AnalyticsFacts | null;
  readonly watchlist?: WatchlistFacts | null; readonly delivery?: DeliveryFacts | null; readonly neighbours?: readonly CameraFacts[] | null;
  readonly submission?: SubmissionFacts | null; readonly violation?: ViolationFacts | null; readonly change?: ChangeFacts | null;
  readonly policyBundle?: PolicyBundleFacts | null; readonly system?: SystemFacts | null; readonly entry?: EntryFacts | null;
  readonly context?: ContextFacts | null; readonly match?: MatchFacts | null; readonly accident?: AccidentFacts | null;
  readonly storage?: StorageFacts | null; readonly programme?: ProgrammeFacts | null; readonly log?: LogFacts | null;
}
// prettier-ignore
export interface ViewerFacts {
  readonly userId?: string | null; readonly nationalIdRef?: string | null; readonly orgId?: string | null; readonly orgKind?: string | null;
  readonly unitId?: string | null; readonly areaCodes?: readonly string[] | null; readonly title?: string | null;
  readonly titlePowersValidTo?: number | null; readonly roles?: readonly string[] | null; readonly functions?: readonly string[] | null;
  readonly delegations?: readonly DelegationFacts[] | null; readonly trainingValidTo?: number | null; readonly clearance?: string | null;
  readonly mfaLevel?: number | null; readonly lastActiveAt?: number | null; readonly inspectionIds?: readonly string[] | null;
  readonly qualification?: string | null; readonly authorityRef?: string | null; readonly account?: AccountFacts | null;
  readonly orgCode?: string | null; readonly inspectionId?: string | null; readonly trained?: boolean | null;
}
// prettier-ignore
export interface AccountFacts {
  readonly personal?: boolean | null; readonly disabled?: boolean | null; readonly shared?: boolean | null; readonly admin?: boolean | null;
  readonly external?: boolean | null; readonly mfa?: boolean | null; readonly reviewedAt?: number | null; readonly leftAt?: number | null;
}
// prettier-ignore
export interface DelegationFacts {
  readonly cameraGroup?: string | null; readonly area?: string | null; readonly actions?: readonly string[] | null; readonly validTo?: number | null;
  readonly decisionRef?: string | null;
}
// prettier-ignore
export interface OrganisationFacts {
  readonly id?: string | null; readonly code?: string | null; readonly kind?: string | null; readonly parentOrg?: string | null;
  readonly adminUnitCode?: string | null; readonly controllerRole?: string | null; readonly dpoContact?: string | null;
  readonly dpService?: string | null; readonly sizeClass?: string | null; readonly sellsProcessing?: boolean | null;
  readonly processesSensitive?: boolean | null; readonly dataSubjects?: number | null; readonly impactAssessmentRef?: string | null;
  readonly controlMechanism?: ControlMechanismFacts | null; readonly inventoryReportStatus?: string | null; readonly publicContact?: string | null;
  readonly functions?: readonly string[] | null; readonly areaCode?: string | null;
}
// prettier-ignore
export interface ControlMechanismFacts {
  readonly procedure?: unknown | null; readonly riskAssessment?: unknown | null; readonly periodicCheck?: unknown | null;
  readonly complaintChannel?: unknown | null;
}
// prettier-ignore
export interface CameraFacts {
  readonly id?: string | null; readonly ownerOrgId?: string | null; readonly ownerUnitId?: string | null; readonly ownerKind?: string | null;
  readonly operatorOrgId?: string | null; readonly operatorKind?: string | null; readonly controllerOrgId?: string | null;
  readonly controllerContact?: string | null; readonly fundingKind?: string | null; readonly systemKind?: string | null;
  readonly missionClass?: string | null; readonly purposes?: readonly string[] | null; readonly zoneKind?: string | null;
  readonly isPublicPlace?: boolean | null; readonly location?: LocationFacts | null; readonly areaCode?: string | null;
  readonly groupId?: string | null; readonly azimuth?: number | null; readonly fov?: number | null; readonly heightM?: number | null;
  readonly mountKind?: string | null; readonly capabilities?: readonly string[] | null; readonly protocols?: readonly string[] | null;
  readonly analog?: boolean | null; readonly vmsNodeId?: string | null; readonly integrationStatus?: string | null; readonly noticeKind?: string | null;
  readonly noticeVerifiedAt?: number | null; readonly publicShare?: boolean | null; readonly enforcement?: boolean | null;
  readonly enforcementDecision?: EnforcementDecisionFacts | null; readonly calibrationValidTo?: number | null;
  readonly conformity?: ConformityFacts | null; readonly storageCountry?: string | null; readonly retentionPolicyId?: string | null;
  readonly trustLevel?: string | null; readonly classification?: string | null; readonly project?: ProjectFacts | null; readonly status?: string | null;
  readonly origin?: string | null; readonly coverage?: string | null; readonly coverageMasked?: boolean | null; readonly duplicateOf?: string | null;
  readonly justificationDocId?: string | null; readonly firmware?: unknown | null;
}
// prettier-ignore
export interface LocationFacts {
  readonly lat?: number | null; readonly lon?: number | null;
}
// prettier-ignore
export interface EnforcementDecisionFacts {
  readonly no?: string | null; readonly date?: number | null; readonly issuerTitle?: string | null; readonly validTo?: number | null;
}
// prettier-ignore
export interface ConformityFacts {
  readonly standard?: string | null; readonly certNo?: string | null; readonly certifiedAt?: number | null;
}
// prettier-ignore
export interface ProjectFacts {
  readonly id?: string | null; readonly programme?: string | null; readonly biddingCompletedAt?: number | null; readonly status?: string | null;
  readonly itemIsNew?: boolean | null; readonly planRevisionApproved?: boolean | null; readonly fundingKind?: string | null;
  readonly architectureAppraisalRef?: string | null;
}
// prettier-ignore
export interface RecordingFacts {
  readonly id?: string | null; readonly cameraId?: string | null; readonly from?: number | null; readonly to?: number | null;
  readonly recordedAt?: number | null; readonly dataClass?: string | null; readonly sha256?: string | null; readonly signature?: string | null;
  readonly timestampToken?: string | null; readonly deviceId?: string | null; readonly copyOf?: string | null; readonly original?: boolean | null;
  readonly expiresAt?: number | null; readonly legalHoldIds?: readonly string[] | null; readonly caseFileId?: string | null;
  readonly violationField?: string | null; readonly limitationEnd?: number | null; readonly validUntil?: number | null;
  readonly custody?: unknown | null; readonly provider?: unknown | null; readonly childInPicture?: boolean | null; readonly tamperFlag?: boolean | null;
  readonly minutesRef?: string | null; readonly deletionMinutesRef?: string | null; readonly storedCopySha256?: string | null;
  readonly retentionDays?: number | null; readonly legalHold?: unknown | null; readonly classification?: string | null;
}
// prettier-ignore
export interface RequestFacts {
  readonly id?: string | null; readonly kind?: string | null; readonly emergency?: boolean | null; readonly requester?: RequesterFacts | null;
  readonly requesterKind?: string | null; readonly requesterAuthority?: string | null; readonly procedureAuthority?: string | null;
  readonly caseNo?: string | null; readonly writtenRequest?: WrittenRequestFacts | null; readonly legalBasisCode?: string | null;
  readonly transferGround?: string | null; readonly purposeCode?: string | null; readonly reason?: string | null; readonly grounds?: string | null;
  readonly dataType?: string | null; readonly detailLevel?: string | null; readonly volume?: unknown | null; readonly accessFrequency?: string | null;
  readonly deliveryMethod?: string | null; readonly cameraSelector?: unknown | null; readonly timeWindow?: WindowFacts | null;
  readonly actions?: readonly string[] | null; readonly caseFileId?: string | null; readonly publish?: boolean | null;
  readonly clearTextReason?: string | null; readonly deliveryCountry?: string | null; readonly agreementId?: string | null;
  readonly slaClass?: string | null; readonly receivedAt?: number | null; readonly dueAt?: number | null; readonly state?: string | null;
  readonly history?: unknown | null; readonly justificationText?: string | null; readonly evidenceDocs?: readonly string[] | null;
  readonly emergencyDeclRef?: string | null; readonly oralRequestAt?: number | null; readonly writtenConfirmedAt?: number | null;
  readonly commercial?: boolean | null; readonly thirdPartiesInFrame?: boolean | null; readonly thirdPartiesMasked?: boolean | null;
  readonly identityVerified?: boolean | null; readonly refusalGround?: string | null; readonly consentOfSubjectRef?: string | null;
  readonly feeCharged?: boolean | null; readonly noticeOverrideRef?: string | null; readonly repeatedTargetReviewed?: boolean | null;
  readonly ownerOrgIds?: readonly string[] | null; readonly sameTargetCount30d?: number | null; readonly pairApprovals30d?: number | null;
  readonly fee?: unknown | null; readonly refusalReason?: string | null; readonly infoAskedAt?: number | null; readonly infoGivenAt?: number | null;
  readonly writtenRequestRef?: string | null; readonly approvalsNeeded?: number | null; readonly caseRegister?: string | null;
  readonly caseNumberForm?: string | null;
}
// prettier-ignore
export interface RequesterFacts {
  readonly userId?: string | null; readonly orgId?: string | null; readonly orgKind?: string | null; readonly unitId?: string | null;
  readonly functions?: readonly string[] | null;
}
// prettier-ignore
export interface WrittenRequestFacts {
  readonly number?: string | null; readonly date?: number | null; readonly issuer?: string | null; readonly signatureRef?: string | null;
}
// prettier-ignore
export interface WindowFacts {
  readonly from?: number | null; readonly to?: number | null;
}
// prettier-ignore
export interface GrantFacts {
  readonly id?: string | null; readonly effect?: string | null; readonly reasons?: readonly string[] | null; readonly obligations?: unknown | null;
  readonly policyBundleVersion?: string | null; readonly policyHash?: string | null; readonly asOf?: number | null;
  readonly inputDigest?: string | null; readonly approver?: string | null; readonly approverTitle?: string | null; readonly signedAt?: number | null;
  readonly signature?: string | null; readonly scope?: ScopeFacts | null; readonly expiresAt?: number | null; readonly revokedAt?: number | null;
  readonly destructionCertificate?: string | null; readonly purposeEndedAt?: number | null; readonly usageReportDue?: number | null;
  readonly viewsUsed?: number | null; readonly orgId?: string | null;
}
// prettier-ignore
export interface ScopeFacts {
  readonly cameras?: readonly string[] | null; readonly window?: WindowFacts | null; readonly actions?: readonly string[] | null;
  readonly fidelity?: string | null; readonly maxViews?: number | null;
}
// prettier-ignore
export interface ApprovalFacts {
  readonly key?: string | null; readonly approver?: string | null; readonly approverTitle?: string | null; readonly orgId?: string | null;
  readonly orgKind?: string | null; readonly unitId?: string | null; readonly effect?: string | null; readonly signedAt?: number | null;
  readonly signature?: string | null; readonly withdrawnAt?: number | null; readonly expiresAt?: number | null; readonly body?: string | null;
  readonly decisionRef?: string | null;
}
// prettier-ignore
export interface AgreementFacts {
  readonly id?: string | null; readonly purpose?: string | null; readonly dataSubjectsAndTypes?: string | null;
  readonly periodAndDeletion?: string | null; readonly legalBasis?: string | null; readonly protectionDuties?: string | null;
  readonly rightsContact?: string | null; readonly violationCooperation?: string | null; readonly signedAt?: number | null;
  readonly endsAt?: number | null; readonly paid?: boolean | null; readonly paidConditionsMet?: boolean | null; readonly fields?: unknown | null;
  readonly dataTypes?: unknown | null; readonly deletion?: unknown | null;
}
// prettier-ignore
export interface ConsentFacts {
  readonly recordId?: string | null; readonly schemaVersion?: string | null; readonly principalId?: string | null; readonly partyId?: string | null;
  readonly purposeCode?: string | null; readonly purposeCodes?: readonly string[] | null; readonly givenAt?: number | null;
  readonly withdrawnAt?: number | null; readonly expiresAt?: number | null; readonly method?: string | null; readonly informed?: boolean | null;
  readonly voluntary?: boolean | null; readonly verifiable?: boolean | null; readonly sensitiveTold?: boolean | null; readonly tied?: boolean | null;
  readonly subjectAge?: number | null; readonly representative?: boolean | null; readonly subject?: boolean | null; readonly noticeRef?: string | null;
  readonly events?: readonly ConsentEventFacts[] | null; readonly receiptId?: string | null; readonly privacyNotice?: unknown | null;
  readonly language?: string | null; readonly piiInformation?: unknown | null; readonly piiType?: unknown | null; readonly controllers?: unknown | null;
  readonly storageLocations?: unknown | null; readonly retentionPeriod?: unknown | null; readonly jurisdiction?: unknown | null;
  readonly recipients?: unknown | null; readonly thirdParties?: unknown | null; readonly withdrawalMethod?: unknown | null;
  readonly partyAddress?: unknown | null; readonly purposeType?: unknown | null; readonly lawfulBasis?: unknown | null;
  readonly collectionMethod?: unknown | null; readonly processingMethod?: unknown | null; readonly rights?: unknown | null;
  readonly impactAssessment?: unknown | null; readonly authority?: unknown | null;
}
// prettier-ignore
export interface InspectionFacts {
  readonly extensionRef?: string | null; readonly id?: string | null; readonly no?: string | null; readonly issuer?: string | null;
  readonly issuerOrgKind?: string | null; readonly head?: string | null; readonly team?: unknown | null;
  readonly inspectedOrgs?: readonly string[] | null; readonly contents?: readonly string[] | null; readonly period?: WindowFacts | null;
  readonly mode?: string | null; readonly announcedAt?: number | null; readonly endsAt?: number | null;
  readonly demands?: readonly DemandFacts[] | null; readonly needsContent?: boolean | null; readonly contentJustification?: string | null;
  readonly kind?: string | null;
}
// prettier-ignore
export interface LegalHoldFacts {
  readonly ref?: string | null; readonly authority?: string | null; readonly scope?: unknown | null; readonly from?: number | null;
  readonly reviewAt?: number | null; readonly releasedAt?: number | null;
}
// prettier-ignore
export interface DataSubjectRequestFacts {
  readonly kind?: string | null; readonly receivedAt?: number | null; readonly complete?: boolean | null; readonly ackDueAt?: number | null;
  readonly dueAt?: number | null; readonly basis?: string | null; readonly thirdParty?: boolean | null; readonly extension?: ExtensionFacts | null;
  readonly outcome?: string | null;
}
// prettier-ignore
export interface ExtensionFacts {
  readonly count?: number | null; readonly reason?: string | null; readonly days?: number | null;
}
// prettier-ignore
export interface IncidentFacts {
  readonly subjectsReachable?: boolean | null; readonly detectedAt?: number | null; readonly dataClass?: string | null;
  readonly location?: boolean | null; readonly harm?: boolean | null; readonly severity?: string | null; readonly kind?: string | null;
  readonly notifiedAuthorityAt?: number | null; readonly notifiedSubjectsAt?: number | null; readonly remediedAt?: number | null;
  readonly fileRetainUntil?: number | null;
}
// prettier-ignore
export interface InventoryFacts {
  readonly orgId?: string | null; readonly status?: string | null; readonly version?: number | null; readonly acceptedAt?: number | null;
  readonly cameras?: unknown | null;
}
// prettier-ignore
export interface MoratoriumFacts {
  readonly from?: number | null; readonly to?: number | null; readonly exceptions?: readonly string[] | null;
}
// prettier-ignore
export interface RetentionPolicyFacts {
  readonly purpose?: string | null; readonly days?: number | null; readonly floorDays?: number | null; readonly justification?: string | null;
  readonly dataType?: string | null;
}
// prettier-ignore
export interface PurposeCompatibilityFacts {
  readonly collectedFor?: string | null; readonly requestedFor?: string | null; readonly verdict?: unknown | null;
}
// prettier-ignore
export interface AnalyticsFacts {
  readonly kind?: string | null; readonly humanVerification?: boolean | null; readonly verifierTitle?: string | null;
  readonly automaticAction?: boolean | null; readonly riskLevel?: string | null; readonly modelVersion?: string | null; readonly score?: number | null;
  readonly inServiceSince?: number | null; readonly automated?: boolean | null; readonly reviewOffered?: boolean | null;
  readonly aiLog?: unknown | null; readonly complianceReviewedAt?: number | null;
}
// prettier-ignore
export interface WatchlistFacts {
  readonly id?: string | null; readonly purposeCode?: string | null;
}
// prettier-ignore
export interface DeliveryFacts {
  readonly encryption?: string | null; readonly keyChannel?: string | null; readonly signature?: string | null; readonly country?: string | null;
  readonly anonymised?: boolean | null; readonly protectedMedium?: boolean | null;
}
// prettier-ignore
export interface SubmissionFacts {
  readonly channel?: string | null; readonly provider?: unknown | null; readonly receivedAt?: number | null; readonly acceptedAt?: number | null;
  readonly complex?: boolean | null; readonly fieldCovered?: boolean | null; readonly privacyRespected?: boolean | null;
  readonly objective?: boolean | null; readonly withinPeriod?: boolean | null; readonly competent?: boolean | null;
  readonly forwardedTo?: string | null; readonly discloseProvider?: boolean | null; readonly field?: string | null;
  readonly tamperFlag?: boolean | null;
}
// prettier-ignore
export interface ViolationFacts {
  readonly id?: string | null; readonly field?: string | null; readonly violatorUserId?: string | null; readonly limitationEnd?: number | null;
  readonly violatorIdentifiedAt?: number | null; readonly detectedAt?: number | null; readonly notifiedAt?: number | null;
  readonly vehicleNotStopped?: boolean | null;
}
// prettier-ignore
export interface ChangeFacts {
  readonly class?: string | null; readonly approvalBody?: string | null; readonly approvalRef?: string | null;
}
// prettier-ignore
export interface PolicyBundleFacts {
  readonly signers?: readonly string[] | null; readonly opinionRef?: string | null; readonly operatingRegulation?: OperatingRegulationFacts | null;
}
// prettier-ignore
export interface OperatingRegulationFacts {
  readonly ref?: string | null; readonly departmentOpinionRef?: string | null;
}
// prettier-ignore
export interface SystemFacts {
  readonly id?: string | null; readonly buildStartedAt?: number | null; readonly kind?: string | null; readonly partnerOrgKind?: string | null;
  readonly cityShared?: boolean | null; readonly level?: number | null; readonly levelDecision?: string | null; readonly operatorUnitId?: string | null;
  readonly appraiserUnitId?: string | null; readonly connectedAt?: number | null; readonly auditRetentionMonths?: number | null;
  readonly logReviewedAt?: number | null;
}
// prettier-ignore
export interface EntryFacts {
  readonly payload?: string | null; readonly clearPersonalData?: boolean | null; readonly disclosure?: string | null;
  readonly deferredUntil?: number | null; readonly ownerUserId?: string | null; readonly seq?: number | null; readonly at?: number | null;
  readonly actorDigest?: string | null; readonly orgCode?: string | null; readonly action?: string | null; readonly resourceId?: string | null;
  readonly requestId?: string | null; readonly legalBasisCode?: string | null; readonly purposeCode?: string | null; readonly outcome?: string | null;
  readonly reasons?: readonly string[] | null; readonly policyHash?: string | null; readonly sourceIp?: string | null;
  readonly sessionId?: string | null; readonly prevHash?: string | null;
}
// prettier-ignore
export interface ContextFacts {
  readonly channel?: string | null; readonly traceId?: string | null; readonly mfa?: boolean | null; readonly sourceIp?: string | null;
  readonly emergencyDeclRef?: string | null; readonly event?: EventFacts | null; readonly weekday?: number | null; readonly workingDay?: boolean | null;
  readonly output?: string | null; readonly deidMethod?: string | null; readonly reidentify?: boolean | null; readonly fidelity?: string | null;
  readonly role?: string | null; readonly targetOrgIds?: readonly string[] | null; readonly publishApproved?: boolean | null;
  readonly targetWindow?: WindowFacts | null; readonly onShift?: boolean | null; readonly analytics?: string | null;
  readonly peerExceptionRef?: string | null; readonly handoverMinutes?: string | null; readonly destination?: string | null;
  readonly supervised?: boolean | null; readonly produces?: string | null;
}
// prettier-ignore
export interface EventFacts {
  readonly isPublicActivity?: boolean | null; readonly harmsHonour?: boolean | null;
}
// prettier-ignore
export interface MatchFacts {
  readonly id?: string | null; readonly subjectRef?: string | null; readonly score?: number | null;
}
// prettier-ignore
export interface ConsentEventFacts {
  readonly type?: string | null; readonly state?: string | null; readonly at?: number | null; readonly by?: string | null;
  readonly validUntil?: number | null; readonly method?: string | null;
}
// prettier-ignore
export interface AccidentFacts {
  readonly time?: number | null; readonly location?: LocationFacts | null; readonly radius?: number | null;
}
// prettier-ignore
export interface DemandFacts {
  readonly id?: string | null; readonly no?: string | null; readonly orgId?: string | null; readonly content?: string | null;
  readonly demandedAt?: number | null; readonly dueAt?: number | null; readonly respondedAt?: number | null; readonly response?: string | null;
}
// prettier-ignore
export interface StorageFacts {
  readonly freeDays?: number | null;
}
// prettier-ignore
export interface ProgrammeFacts {
  readonly phase?: string | null; readonly ref?: string | null;
}
// prettier-ignore
export interface LogFacts {
  readonly retentionMonths?: number | null; readonly kinds?: readonly string[] | null; readonly central?: boolean | null; readonly ntp?: boolean | null;
  readonly siem?: boolean | null; readonly reviewedAt?: number | null;
}
