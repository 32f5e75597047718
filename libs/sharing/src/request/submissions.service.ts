import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import { canonicalJson, Clock, hanoiDate, newId, type RequestId, type Viewer } from '#libs/kernel';
import { Cameras, type Camera } from '#libs/registry';
import { Gate, PolicyStore, type Decision, type RecordedDecision } from '#libs/regulation';
import { absent, denied, invalid, wrongState, type Setback } from '../outcome.js';
import { repetitionWords, submitFacts } from '../sharing-facts.js';
import { CaseNumbers } from '../case/case-knowledge.service.js';
import { RepetitionAlerts } from '../repetition/repetition-alerts.service.js';
import { RepetitionRepository } from '../repetition/repetition.repository.js';
import { checkRequestForm, cleanText, type FormProblem, type RawRequestForm } from './request-form.js';
import type { RequestContent, RequestForm } from './request-content.js';
import { RequestIdempotencyEntity } from './request-idempotency.entity.js';
import { RequestRecords } from './request-records.service.js';
import { RequestRepository } from './request.repository.js';
import { nextState } from './request-state.js';
import { ReviewDeadline } from './review-deadline.js';

export type SubmitOutcome =
  | { readonly kind: 'submitted'; readonly requestId: RequestId; readonly decision: RecordedDecision }
  /** The same key and input again: what was done then. */
  | { readonly kind: 'repeated'; readonly requestId: RequestId }
  | Setback;

