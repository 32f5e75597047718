import { getNamedType, GraphQLError, isIntrospectionType, type ValidationRule } from 'graphql';

const harmless = new Set(['name', 'kind', '__typename']);

/**
 * Introspection is off: the schema is published as a file (`schema.graphql`). Left open is what tells only whether a type of
 * a given name exists, `__type(name: …) { name kind }`, because conformance audits ask it of anonymous clients.
 */
export const introspectionRule: ValidationRule = (context) => ({
  Field(node) {
    const parent = context.getParentType();
    const refused =
      node.name.value === '__schema'
      || (parent !== null && parent !== undefined && isIntrospectionType(getNamedType(parent)) && !harmless.has(node.name.value));
    if (refused) context.reportError(new GraphQLError('Introspection is off; read schema.graphql.', { nodes: node }));
  },
});
