import { Injectable } from '@nestjs/common';
import { notFound } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { trialStopped } from '../trial/trial-view.js';
import { Differences } from './differences.service.js';
import type { PolicyDifferenceArgs, PolicyDifferenceResult } from './difference.type.js';

const mostShown = 500;

/** Outcomes as the API's union members. */
@Injectable()
export class DifferenceAnswers {
  constructor(
    private readonly differences: Differences,
    private readonly view: DecisionView,
  ) {}

  async between(viewer: Viewer, { fromSha256, toSha256 }: PolicyDifferenceArgs): Promise<typeof PolicyDifferenceResult> {
    const outcome = await this.differences.between(viewer, fromSha256, toSha256);
    switch (outcome.kind) {
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'not_found':
        return notFound();
      case 'stopped':
        return trialStopped(outcome.code);
      case 'compared': {
        const { from, to, changes } = outcome;
        return Object.assign({ __typename: 'PolicyDifference' }, { from, to, total: changes.length, changes: changes.slice(0, mostShown) });
      }
      default:
        return assertNever(outcome);
    }
  }
}
