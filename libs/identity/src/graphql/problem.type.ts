import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';

/**
 * What every expected refusal tells. Objects carry `__typename`, so that unions and this interface resolve by it.
 * The members with reasons of the regulation (`Denied`) live in `libs/regulation`.
 */
@InterfaceType('Problem', {
  description: 'Việc chưa làm được, và vì sao · something that was not done, and why',
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class Problem {
  @Field(() => String, { description: 'Mã cố định để máy nhận biết · a fixed code for programs' })
  code: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Việt · the reason in Vietnamese' })
  textVi: string;

  @Field(() => String, { description: 'Lý do bằng tiếng Anh · the reason in English' })
  textEn: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Mục đã nhập có vấn đề; để trống khi không thuộc riêng mục nào · the input it is about; empty when it is about none',
  })
  path: string[] | null;
}

export interface ProblemFields {
  readonly code: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly path?: readonly string[] | null;
}

@ObjectType('InvalidInput', {
  implements: () => [Problem],
  description: 'Nội dung nhập chưa đúng · what was entered is not right',
})
export class InvalidInput extends Problem {}

@ObjectType('StateConflict', {
  implements: () => [Problem],
  description: 'Việc đã sang trạng thái khác · the matter has moved on since it was shown',
})
export class StateConflict extends Problem {
  @Field(() => String, {
    nullable: true,
    description: 'Trạng thái hiện nay; để trống nếu không được xem · the state now; empty if not yours to see',
  })
  currentState: string | null;
}

@ObjectType('NotFound', {
  implements: () => [Problem],
  description: 'Không có, hoặc không thuộc quyền xem: hai trường hợp trông như nhau · absent, or not yours to see: the two look the same',
})
export class NotFound extends Problem {}

const fieldsOf = (problem: ProblemFields): Omit<Problem, never> => ({
  code: problem.code,
  textVi: problem.textVi,
  textEn: problem.textEn,
  path: problem.path === undefined || problem.path === null ? null : [...problem.path],
});

export function invalidInput(problem: ProblemFields): InvalidInput & { __typename: 'InvalidInput' } {
  return { __typename: 'InvalidInput', ...fieldsOf(problem) };
}

export function stateConflict(problem: ProblemFields, currentState: string | null): StateConflict & { __typename: 'StateConflict' } {
  return { __typename: 'StateConflict', ...fieldsOf(problem), currentState };
}

/** Always the same words: whoever asks must not learn whether the thing exists. */
export function notFound(): NotFound & { __typename: 'NotFound' } {
  return {
    __typename: 'NotFound',
    code: 'NOT_FOUND',
    textVi: 'Không tìm thấy, hoặc bạn không được xem.',
    textEn: 'Not found, or not yours to see.',
    path: null,
  };
}