/** Sending a request, checking one before it is sent, and sending it again with what was asked for. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly deadlines: ReviewDeadline,
    private readonly cameras: Cameras,
    private readonly gate: Gate,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly repetition: RepetitionRepository,
    private readonly alerts: RepetitionAlerts,
    private readonly cases: CaseNumbers,
    private readonly policies: PolicyStore,
  ) {}

  /** What the gate would say. Advisory: records nothing, promises nothing. */
  async check(viewer: Viewer, raw: RawRequestForm): Promise<Decision> {
    const checked = this.checked(raw);
    if (checked.kind === 'problems') return this.gate.preview(viewer, 'submit_request', {});
    const caseKnown = await this.cases.about(askedBy(viewer, checked.form));
    const at = this.clock.now();
    const [cameras, looks] = await this.db.read(async (tx) => [
      await this.cameras.listByIds(tx, viewer, checked.form.cameraIds),
      await this.repetition.looksAt(tx, viewer.personId, checked.form.cameraIds, at),
    ]);
    const content = contentOf(viewer, checked.form, cameras, { id: newId('req'), code: '-', version: 1, at });
    const facts = submitFacts(content, cameras, checked.form.cameraIds.length, { sameTargetCount30d: looks, ...caseKnown });
    return this.gate.preview(viewer, 'submit_request', facts);
  }

  /**
   * Decides, records and creates in one transaction; a refusal is recorded and creates nothing.
   * @param idempotencyKey of the caller's own making; the same key with other input is refused
   */
  async submit(viewer: Viewer, raw: RawRequestForm, idempotencyKey: string | null | undefined): Promise<SubmitOutcome> {
    const problems: FormProblem[] = [];
    const key = cleanText(idempotencyKey, 'idempotencyKey', 100, problems);
    const checked = this.checked(raw);
    if (checked.kind === 'problems') return invalid([...checked.problems, ...problems]);
    if (problems.length > 0) return invalid(problems);
    const caseKnown = await this.cases.about(askedBy(viewer, checked.form));
    const inputHash = createHash('sha256').update(canonicalJson(checked.form)).digest('hex');
    return this.db.transaction(async (tx): Promise<SubmitOutcome> => {
      const before = key === null ? null : await this.resultOf(tx, viewer, key);
      if (before !== null)
        return before.inputHash === inputHash ? { kind: 'repeated', requestId: before.resultId as RequestId } : invalid([keyReused]);
      const at = this.clock.now();
      const cameras = await this.cameras.listByIds(tx, viewer, checked.form.cameraIds);
      const code = await this.requests.nextCode(tx, hanoiDate(at).slice(0, 4));
      const content = contentOf(viewer, checked.form, cameras, { id: newId('req'), code, version: 1, at });
      const repetition = { sameTargetCount30d: await this.repetition.looksAt(tx, viewer.personId, checked.form.cameraIds, at) };
      const facts = submitFacts(content, cameras, checked.form.cameraIds.length, { ...repetition, ...caseKnown });
      const decision = await this.gate.decide(tx, viewer, 'submit_request', facts, {
        type: 'submit_request.submit',
        requestId: content.id,
        details: repetitionWords(repetition),
      });
      if (!decision.proceeds) return denied(decision);
      await this.requests.add(tx, content, this.deadlines.dueAt(decision, at), approvalsOf(decision));
      await this.records.note(tx, viewer, content.id, 'SUBMITTED', at, decision.entry);
      await this.alerts.tell(tx, viewer, content, decision);
      if (key !== null)
        await tx.insert(RequestIdempotencyEntity, {
          personId: viewer.personId,
          operation: 'submitRequest',
          key,
          inputHash,
          resultId: content.id,
          createdAt: at,
        });
      return { kind: 'submitted', requestId: content.id, decision };
    });
  }

  /**
   * A returned request, sent again as its next version. Cameras stay those of the first: other cameras are another request.
   * Decisions on earlier versions were over another content and no longer count.
   */
  async supplement(viewer: Viewer, id: RequestId, raw: RawRequestForm): Promise<SubmitOutcome> {
    const checked = this.checked(raw);
    if (checked.kind === 'problems') return invalid(checked.problems);
    const caseKnown = await this.cases.about(askedBy(viewer, checked.form));
    return this.db.transaction(async (tx): Promise<SubmitOutcome> => {
      const entry = { type: 'submit_request.supplement', requestId: id };
      const request = await this.records.take(tx, viewer, id, 'submit_request', entry);
      if (request === null) return absent;
      if (nextState(request.state, 'SUPPLEMENT') === null) return wrongState(request.state);
      const sameCameras =
        canonicalJson(request.content.cameras.map((camera) => camera.id).sort()) === canonicalJson([...checked.form.cameraIds].sort());
      if (!sameCameras || viewer.personId !== request.requesterPersonId) return invalid([otherCameras]);
      const at = this.clock.now();
      const cameras = await this.cameras.listByIds(tx, viewer, checked.form.cameraIds);
      const content = contentOf(viewer, checked.form, cameras, { id, code: request.code, version: request.version + 1, at });
      const repetition = { sameTargetCount30d: await this.repetition.looksAt(tx, viewer.personId, checked.form.cameraIds, at, id) };
      const facts = submitFacts(content, cameras, checked.form.cameraIds.length, { ...repetition, ...caseKnown });
      const decision = await this.gate.decide(tx, viewer, 'submit_request', facts, { ...entry, details: repetitionWords(repetition) });
      if (!decision.proceeds) return denied(decision);
      await this.requests.supplement(tx, content, this.deadlines.dueAt(decision, at), approvalsOf(decision));
      await this.records.note(tx, viewer, id, 'SUPPLEMENTED', at, decision.entry);
      await this.alerts.tell(tx, viewer, content, decision);
      return { kind: 'submitted', requestId: id, decision };
    });
  }

  /** A legal basis may be written as the law writes it; it is kept under the name that the rules know it by. */
  private checked(raw: RawRequestForm): ReturnType<typeof checkRequestForm> {
    const checked = checkRequestForm(raw);
    if (checked.kind === 'problems') return checked;
    const written = checked.form.legalBasisCode;
    const { spellings, bases } = this.policies.current().tables;
    const legalBasisCode = spellings['request.legalBasisCode']?.[written.toLowerCase()] ?? written;
    // Nobody is to believe that a paper made an everyday request an emergency's.
    if (checked.form.emergencyDeclRef !== null && bases[legalBasisCode]?.needsEmergencyProof !== true)
      return { kind: 'problems', problems: [notAnEmergency] };
    return { kind: 'form', form: { ...checked.form, legalBasisCode } };
  }

  /** Submissions with one key follow each other: the lock is the transaction's. */
  private async resultOf(tx: Tx, viewer: Viewer, key: string): Promise<RequestIdempotencyEntity | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`submitRequest ${viewer.personId} ${key}`]);
    return tx.findOneBy(RequestIdempotencyEntity, { personId: viewer.personId, operation: 'submitRequest', key });
  }
}

