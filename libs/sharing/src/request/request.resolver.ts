import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, DateTime, PageArgs, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { DecisionView, PolicyDecisionType } from '#libs/regulation';
import { SharingAnswers } from '../sharing-answers.service.js';
import {
  ApprovalResult,
  ConsentResult,
  ReviewResult,
  SubmitRequestResult,
  WithdrawConsentResult,
  WithdrawResult,
} from '../sharing-result.type.js';
import { RequestActs } from './request-acts.service.js';
import {
  ApprovalVerdictEnum,
  ConsentVerdictEnum,
  RequestInput,
  ReviewVerdictEnum,
  type ApprovalVerdict,
  type ConsentVerdict,
  type ReviewVerdict,
} from './request.input.js';
import { RequestLookup } from './request-lookup.service.js';
import { RequestConnection, RequestListEnum, SharingRequestType, Work } from './request.type.js';
import type { RequestList } from './sharing-request.js';
import { Submissions } from './submissions.service.js';

const idArgument = { type: () => ID, description: 'Mã yêu cầu · id of the request' };
const digestArgument = { type: () => String, description: 'Giá trị digest của bản đã xem · the digest of what was shown' };
const noteArgument = { type: () => String, nullable: true, description: 'Ghi chú · a note' };
const reasonArgument = { type: () => String, description: 'Lý do · why' };
const inputArgument = { type: () => RequestInput, description: 'Nội dung yêu cầu · what is asked' };

@Resolver(() => SharingRequestType)
export class RequestResolver {
  constructor(
    private readonly submissions: Submissions,
    private readonly acts: RequestActs,
    private readonly lookup: RequestLookup,
    private readonly answers: SharingAnswers,
    private readonly view: DecisionView,
  ) {}

  @Requires('submit_request')
  @Query(() => PolicyDecisionType, {
    description:
      'Xem trước quy định sẽ kết luận thế nào; không ghi gì, không hứa gì · what the rules would say; records nothing, promises nothing',
  })
  async checkRequest(@CurrentViewer() viewer: Viewer, @Args('input', inputArgument) input: RequestInput): Promise<PolicyDecisionType> {
    return this.view.decision(await this.submissions.check(viewer, input));
  }

  @Requires('read_request')
  @Query(() => SharingRequestType, {
    nullable: true,
    description: 'Một yêu cầu; trống nếu không có hoặc bạn không phải một bên · one request; empty when absent or not yours',
  })
  async request(@CurrentViewer() viewer: Viewer, @Args('id', idArgument) id: string): Promise<SharingRequestType | null> {
    return this.lookup.one(viewer, id);
  }

  @Requires('list_requests')
  @Query(() => RequestConnection, { description: 'Các yêu cầu của một danh sách · the requests of a list' })
  async requests(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('list', { type: () => RequestListEnum, description: 'Danh sách nào · which list' }) list: RequestList,
  ): Promise<RequestConnection> {
    return this.lookup.page(viewer, page, list);
  }

  @Requires('list_requests')
  @Query(() => Work, { description: 'Việc của bạn trong vai trò này · your work in this role' })
  async work(@CurrentViewer() viewer: Viewer): Promise<Work> {
    return this.lookup.work(viewer);
  }

