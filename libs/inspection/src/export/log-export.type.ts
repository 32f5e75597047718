import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, Problem } from '#libs/identity';
import { DeniedType } from '#libs/regulation';

export const exportFormats = { SEALED: 'SEALED', OCSF: 'OCSF', CSV: 'CSV' } as const;
export type ExportFormat = keyof typeof exportFormats;

registerEnumType(exportFormats, {
  name: 'ExportFormat',
  description: 'Dạng tệp xuất · form of an export',
  valuesMap: {
    SEALED: { description: 'Bản niêm phong (zip) có bằng chứng, kiểm chứng ngoại tuyến · sealed zip with proofs, verified offline' },
    OCSF: { description: 'OCSF 1.8.0, mỗi dòng một sự kiện, cho SIEM · OCSF 1.8.0 JSON lines, for a SIEM' },
    CSV: { description: 'Bảng tính CSV, cột có phiên bản · CSV with versioned columns' },
  },
});

@ObjectType('LogExport', {
  description:
    'Bản xuất đã lập, chờ tải một lần trong vài phút bởi chính người lập, trong chính phiên này · an export that waits to be fetched once, within minutes, by you in this session',
})
export class LogExportType {
  @Field(() => String, { description: 'Đường dẫn để tải · path to fetch it from' })
  path: string;

  @Field(() => DateTime, { description: 'Tải được đến lúc này · good until then' })
  expiresAt: Date;

  @Field(() => String, { description: 'Tên tệp · name of the file' })
  fileName: string;

  @Field(() => Int, { description: 'Số byte · size in bytes' })
  bytes: number;

  @Field(() => String, { description: 'SHA-256 của tệp, hệ 16 · SHA-256 of the file, hex' })
  sha256: string;

  @Field(() => Int, { description: 'Số bản ghi trong tệp · entries in it' })
  entries: number;

  @Field(() => ID, {
    description: 'Bản ghi về việc lập tệp, có SHA-256 của tệp: bằng chứng của nó niêm phong tệp · the entry that states the SHA-256',
  })
  entryId: string;
}

@ObjectType('ExportHindered', {
  implements: () => [Problem],
  description:
    'Được phép nhưng chưa lập được bản xuất: nhật ký chưa được nhân chứng đồng ký, không có hoặc có quá nhiều bản ghi, hoặc nhật ký không khớp với sổ đã công bố · permitted, and yet not made',
})
export class ExportHinderedType extends Problem {}

export const ExportLogResult = createUnionType({
  name: 'ExportLogResult',
  description: 'Bản xuất, hoặc vì sao không có · the export, or why there is none',
  types: () => [LogExportType, ExportHinderedType, DeniedType] as const,
});
