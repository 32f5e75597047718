import { Injectable } from '@nestjs/common';
import type { EntryFilter } from '#libs/audit';
import { notFound } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '#libs/regulation';
import type { NotReady, ReceiptCheckType } from './entry-proof.type.js';
import type { EntriesResult, EntryPeopleResult, ProofResult } from './inspection.results.js';
import type { EntryState } from './log-entry.type.js';
import { LogInspection, type EntryProofOutcome } from './log-inspection.service.js';

/** What the API answers about the log: outcomes of `LogInspection` as members of the unions. */
@Injectable()
export class InspectionView {
  constructor(
    private readonly inspection: LogInspection,
    private readonly decisions: DecisionView,
  ) {}

  async entries(
    viewer: Viewer,
    page: { first: number; after?: string | null | undefined },
    filter: EntryFilter,
  ): Promise<typeof EntriesResult> {
    const outcome = await this.inspection.search(viewer, page, filter);
    switch (outcome.kind) {
      case 'page':
        return named('EntryConnection', outcome.page);
      case 'refused':
        return this.decisions.denied(outcome.decision);
      default:
        return assertNever(outcome);
    }
  }

  async people(viewer: Viewer, text: string): Promise<typeof EntryPeopleResult> {
    const outcome = await this.inspection.people(viewer, text);
    switch (outcome.kind) {
      case 'people':
        return named('EntryPeople', { people: outcome.people.map((person) => ({ ...person })) });
      case 'refused':
        return this.decisions.denied(outcome.decision);
      default:
        return assertNever(outcome);
    }
  }

  async proof(viewer: Viewer | null, id: string): Promise<typeof ProofResult> {
    return this.proofResult(await this.inspection.proof(viewer, id));
  }

  async receipt(text: string): Promise<ReceiptCheckType> {
    const { signatureOk, entryId, index, state } = await this.inspection.receiptCheck(text);
    return { signatureOk, entryId, index: index === null ? null : String(index), state };
  }

  private proofResult(outcome: EntryProofOutcome): typeof ProofResult {
    switch (outcome.kind) {
      case 'proof': {
        const { proof, leaf } = outcome;
        return named('EntryProof', {
          entryId: proof.entryId,
          index: String(proof.index),
          size: String(proof.size),
          leafHash: proof.leafHash,
          proof: proof.text,
          leaf,
          state: proof.state,
          checkpoint: proof.checkpoint,
          witnesses: proof.witnesses.map(({ name, at }) => ({ name, at })),
        });
      }
      case 'not_ready':
        return notReady(outcome.state);
      case 'not_found':
        return notFound();
      case 'refused':
        return this.decisions.denied(outcome.decision);
      default:
        return assertNever(outcome);
    }
  }
}

/** Unions and interfaces resolve by this name. */
function named<Name extends string, Type extends object>(name: Name, value: Type): Type & { readonly __typename: Name } {
  return { __typename: name, ...value };
}

function notReady(state: EntryState): NotReady {
  return named('NotReady', {
    code: 'NOT_READY',
    textVi: 'Bản ghi đã được nhận bền vững nhưng chưa nằm dưới một đầu nhật ký đã ký; hãy thử lại sau giây lát.',
    textEn: 'The entry is durably accepted but not yet under a signed head of the log; try again in a moment.',
    path: null,
    state,
  });
}
