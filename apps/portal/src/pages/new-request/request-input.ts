import type { RequestInput } from '../../api/generated/schema.js';
import { hanoiInstant } from '../../parts/hanoi-time.js';
import type { Draft } from './draft.js';

export type FieldName = keyof Omit<Draft, 'cameras' | 'supplementOf'> | 'cameraIds';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim().normalize('NFC'));

/** Fields without which the input has no form at all (the schema's own `!`); whether they are enough is the gateway's to say. */
export function missingFields(draft: Draft): FieldName[] {
  const missing: FieldName[] = [];
  if (draft.purposeCode === '') missing.push('purposeCode');
  if (draft.legalBasisCode === '') missing.push('legalBasisCode');
  if (draft.actions.length === 0) missing.push('actions');
  if (draft.cameras.length === 0) missing.push('cameraIds');
  if (hanoiInstant(draft.windowFrom) === null) missing.push('windowFrom');
  if (hanoiInstant(draft.windowTo) === null) missing.push('windowTo');
  return missing;
}

/** The draft as the gateway takes it; null while it has no form. Empty text is sent as absent, so that a rule can miss it. */
export function requestInput(draft: Draft): RequestInput | null {
  const windowFrom = hanoiInstant(draft.windowFrom);
  const windowTo = hanoiInstant(draft.windowTo);
  if (missingFields(draft).length > 0 || windowFrom === null || windowTo === null) return null;
  return {
    actions: draft.actions,
    purposeCode: draft.purposeCode,
    legalBasisCode: draft.legalBasisCode,
    reason: draft.reason.trim().normalize('NFC'),
    writtenRequestNumber: orNull(draft.writtenRequestNumber),
    writtenRequestDate: orNull(draft.writtenRequestDate),
    writtenRequestIssuer: orNull(draft.writtenRequestIssuer),
    caseReference: orNull(draft.caseReference),
    emergencyDeclRef: orNull(draft.emergencyDeclRef),
    dataType: orNull(draft.dataType),
    detailLevel: orNull(draft.detailLevel),
    volume: orNull(draft.volume),
    accessFrequency: orNull(draft.accessFrequency),
    deliveryMethod: orNull(draft.deliveryMethod),
    cameraIds: draft.cameras.map((camera) => camera.id),
    windowFrom,
    windowTo,
  };
}
