import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { ReleaseAnswers } from './release-answers.service.js';
import { PolicyReleaseResult, PolicyReleaseType, PolicyStatusType, RollBackPolicyInput, SignPolicyInput } from './release.type.js';

@Resolver(() => PolicyReleaseType)
export class ReleaseResolver {
  constructor(private readonly answers: ReleaseAnswers) {}

  @Requires('propose_policy')
  @Mutation(() => PolicyReleaseResult, {
    description:
      'Đề xuất bộ quy tắc; các tệp của nó đã được gửi trước bằng PUT /policy/files/<sha256> · proposes rules whose files were sent before',
  })
  async proposePolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('manifest', { type: () => String, description: 'manifest.json nguyên văn · as it stands' }) manifest: string,
  ): Promise<typeof PolicyReleaseResult> {
    return this.answers.propose(viewer, manifest);
  }

  @Requires('sign_policy')
  @Mutation(() => PolicyReleaseResult, {
    description: 'Ký bộ quy tắc cùng báo cáo tác động, thay mặt cơ quan mình · signs rules and their impact report for one’s institution',
  })
  async signPolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SignPolicyInput, description: 'Chữ ký · the signature' }) input: SignPolicyInput,
  ): Promise<typeof PolicyReleaseResult> {
    return this.answers.sign(viewer, input);
  }

  @Requires('activate_policy')
  @Mutation(() => PolicyReleaseResult, {
    description: 'Cho bộ quy tắc đã đủ chữ ký có hiệu lực ngay · puts rules that both institutions have signed in force',
  })
  async activatePolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('sha256', { type: () => ID, description: 'Bộ quy tắc · the release' }) sha256: string,
  ): Promise<typeof PolicyReleaseResult> {
    return this.answers.activate(viewer, sha256);
  }

  @Requires('propose_policy')
  @Mutation(() => PolicyReleaseResult, {
    description:
      'Đề xuất quay về nội dung cũ dưới số mới; vẫn phải ký và ban hành · proposes earlier contents under the next number, to be signed and put in force',
  })
  async rollBackPolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => RollBackPolicyInput, description: 'Về đâu · to where' }) input: RollBackPolicyInput,
  ): Promise<typeof PolicyReleaseResult> {
    return this.answers.rollBack(viewer, input);
  }

  @Requires('read_release')
  @Query(() => PolicyReleaseType, {
    nullable: true,
    description: 'Một bộ quy tắc; trống khi không có hoặc không được xem · one release; empty when absent or not yours to see',
  })
  async policyRelease(
    @CurrentViewer() viewer: Viewer,
    @Args('sha256', { type: () => ID, description: 'Bộ quy tắc · the release' }) sha256: string,
  ): Promise<PolicyReleaseType | null> {
    return this.answers.one(viewer, sha256);
  }

  @Requires('read_release')
  @Query(() => PolicyStatusType, {
    nullable: true,
    description: 'Bộ nào đang có hiệu lực, tiến trình nào dùng bộ nào; trống khi không được xem · empty when not yours to see',
  })
  async policyStatus(@CurrentViewer() viewer: Viewer): Promise<PolicyStatusType | null> {
    return this.answers.status(viewer);
  }
}
