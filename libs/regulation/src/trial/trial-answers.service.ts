import { Injectable } from '@nestjs/common';
import { invalidInput, notFound } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { trialStopped, triedCase } from './trial-view.js';
import type { TryCaseArgs, TryCaseResult } from './trial.type.js';
import { Trials, type TrialOutcome } from './trials.service.js';

/** Outcomes as the API's union members. */
@Injectable()
export class TrialAnswers {
  constructor(
    private readonly trials: Trials,
    private readonly view: DecisionView,
  ) {}

  async try(viewer: Viewer, { input, asOf, bundleSha256 }: TryCaseArgs): Promise<typeof TryCaseResult> {
    const outcome = await this.trials.try(viewer, { input, asOf: asOf ?? null, bundleSha256: bundleSha256 ?? null });
    switch (outcome.kind) {
      case 'denied':
        return this.view.denied(outcome.decision);
      case 'no_such_bundle':
        return notFound();
      case 'no_question':
        return invalidInput({ ...questionWords[outcome.problem], textEn: wordsEn(outcome), path: ['input', ...outcome.paths] });
      case 'stopped':
        return trialStopped(outcome.code);
      case 'tried':
        return triedCase(outcome);
      default:
        return assertNever(outcome);
    }
  }
}

const questionWords = {
  not_json: { code: 'NOT_JSON', textVi: 'Câu hỏi không phải JSON.' },
  not_an_object: { code: 'NOT_AN_OBJECT', textVi: 'Câu hỏi phải là một đối tượng JSON.' },
  unknown_field: { code: 'UNKNOWN_FIELD', textVi: 'Câu hỏi có dữ kiện mà bộ quy tắc không biết.' },
} as const;

function wordsEn({ problem, paths }: Extract<TrialOutcome, { kind: 'no_question' }>): string {
  if (problem === 'not_json') return 'The question is no JSON.';
  return problem === 'not_an_object' ? 'The question must be one JSON object.' : `The rules know no such fact: ${paths.join(', ')}.`;
}
