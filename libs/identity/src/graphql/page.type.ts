import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const longestPage = 100;

@ObjectType('PageInfo', { description: 'Vị trí của trang trong danh sách · where the page stands in its list' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Còn trang sau · there is a next page' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Có trang trước · there is a previous page' })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Con trỏ của dòng đầu; trống khi trang không có dòng nào · cursor of the first row; empty on an empty page',
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Con trỏ của dòng cuối; trống khi trang không có dòng nào · cursor of the last row; empty on an empty page',
  })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'Số dòng muốn lấy, từ 1 đến 100 · how many rows, 1 to 100' })
  @IsInt()
  @Min(1)
  @Max(longestPage)
  first: number;

  @Field(() => String, { nullable: true, description: 'Lấy tiếp sau con trỏ này · continue after this cursor' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  after?: string | null;
}

/** Page of rows whose query asked for one row more than `first`; the extra row only says that there is more. */
export function pageOf<Row, NodeType>(
  rows: readonly Row[],
  args: { readonly first: number; readonly after?: string | null },
  toEdge: (row: Row) => { cursor: string; node: NodeType },
): { edges: { cursor: string; node: NodeType }[]; pageInfo: PageInfo } {
  const edges = rows.slice(0, args.first).map(toEdge);
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: args.after !== undefined && args.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
