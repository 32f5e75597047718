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
 * Counts the fields that a document makes us resolve: every field one, a page's list once per row, what stands beside it in the page once.
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

  /** @param rows how many rows the page has of which these are the fields; null where they are no page's */
  of(selections: SelectionSetNode, parent: GraphQLNamedType, rows: number | null = null): number {
    let sum = 0;
    for (const selection of selections.selections) {
      if (sum > this.most) return sum;
      if (selection.kind === Kind.FIELD) sum += this.field(selection, parent, rows);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.fragment(selection.name.value, rows);
      else {
        const on = selection.typeCondition === undefined ? parent : typeFromAST(this.schema, selection.typeCondition);
        sum += this.of(selection.selectionSet, on ?? parent, rows);
      }
    }
    return sum;
  }

  private fragment(name: string, rows: number | null): number {
    const key = `${name} ${rows ?? ''}`;
    const known = this.fragments.get(key);
    if (known !== undefined) return known;
    this.fragments.set(key, 0);
    const fragment = this.context.getFragment(name);
    const on = fragment === undefined || fragment === null ? undefined : typeFromAST(this.schema, fragment.typeCondition);
    const cost = fragment === undefined || fragment === null || on === undefined ? 0 : this.of(fragment.selectionSet, on, rows);
    this.fragments.set(key, cost);
    return cost;
  }

  private field(node: FieldNode, parent: GraphQLNamedType, rows: number | null): number {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (definition === undefined || node.selectionSet === undefined) return 1;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 1;
    const isList = isListType(getNullableType(definition.type));
    const page = pageOf(node, definition);
    if (page !== null && !isList) return 1 + this.of(node.selectionSet, type, page);
    return 1 + (isList ? (page ?? rows ?? plainListLength) : 1) * this.of(node.selectionSet, type);
  }
}

/** How many rows are asked for, where there is a `first`. */
function pageOf(node: FieldNode, definition: GraphQLField<unknown, unknown>): number | null {
  if (!definition.args.some(({ name }) => name === 'first')) return null;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  // A page that asks for more than is allowed is refused later; here it counts as what it asks.
  return given?.kind === Kind.INT ? Math.max(1, Number(given.value)) : longestPage;
}
