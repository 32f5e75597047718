import { Injectable } from '@nestjs/common';
import { invalidInput, notFound, stateConflict } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '#libs/regulation';
import { ErasureActs, type ErasureOutcome, type ErasureSetback } from './erasure-acts.service.js';
import { ErasureView } from './erasure-view.service.js';
import type { ErasureInput, ErasureResult, ErasuresResult, ErasureSubjectsResult } from './erasure.type.js';

const words: Readonly<Record<ErasureSetback, readonly [vi: string, en: string]>> = {
  OWN_TRACES: [
    'Không ai xoá dấu vết của chính mình; hãy chuyển cho người khác.',
    'Nobody erases their own traces; hand it to somebody else.',
  ],
  SAME_PERSON: ['Người mở không tự xoá được; cần người thứ hai.', 'Whoever opened it cannot close it; a second person has to.'],
  SAME_BODY: ['Phải là người của cơ quan khác xoá.', 'Somebody of another body has to close it.'],
  BASIS_NOT_KNOWN: ['Điều luật này không có trong bộ quy tắc.', 'The rules know no such article.'],
  ONE_SUBJECT: [
    'Nêu một người (mã người, bắt đầu bằng per_), hoặc một hồ sơ.',
    'Name one person (an id that begins with per_), or one case.',
  ],
};
const aboutInput: readonly ErasureSetback[] = ['BASIS_NOT_KNOWN', 'ONE_SUBJECT'];

/** The API's questions about erasing openings of the log. */
@Injectable()
export class ErasureAnswers {
  constructor(
    private readonly acts: ErasureActs,
    private readonly erasures: ErasureView,
    private readonly view: DecisionView,
  ) {}

  async list(viewer: Viewer): Promise<typeof ErasuresResult> {
    const outcome = await this.acts.list(viewer);
    return outcome.kind === 'refused' ? this.view.denied(outcome.decision) : this.erasures.listed(viewer, outcome);
  }

  async named(viewer: Viewer, text: string): Promise<typeof ErasureSubjectsResult> {
    const outcome = await this.acts.named(viewer, text);
    switch (outcome.kind) {
      case 'people':
        return Object.assign({ __typename: 'EntryPeople' as const }, { people: outcome.people.map((person) => ({ ...person })) });
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'shortName':
        return invalidInput({
          code: 'NAME_TOO_SHORT',
          textVi: 'Nêu họ và tên, ít nhất hai chữ.',
          textEn: 'Give the family name and the name, two words at least.',
          path: ['name'],
        });
      default:
        return assertNever(outcome);
    }
  }

  async open(viewer: Viewer, { personId, caseReference, basis }: ErasureInput): Promise<typeof ErasureResult> {
    return this.told(await this.acts.open(viewer, { personId: personId ?? null, caseReference: caseReference ?? null, basis }));
  }

  async close(viewer: Viewer, erasureId: string): Promise<typeof ErasureResult> {
    return this.told(await this.acts.close(viewer, erasureId));
  }

  private told(outcome: ErasureOutcome): typeof ErasureResult {
    switch (outcome.kind) {
      case 'done': {
        const { erasureId, openings, entry } = outcome;
        return Object.assign(
          { __typename: 'ErasureDone' as const },
          { erasureId, openings, entry: { id: entry.entryId, acceptedAt: entry.acceptedAt } },
        );
      }
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'setback': {
        const [textVi, textEn] = words[outcome.why];
        const problem = { code: outcome.why, textVi, textEn };
        return aboutInput.includes(outcome.why) ? invalidInput(problem) : stateConflict(problem, null);
      }
      case 'absent':
        return notFound();
      default:
        return assertNever(outcome);
    }
  }
}