  @Requires('submit_request')
  @Mutation(() => SubmitRequestResult, {
    description: 'Gửi yêu cầu: xét theo quy định, ghi nhật ký, rồi mới tạo · sends a request: decided, recorded, then created',
  })
  async submitRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', inputArgument) input: RequestInput,
    @Args('idempotencyKey', {
      type: () => String,
      nullable: true,
      description: 'Khóa chống gửi trùng do bên gọi đặt · a key of the caller against sending twice',
    })
    idempotencyKey: string | null | undefined,
  ): Promise<typeof SubmitRequestResult> {
    return this.answers.submitted(viewer, await this.submissions.submit(viewer, input, idempotencyKey));
  }

  @Requires('submit_request')
  @Mutation(() => SubmitRequestResult, {
    description: 'Bổ sung yêu cầu bị trả lại và gửi lại · supplements a returned request and sends it again',
  })
  async supplementRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('input', inputArgument) input: RequestInput,
  ): Promise<typeof SubmitRequestResult> {
    return this.answers.submitted(viewer, await this.acts.supplement(viewer, requestId, input));
  }

  @Requires('consent', 'decline_consent')
  @Mutation(() => ConsentResult, {
    description: 'Chủ camera đồng ý hoặc không, ký trên đúng bản đã xem · the owner consents or declines, signed over what was shown',
  })
  async giveConsent(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('verdict', { type: () => ConsentVerdictEnum, description: 'Ý kiến · the answer' }) verdict: ConsentVerdict,
    @Args('shownDigest', digestArgument) shownDigest: string,
    @Args('note', noteArgument) note: string | null | undefined,
  ): Promise<typeof ConsentResult> {
    return this.answers.consented(viewer, await this.acts.consent(viewer, { requestId, verdict, shownDigest, note }));
  }

  @Requires('review', 'refuse_request')
  @Mutation(() => ReviewResult, {
    description: 'Công an thẩm tra: chuyển duyệt, trả lại hoặc từ chối · the police review: forward, return or refuse',
  })
  async reviewRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('verdict', { type: () => ReviewVerdictEnum, description: 'Kết luận · the verdict' }) verdict: ReviewVerdict,
    @Args('shownDigest', digestArgument) shownDigest: string,
    @Args('note', noteArgument) note: string | null | undefined,
  ): Promise<typeof ReviewResult> {
    return this.answers.reviewed(viewer, await this.acts.review(viewer, { requestId, verdict, shownDigest, note }));
  }

  @Requires('approve', 'refuse_request')
  @Mutation(() => ApprovalResult, {
    description:
      'Người có thẩm quyền của Công an duyệt hoặc từ chối; duyệt thì cấp quyền · an authorised officer approves or refuses; approving issues grants',
  })
  async approveRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('verdict', { type: () => ApprovalVerdictEnum, description: 'Kết luận · the verdict' }) verdict: ApprovalVerdict,
    @Args('shownDigest', digestArgument) shownDigest: string,
    @Args('note', noteArgument) note: string | null | undefined,
    @Args('expiresAt', {
      type: () => DateTime,
      nullable: true,
      description: 'Hạn của quyền; trống là muộn nhất có thể · when the grants expire; empty is the latest possible',
    })
    expiresAt: Date | null | undefined,
  ): Promise<typeof ApprovalResult> {
    return this.answers.approved(viewer, await this.acts.approve(viewer, { requestId, verdict, shownDigest, note }, expiresAt));
  }

  @Requires('withdraw_request')
  @Mutation(() => WithdrawResult, {
    description: 'Bên yêu cầu rút yêu cầu; quyền đã cấp kết thúc ngay · the requester withdraws; grants end at once',
  })
  async withdrawRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('reason', reasonArgument) reason: string,
  ): Promise<typeof WithdrawResult> {
    return this.answers.withdrawn(viewer, await this.acts.withdrawRequest(viewer, requestId, reason));
  }

  @Requires('withdraw_consent')
  @Mutation(() => WithdrawConsentResult, {
    description:
      'Chủ camera rút đồng ý; quyền dựa trên đó kết thúc ngay · the owner takes consent back; grants that rest on it end at once',
  })
  async withdrawConsent(
    @CurrentViewer() viewer: Viewer,
    @Args('requestId', idArgument) requestId: string,
    @Args('reason', reasonArgument) reason: string,
  ): Promise<typeof WithdrawConsentResult> {
    return this.answers.consentWithdrawn(viewer, await this.acts.withdrawConsent(viewer, requestId, reason));
  }
}
