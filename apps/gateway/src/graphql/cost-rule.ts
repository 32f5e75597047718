import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { longestPage } from '#libs/identity';

/** How long a list is taken to be that has no `first`: cameras of a request, decisions, grants. */
const plainListLength = 10;

/**
 * Counts the fields that a document makes us resolve: every field one, everything below a page once per row.
 * A `first` that is a variable counts as the longest page, because the document is judged once for all its variables.
 */
export function costRule(most: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      const cost = root === undefined || root === null ? 0 : new Count(context, most).of(operation.selectionSet, root);
      if (cost > most)
        context.reportError(new GraphQLError('', { nodes: operation, extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost' } }));
    },
  });
}

class Count {
  private readonly schema: GraphQLSchema;
  /** Cost of each fragment, so that many spreads of one cost one walk; 0 while it is being counted (cycles are another rule's). */
  private readonly fragments = new Map<string, number>();

  constructor(
    private readonly context: ValidationContext,
    private readonly most: number,
  ) {
    this.schema = context.getSchema();
  }

  of(selections: SelectionSetNode, parent: GraphQLNamedType): number {
    let sum = 0;
    for (const selection of selections.selections) {
      if (sum > this.most) return sum;
      if (selection.kind === Kind.FIELD) sum += this.field(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.fragment(selection.name.value);
      else {
        const on = selection.typeCondition === undefined ? parent : typeFromAST(this.schema, selection.typeCondition);
        sum += this.of(selection.selectionSet, on ?? parent);
      }
    }
    return sum;
  }

  private fragment(name: string): number {
    const known = this.fragments.get(name);
    if (known !== undefined) return known;
    this.fragments.set(name, 0);
    const fragment = this.context.getFragment(name);
    const on = fragment === undefined || fragment === null ? undefined : typeFromAST(this.schema, fragment.typeCondition);
    const cost = fragment === undefined || fragment === null || on === undefined ? 0 : this.of(fragment.selectionSet, on);
    this.fragments.set(name, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType): number {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (definition === undefined || node.selectionSet === undefined) return 1;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 1;
    return 1 + rowsOf(node, definition, parent) * this.of(node.selectionSet, type);
  }
}

function rowsOf(node: FieldNode, definition: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
  if (definition.args.some(({ name }) => name === 'first')) {
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    // A page that asks for more than is allowed is refused later; here it counts as what it asks.
    return given?.kind === Kind.INT ? Math.max(1, Number(given.value)) : longestPage;
  }
  if (!isListType(getNullableType(definition.type))) return 1;
  // The rows of a connection were counted at its `first`.
  return parent.name.endsWith('Connection') ? 1 : plainListLength;
}
