import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { ExportLogInput } from './log-export.input.js';
import { ExportLogResult, LogExportType } from './log-export.type.js';
import { LogExportView } from './log-export-view.service.js';

@Resolver(() => LogExportType)
export class LogExportResolver {
  constructor(private readonly view: LogExportView) {}

  @Requires('inspect')
  @Mutation(() => ExportLogResult, {
    description:
      'Lập bản xuất nhật ký trong phạm vi quyết định thanh tra; ý định, kết quả và việc tải về đều được ghi · takes entries out within the inspection decision; intent, outcome and delivery are on the log',
  })
  async exportLog(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ExportLogInput }) input: ExportLogInput,
  ): Promise<typeof ExportLogResult> {
    return this.view.make(viewer, input);
  }
}
