import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { EmergencyAnswers } from './emergency-answers.service.js';
import { ActivateEmergencyListInput, EmergencyListResult, EmergencyListType, EmergencyStatusType } from './emergency.type.js';

@Resolver(() => EmergencyListType)
export class EmergencyResolver {
  constructor(private readonly answers: EmergencyAnswers) {}

  @Requires('emergency_revoke')
  @Mutation(() => EmergencyListResult, {
    description:
      'Cho danh sách cấm khẩn cấp đã ký có hiệu lực ngay ở mọi tiến trình · puts a signed emergency list in force on every process at once',
  })
  async activateEmergencyList(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ActivateEmergencyListInput, description: 'Danh sách và chữ ký · list and signatures' })
    input: ActivateEmergencyListInput,
  ): Promise<typeof EmergencyListResult> {
    return this.answers.activate(viewer, input);
  }

  @Requires('read_release')
  @Query(() => EmergencyStatusType, {
    nullable: true,
    description:
      'Ai và camera nào đang bị ngăn khẩn cấp, tiến trình nào áp dụng; trống khi không được xem · whom the emergency list stops, and who applies it; empty when not yours to see',
  })
  async emergencyStatus(@CurrentViewer() viewer: Viewer): Promise<EmergencyStatusType | null> {
    return this.answers.status(viewer);
  }
}
