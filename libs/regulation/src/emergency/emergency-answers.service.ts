import { Injectable } from '@nestjs/common';
import { invalidInput, stateConflict } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { Gate } from '../gate.service.js';
import { EmergencyActs } from './emergency-acts.service.js';
import { EmergencyFollower } from './emergency-follower.service.js';
import type { EmergencyFaultCode, VerifiedEmergencyList } from './emergency-list.js';
import { EmergencyRepository } from './emergency.repository.js';
import type { ActivateEmergencyListInput, EmergencyListResult, EmergencyListType, EmergencyStatusType } from './emergency.type.js';

type Words = readonly [vi: string, en: string];
const words: Readonly<Record<EmergencyFaultCode, Words>> = {
  damaged: ['Danh sách không đọc được.', 'The list cannot be read.'],
  bad_signature: ['Có chữ ký không khớp với danh sách.', 'A signature does not fit the list.'],
  not_signed: ['Chưa có cơ quan nào ký danh sách.', 'No institution has signed the list.'],
  rolled_back: ['Số của danh sách cũ hơn danh sách đã ban hành.', 'Its number is older than the one that was put in force.'],
  same_sequence: ['Trùng số với danh sách đã ban hành.', 'Its number is that of the one that was put in force.'],
  lifts_with_one_signature: [
    'Danh sách bỏ ngăn điều đang bị ngăn: cần chữ ký của cả hai cơ quan.',
    'It lets in again what is stopped now: both institutions have to sign.',
  ],
  ended: ['Danh sách đã hết thời hạn.', 'Its time is over.'],
  too_long: ['Danh sách chỉ được giữ tối đa 30 ngày.', 'It may hold for thirty days at most.'],
};
const ofState: readonly EmergencyFaultCode[] = ['rolled_back', 'same_sequence', 'lifts_with_one_signature', 'ended'];

/** The API's questions about emergency lists. */
@Injectable()
export class EmergencyAnswers {
  constructor(
    private readonly acts: EmergencyActs,
    private readonly follower: EmergencyFollower,
    private readonly lists: EmergencyRepository,
    private readonly gate: Gate,
    private readonly view: DecisionView,
  ) {}

  async activate(viewer: Viewer, { text, signatures }: ActivateEmergencyListInput): Promise<typeof EmergencyListResult> {
    const outcome = await this.acts.activate(viewer, { text, signatures: signatures.map((one) => ({ ...one })) });
    switch (outcome.kind) {
      case 'done': {
        const { entryId, acceptedAt } = outcome.entry;
        return Object.assign(
          { __typename: 'EmergencyListActivated' },
          { entry: { id: entryId, acceptedAt }, streamsCut: outcome.streamsCut },
        );
      }
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'unfit': {
        const [textVi, english] = words[outcome.code];
        const problem = { code: outcome.code.toUpperCase(), textVi, textEn: `${english} (${outcome.message})`, path: ['text'] };
        return ofState.includes(outcome.code) ? stateConflict(problem, null) : invalidInput(problem);
      }
      default:
        return assertNever(outcome);
    }
  }

  /** null when the gate refuses. */
  async status(viewer: Viewer): Promise<EmergencyStatusType | null> {
    const { effect } = await this.gate.decideAlone(viewer, 'read_release', {}, { type: 'read_release.emergency' });
    if (effect !== 'allow') return null;
    const nodes = await this.lists.nodes();
    const { lastHeld } = this.follower;
    return {
      list: lastHeld === null ? null : shown(lastHeld),
      nodes: nodes.map(({ nodeId, ...node }) => ({ name: nodeId, ...node })),
    };
  }
}

function shown({ list, sha256, signers, signed }: VerifiedEmergencyList): EmergencyListType {
  return {
    sha256,
    sequence: list.sequence,
    notBefore: new Date(list.notBefore),
    notAfter: new Date(list.notAfter),
    reason: list.reason,
    people: list.people,
    cameras: list.cameras,
    roles: list.roles,
    signers: [...signers],
    text: signed.text,
  };
}
