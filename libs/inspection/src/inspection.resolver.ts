import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PageArgs, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { EntryPeopleArgs } from './entry-people.input.js';
import { EntryFilterInput } from './entry-filter.input.js';
import { ReceiptCheckType } from './entry-proof.type.js';
import { InspectionView } from './inspection-view.service.js';
import { EntriesResult, EntryPeopleResult, ProofResult } from './inspection.results.js';
import { LogEntryType } from './log-entry.type.js';
import { LogInspection } from './log-inspection.service.js';
import { ReceiptArgs } from './receipt.input.js';

@Resolver(() => LogEntryType)
export class InspectionResolver {
  constructor(
    private readonly view: InspectionView,
    private readonly inspection: LogInspection,
  ) {}

  @Requires('inspect', 'read_own_entries')
  @Query(() => EntriesResult, {
    description:
      'Các bản ghi bạn được xem: thanh tra trong phạm vi quyết định thanh tra, người khác xem việc của mình; việc đọc này cũng được ghi · the entries you may read; this reading is on the log too',
  })
  async entries(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { type: () => EntryFilterInput, nullable: true, description: 'Điều kiện tìm · what to look for' })
    filter: EntryFilterInput | null,
  ): Promise<typeof EntriesResult> {
    return this.view.entries(viewer, page, filter ?? {});
  }

  @Requires('inspect')
  @Query(() => EntryPeopleResult, {
    description:
      'Tìm người theo tên trong các cơ quan thuộc phạm vi, để lọc nhật ký; câu hỏi này cũng được ghi · people of the bodies in scope by name, to filter the log by; asking is on the log too',
  })
  async entryPeople(@CurrentViewer() viewer: Viewer, @Args() { name }: EntryPeopleArgs): Promise<typeof EntryPeopleResult> {
    return this.view.people(viewer, name);
  }

  @Requires('inspect', 'read_own_entries')
  @Query(() => LogEntryType, {
    nullable: true,
    description: 'Một bản ghi; trống nếu không có hoặc không thuộc quyền xem · one entry; empty when absent or not yours to see',
  })
  async entry(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã bản ghi · id' }) id: string,
  ): Promise<LogEntryType | null> {
    return this.inspection.entry(viewer, id);
  }

  @Requires('read_proof', 'inspect')
  @Query(() => ProofResult, {
    description:
      'Bằng chứng ngoại tuyến của một bản ghi; việc lấy bằng chứng cũng được ghi · the offline proof of an entry; taking it is on the log too',
  })
  async proof(
    @CurrentViewer() viewer: Viewer | null,
    @Args('entryId', { type: () => ID, description: 'Mã bản ghi · id of the entry' }) entryId: string,
  ): Promise<typeof ProofResult> {
    return this.view.proof(viewer, entryId);
  }

  @Requires('public_read')
  @Query(() => ReceiptCheckType, {
    description: 'Kiểm một biên nhận đang cầm trong tay; ai cũng hỏi được · checks a receipt in hand; open to everybody',
  })
  async receiptCheck(@Args() { receipt }: ReceiptArgs): Promise<ReceiptCheckType> {
    return this.view.receipt(receipt);
  }
}
