import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Whatever has an id that may be asked for again. `__typename` is set by whoever makes the object. */
@InterfaceType('Node', {
  description: 'Một đối tượng có mã riêng · a thing with an id of its own',
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Mã không đổi của đối tượng · the id of the thing, which never changes' })
  id: string;
}