const askedBy = (viewer: Viewer, form: RequestForm): Parameters<CaseNumbers['about']>[0] => ({
  caseReference: form.caseReference,
  requester: {
    organisation: {
      id: viewer.organisationId,
      code: viewer.organisationCode,
      kind: viewer.organisationKind,
      name: viewer.organisationName,
    },
  },
});

/** How many approvals the rules want for what was sent; kept with the version, so that nothing later makes it fewer. */
function approvalsOf({ obligations }: Decision): number {
  return obligations.some((one) => one.code === 'second_approver') ? 2 : 1;
}

const keyReused: FormProblem = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  path: ['idempotencyKey'],
  textVi: 'Khóa chống gửi trùng này đã dùng cho một nội dung khác.',
  textEn: 'This idempotency key was used for another input.',
};

const notAnEmergency: FormProblem = {
  code: 'NOT_AN_EMERGENCY',
  path: ['emergencyDeclRef'],
  textVi: 'Căn cứ pháp lý đã chọn không phải là trường hợp khẩn cấp: chọn căn cứ khẩn cấp hoặc bỏ trống văn bản này.',
  textEn: 'The chosen legal basis is no emergency: choose one that is, or leave this document out.',
};

const otherCameras: FormProblem = {
  code: 'OTHER_REQUEST',
  path: ['cameraIds'],
  textVi: 'Chỉ người đã gửi được bổ sung, với đúng các camera đã xin; camera khác cần yêu cầu mới.',
  textEn: 'Only the person who sent it may supplement it, with the very same cameras; other cameras need a new request.',
};

function contentOf(
  viewer: Viewer,
  form: RequestForm,
  cameras: readonly Camera[],
  made: { id: RequestId; code: string; version: number; at: Date },
): RequestContent {
  return {
    v: 1,
    type: 'cuao/request',
    id: made.id,
    code: made.code,
    version: made.version,
    submittedAt: made.at.toISOString(),
    requester: {
      id: viewer.personId,
      name: viewer.displayName,
      title: viewer.title,
      role: viewer.role,
      organisation: {
        id: viewer.organisationId,
        code: viewer.organisationCode,
        kind: viewer.organisationKind,
        name: viewer.organisationName,
      },
      unitId: viewer.unitId,
      functions: [...viewer.functions],
    },
    purposeCode: form.purposeCode,
    legalBasisCode: form.legalBasisCode,
    reason: form.reason,
    writtenRequest: { number: form.writtenRequestNumber, date: form.writtenRequestDate, issuer: form.writtenRequestIssuer },
    caseReference: form.caseReference,
    emergencyDeclRef: form.emergencyDeclRef,
    clearTextReason: form.clearTextReason,
    dataType: form.dataType,
    detailLevel: form.detailLevel,
    volume: form.volume,
    accessFrequency: form.accessFrequency,
    deliveryMethod: form.deliveryMethod,
    actions: form.actions,
    window: { from: form.windowFrom.toISOString(), to: form.windowTo.toISOString() },
    cameras: cameras.map((camera) => ({ id: camera.id, code: camera.code, name: camera.nameVi, owner: camera.ownerOrgId })),
  };
}
