import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Cursors, pageOf, type CursorScope } from '#libs/identity';
import { parseId, type RequestId, type Viewer } from '#libs/kernel';
import { Gate, PolicyStore } from '#libs/regulation';
import { requestOnlyFacts } from '../sharing-facts.js';
import { RequestPresenter } from './request-presenter.service.js';
import { RequestRepository } from './request.repository.js';
import { listOrder } from './request-visibility.js';
import { requestLists, type RequestList, type SharingRequest } from './sharing-request.js';
import type { RequestConnection, SharingRequestType, Work } from './request.type.js';

const listWords: Readonly<Record<RequestList, { readonly vi: string; readonly en: string }>> = {
  MINE: { vi: 'Yêu cầu của tôi', en: 'My requests' },
  TO_CONSENT: { vi: 'Chờ tôi cho ý kiến', en: 'Waiting for my consent' },
  TO_REVIEW: { vi: 'Chờ thẩm tra', en: 'Waiting for review' },
  TO_APPROVE: { vi: 'Chờ phê duyệt', en: 'Waiting for approval' },
  VISIBLE: { vi: 'Tất cả yêu cầu tôi được xem', en: 'All requests I may see' },
};

/** Lists that belong to a role; everybody who may list has the last one. */
const listsOf: Readonly<Record<string, readonly RequestList[]>> = {
  requester: ['MINE', 'VISIBLE'],
  agency_head: ['MINE', 'VISIBLE'],
  owner: ['TO_CONSENT', 'VISIBLE'],
  reviewer: ['TO_REVIEW', 'VISIBLE'],
  approver: ['TO_APPROVE', 'VISIBLE'],
};

/** Reading requests. A list and a look-up are decided and on the log before anything is read. */
@Injectable()
export class RequestLookup {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
    private readonly presenter: RequestPresenter,
    private readonly gate: Gate,
    private readonly policies: PolicyStore,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, args: { first: number; after?: string | null }, list: RequestList): Promise<RequestConnection> {
    const scope: CursorScope = { list: 'requests', viewer, filter: list, policySha256: this.policies.current().bundle.sha256 };
    const position = args.after === undefined || args.after === null ? null : this.cursors.decode(args.after, scope);
    const after = position === null ? null : { at: new Date(String(position[0])), id: String(position[1]) };
    const decision = await this.gate.decideAlone(viewer, 'list_requests', {}, { type: 'request.list' });
    return this.db.read(async (tx) => {
      const rows = decision.proceeds ? await this.requests.page(tx, viewer, list, after, args.first + 1) : [];
      const readable = rows.filter((request) => this.mayRead(viewer, request));
      const shown = await this.presenter.present(tx, viewer, readable);
      const { column } = listOrder(list);
      const cursorOf = (request: SharingRequest): string =>
        this.cursors.encode([(column === 'due_at' ? request.dueAt : request.submittedAt).toISOString(), request.id], scope);
      const pairs = readable.flatMap((request, index) => {
        const node = shown[index];
        return node === undefined ? [] : [{ request, node }];
      });
      return {
        ...pageOf(pairs, args, ({ request, node }) => ({ cursor: cursorOf(request), node })),
        totalCount: decision.proceeds ? await this.requests.count(tx, viewer, list) : 0,
      };
    });
  }

  /** null when there is none, or it is not this viewer's; that it was asked for is recorded in both cases. */
  async one(viewer: Viewer, id: string): Promise<SharingRequestType | null> {
    const requestId = parseId('req', id);
    const request = requestId === null ? null : await this.db.read((tx) => this.requests.findVisible(tx, viewer, requestId));
    const decision = await this.gate.decideAlone(viewer, 'read_request', request === null ? {} : requestOnlyFacts(request.content), {
      type: 'request.read',
      ...(requestId === null ? {} : { requestId }),
    });
    return request !== null && decision.proceeds ? this.shown(viewer, request) : null;
  }

  /** After an act of the viewer on it: the act's own entry stands for the reading. */
  async afterAct(viewer: Viewer, id: RequestId): Promise<SharingRequestType | null> {
    const request = await this.db.read((tx) => this.requests.findVisible(tx, viewer, id));
    return request === null ? null : this.shown(viewer, request);
  }

  /** Requests of grants that the viewer may see, in no promised order. */
  async ofGrants(viewer: Viewer, ids: readonly RequestId[]): Promise<SharingRequestType[]> {
    return this.db.read(async (tx) => this.presenter.present(tx, viewer, await this.requests.listByIds(tx, ids)));
  }

  async work(viewer: Viewer): Promise<Work> {
    const decision = await this.gate.decideAlone(viewer, 'list_requests', {}, { type: 'request.list' });
    const lists = decision.proceeds ? (listsOf[viewer.role] ?? requestLists.slice(-1)) : [];
    return this.db.read(async (tx) => {
      const items = [];
      for (const list of lists)
        items.push({ list, count: await this.requests.count(tx, viewer, list), textVi: listWords[list].vi, textEn: listWords[list].en });
      return { items };
    });
  }

  private async shown(viewer: Viewer, request: SharingRequest): Promise<SharingRequestType | null> {
    return (await this.db.read((tx) => this.presenter.present(tx, viewer, [request])))[0] ?? null;
  }

  private mayRead(viewer: Viewer, request: SharingRequest): boolean {
    return this.gate.preview(viewer, 'read_request', requestOnlyFacts(request.content)).proceeds;
  }
}
