import { Injectable } from '@nestjs/common';
import { notFound } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { explanationType } from './explanation-view.js';
import type { ExplainDecisionResult } from './explanation.type.js';
import { Explanations } from './explanations.service.js';

/** Outcomes as the API's union members. */
@Injectable()
export class ExplanationAnswers {
  constructor(
    private readonly explanations: Explanations,
    private readonly view: DecisionView,
  ) {}

  async explain(viewer: Viewer, id: string): Promise<typeof ExplainDecisionResult> {
    const outcome = await this.explanations.explain(viewer, id);
    switch (outcome.kind) {
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'not_found':
        return notFound();
      case 'explained': {
        const { told, record } = outcome;
        return explanationType(told, record.bundleSha256, record.facts === null);
      }
      default:
        return assertNever(outcome);
    }
  }
}
