import { Injectable } from '@nestjs/common';
import type { ErasureHand, ErasureReach, ErasureRecord } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Organisations, People } from '#libs/identity';
import { Clock, parseId, type Viewer } from '#libs/kernel';
import { articleText, PolicyStore } from '#libs/regulation';
import type { ErasuresOutcome } from './erasure-acts.service.js';
import type { ErasureBasisType, ErasureHandType, ErasureList, ErasureType } from './erasure.type.js';

/** Erasures as the API tells of them: who by their bodies, under which article, and what goes. */
@Injectable()
export class ErasureView {
  constructor(
    private readonly db: Database,
    private readonly policies: PolicyStore,
    private readonly organisations: Organisations,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async listed(
    viewer: Viewer,
    { waiting, done, mayErase }: Extract<ErasuresOutcome, { kind: 'list' }>,
  ): Promise<ErasureList & { readonly __typename: 'ErasureList' }> {
    return this.db.read(async (tx) => {
      const erasures: ErasureType[] = [];
      for (const { erasure, reach } of waiting)
        erasures.push({
          ...(await this.shown(tx, viewer, erasure, reach)),
          personId: erasure.part === 'actor' ? erasure.subject : null,
          personName: mayErase ? await this.nameOf(tx, erasure) : null,
        });
      const gone: ErasureType[] = [];
      for (const erasure of done) gone.push(await this.shown(tx, viewer, erasure, null));
      return { __typename: 'ErasureList', erasures, done: gone, bases: mayErase ? this.inForce() : [] };
    });
  }

  /** Of what is done nobody is told whose openings went. */
  private async shown(tx: Tx, viewer: Viewer, erasure: ErasureRecord, reach: ErasureReach | null): Promise<ErasureType> {
    const { id, part, basis, opened, closed, erased } = erasure;
    return {
      id,
      part,
      personId: null,
      personName: null,
      basis: this.basisOf(basis),
      opened: await this.hand(tx, viewer, opened),
      closed: closed === null ? null : await this.hand(tx, viewer, closed),
      openings: erased ?? reach?.openings ?? 0,
      entries: reach?.entries ?? null,
      firstAt: reach?.from ?? null,
      lastAt: reach?.to ?? null,
    };
  }

  private async hand(tx: Tx, viewer: Viewer, { personId, organisationCode, at, entryId }: ErasureHand): Promise<ErasureHandType> {
    const body = organisationCode === null ? null : await this.organisations.findByCode(tx, organisationCode);
    return {
      organisationNameVi: body?.nameVi ?? organisationCode,
      organisationNameEn: body?.nameEn ?? organisationCode,
      at,
      entryId,
      isYou: personId === viewer.personId,
      isYourBody: organisationCode === viewer.organisationCode,
    };
  }

  private async nameOf(tx: Tx, { part, subject }: ErasureRecord): Promise<string | null> {
    const id = part === 'actor' ? parseId('per', subject) : null;
    const person = id === null ? null : await this.people.find(tx, id);
    return person === null ? null : `${person.name}, ${person.title}`;
  }

  private basisOf(key: string): ErasureBasisType {
    const { tables } = this.policies.loaded();
    const row = Object.hasOwn(tables.articles, key) ? tables.articles[key] : undefined;
    return { key, citation: articleText(tables, key), titleVi: row?.titleVi ?? key, titleEn: row?.titleEn ?? key };
  }

  private inForce(): ErasureBasisType[] {
    const now = this.clock.nowMs();
    return Object.entries(this.policies.loaded().tables.articles).flatMap(([key, { from, to }]) =>
      from <= now && now < to ? [this.basisOf(key)] : [],
    );
  }
}
