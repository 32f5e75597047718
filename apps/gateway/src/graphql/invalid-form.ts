import type { ValidationError } from '@nestjs/common';

export interface InvalidField {
  /** `input.windowFrom` */
  readonly path: string;
  /** Names of the constraints that were not met. */
  readonly constraints: readonly string[];
}

/** An argument breaks a constraint of its input class (length, range, form). What it means is judged elsewhere. */
export class InvalidForm extends Error {
  readonly fields: readonly InvalidField[];

  constructor(errors: readonly ValidationError[]) {
    super('an input does not meet its constraints');
    this.name = 'InvalidForm';
    this.fields = fieldsOf(errors, '');
  }
}

function fieldsOf(errors: readonly ValidationError[], above: string): InvalidField[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = above === '' ? property : `${above}.${property}`;
    const own = constraints === undefined ? [] : [{ path, constraints: Object.keys(constraints).sort() }];
    return [...own, ...fieldsOf(children ?? [], path)];
  });
}
