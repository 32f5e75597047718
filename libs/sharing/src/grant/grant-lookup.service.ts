import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Cursors, pageOf, type CursorScope } from '#libs/identity';
import { parseId, type GrantId, type Viewer } from '#libs/kernel';
import { Gate, ViewerRows, PolicyStore } from '#libs/regulation';
import { RequestLookup } from '../request/request-lookup.service.js';
import { GrantRepository } from './grant.repository.js';
import type { GrantConnection, GrantType } from './grant.type.js';

/** Reading grants: those one holds, those on one's cameras, and for the police all. */
@Injectable()
export class GrantLookup {
  constructor(
    private readonly db: Database,
    private readonly grants: GrantRepository,
    private readonly requests: RequestLookup,
    private readonly gate: Gate,
    private readonly rows: ViewerRows,
    private readonly policies: PolicyStore,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, args: { first: number; after?: string | null }): Promise<GrantConnection> {
    const scope: CursorScope = { list: 'grants', viewer, filter: null, policySha256: this.policies.current().bundle.sha256 };
    const position = args.after === undefined || args.after === null ? null : this.cursors.decode(args.after, scope);
    const after = position === null ? null : { at: new Date(String(position[0])), id: String(position[1]) };
    const decision = await this.gate.decideAlone(viewer, 'read_grant', {}, { type: 'grant.list' });
    const rows = decision.proceeds
      ? await this.db.read((tx) => this.grants.page(tx, this.rows.of(viewer, 'read_grant'), after, args.first + 1))
      : [];
    const shown = await this.shown(viewer, rows);
    const pairs = rows.flatMap((grant) => {
      const node = shown.get(grant.id);
      return node === undefined ? [] : [{ grant, node }];
    });
    return pageOf(pairs, args, ({ grant, node }) => ({
      cursor: this.cursors.encode([grant.issuedAt.toISOString(), grant.id], scope),
      node,
    }));
  }

  /** null when there is none, or it is not this viewer's to see. */
  async one(viewer: Viewer, id: string): Promise<GrantType | null> {
    const grantId = parseId('grt', id);
    const grant =
      grantId === null ? null : await this.db.read((tx) => this.grants.findVisible(tx, this.rows.of(viewer, 'read_grant'), grantId));
    const decision = await this.gate.decideAlone(
      viewer,
      'read_grant',
      {},
      { type: 'grant.read', ...(grantId === null ? {} : { grantId }) },
    );
    if (grant === null || !decision.proceeds) return null;
    return (await this.shown(viewer, [grant])).get(grant.id) ?? null;
  }

  /** After an act of the viewer on it: the act's own entry stands for the reading. */
  async afterAct(viewer: Viewer, id: GrantId): Promise<GrantType | null> {
    const grant = await this.db.read((tx) => this.grants.findVisible(tx, this.rows.of(viewer, 'read_grant'), id));
    return grant === null ? null : ((await this.shown(viewer, [grant])).get(grant.id) ?? null);
  }

  private async shown(
    viewer: Viewer,
    rows: readonly { readonly requestId: Parameters<RequestLookup['ofGrants']>[1][number] }[],
  ): Promise<Map<string, GrantType>> {
    const requests = await this.requests.ofGrants(viewer, [...new Set(rows.map((row) => row.requestId))]);
    return new Map(requests.flatMap((request) => request.grants.map((grant) => [grant.id, grant])));
  }
}
