import { Injectable } from '@nestjs/common';
import { notFound, stateConflict } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { trialStopped } from '../trial/trial-view.js';
import { entryType, impactType, noteType } from './impact-view.js';
import type { AssessPolicyInput, AssessPolicyResult, NotePolicyInput, NotePolicyResult, PolicyImpactType } from './impact.type.js';
import { Impacts } from './impacts.service.js';

const lastDecisions = 10_000;

/** Outcomes as the API's union members. */
@Injectable()
export class ImpactAnswers {
  constructor(
    private readonly impacts: Impacts,
    private readonly view: DecisionView,
  ) {}

  async assess(viewer: Viewer, input: AssessPolicyInput): Promise<typeof AssessPolicyResult> {
    const outcome = await this.impacts.assess(viewer, input.bundleSha256, input.lastDecisions ?? lastDecisions);
    switch (outcome.kind) {
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'no_such_bundle':
        return notFound();
      case 'in_force':
        return stateConflict(
          { code: 'IN_FORCE', textVi: 'Bộ quy tắc này đang được thi hành.', textEn: 'This bundle is in force already.' },
          null,
        );
      case 'stopped':
        return trialStopped(outcome.code);
      case 'assessed': {
        const { impact, notes, perSecond, entry } = outcome;
        const mostShare = await this.impacts.noteNeededAbove();
        return shown('PolicyAssessed', {
          impact: impactType(impact, notes, mostShare),
          decisionsPerSecond: perSecond,
          entry: entryType(entry),
        });
      }
      default:
        return assertNever(outcome);
    }
  }

  async note(viewer: Viewer, { bundleSha256, note }: NotePolicyInput): Promise<typeof NotePolicyResult> {
    const outcome = await this.impacts.note(viewer, bundleSha256, note);
    switch (outcome.kind) {
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'no_such_bundle':
        return notFound();
      case 'noted_already': {
        const words = { textVi: 'Bạn đã ghi ý kiến về bộ quy tắc này.', textEn: 'You have noted your opinion of this bundle already.' };
        return stateConflict({ code: 'NOTED_ALREADY', ...words }, null);
      }
      case 'noted':
        return shown('PolicyNoted', { note: noteType(outcome.note), entry: entryType(outcome.entry) });
      default:
        return assertNever(outcome);
    }
  }

  async list(viewer: Viewer, bundleSha256: string): Promise<PolicyImpactType[]> {
    const found = await this.impacts.list(viewer, bundleSha256);
    if (found === null) return [];
    const mostShare = await this.impacts.noteNeededAbove();
    return found.impacts.map((impact) => impactType(impact, found.notes, mostShare));
  }
}

/** Unions are told apart by it. */
function shown<T extends string, Type extends object>(name: T, value: Type): Type & { readonly __typename: T } {
  return { __typename: name, ...value };
}
