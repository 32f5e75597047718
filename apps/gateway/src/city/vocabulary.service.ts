import { Injectable } from '@nestjs/common';
import { Units } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { zoneTerms } from '#libs/registry';
import { PolicyStore } from '#libs/regulation';
import type { TermType, VocabularyType } from './vocabulary.type.js';

interface Titled {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly articles?: unknown;
}

/** The closed lists of the bundle in force and of the registry: the same for everybody, so anybody may read them. */
@Injectable()
export class Vocabulary {
  constructor(
    private readonly policies: PolicyStore,
    private readonly units: Units,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<VocabularyType> {
    const { purposes, bases, actions } = this.policies.current().tables;
    const now = this.clock.nowMs();
    const inForce = Object.entries(bases).filter(([, { from, to }]) => from <= now && now < to);
    const asked = Object.entries(actions).filter(([, { kind, coded }]) => kind === 'footage' && coded);
    return {
      purposes: Object.entries(purposes).map(termOf),
      legalBases: inForce.map((basis) => ({ ...termOf(basis), needsEmergencyProof: basis[1].needsEmergencyProof === true })),
      actions: asked.map(termOf),
      zones: zoneTerms().map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn, article: null })),
      units: [...(await this.units.list())],
    };
  }
}

function termOf([code, { titleVi, titleEn, articles }]: [string, Titled]): TermType {
  const first: unknown = Array.isArray(articles) ? articles[0] : undefined;
  return { code, nameVi: titleVi, nameEn: titleEn, article: typeof first === 'string' ? first : null };
}
