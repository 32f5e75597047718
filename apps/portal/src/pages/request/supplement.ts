import { hanoiWall } from '../../parts/hanoi-time.js';
import type { Draft } from '../new-request/draft.js';
import type { RequestFull } from './generated/request.js';

/** A returned request as a draft again, with all its answers. */
export function supplementDraft(request: RequestFull): Draft {
  return {
    supplementOf: request.id,
    actions: request.actions,
    purposeCode: request.purposeCode,
    legalBasisCode: request.legalBasisCode,
    cameras: request.cameras.map((camera) => ({ id: camera.id, label: camera.nameVi })),
    windowFrom: hanoiWall(request.windowFrom),
    windowTo: hanoiWall(request.windowTo),
    reason: request.reason,
    writtenRequestNumber: request.writtenRequestNumber ?? '',
    writtenRequestDate: request.writtenRequestDate?.slice(0, 10) ?? '',
    writtenRequestIssuer: request.writtenRequestIssuer ?? '',
    caseReference: request.caseReference ?? '',
    emergencyDeclRef: request.emergencyDeclRef ?? '',
    dataType: request.dataType ?? '',
    detailLevel: request.detailLevel ?? '',
    volume: request.volume ?? '',
    accessFrequency: request.accessFrequency ?? '',
    deliveryMethod: request.deliveryMethod ?? '',
  };
}
