// TypeScript text for GraphQL types and selections. Only what the portal's documents need.
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
} from 'graphql';

const scalars = { ID: 'string', String: 'string', Int: 'number', Float: 'number', Boolean: 'boolean', DateTime: 'string' };

function scalarText(type) {
  const text = scalars[type.name];
  if (!text) throw new Error(`scalar ${type.name} has no TypeScript type in build/type-text.mjs`);
  return text;
}

function wrap(type, named) {
  if (isNonNullType(type)) return bare(type.ofType, named);
  return `${bare(type, named)} | null`;
}

function bare(type, named) {
  if (!isListType(type)) return named(type);
  const inner = wrap(type.ofType, named);
  return inner.includes(' | ') ? `readonly (${inner})[]` : `readonly ${inner}[]`;
}

/** Enums and inputs as they may be written by a caller; `usedNames` collects what has to be imported. */
export function inputText(type, usedNames) {
  return wrap(type, (named) => {
    if (!isEnumType(named) && !isInputObjectType(named)) return scalarText(named);
    usedNames.add(named.name);
    return named.name;
  });
}

export function enumDeclaration(type) {
  return `export type ${type.name} = ${type
    .getValues()
    .map((value) => `'${value.name}'`)
    .join(' | ')};`;
}

export function inputDeclaration(type) {
  const lines = Object.values(type.getFields()).map((field) => {
    const optional = !isNonNullType(field.type) || field.defaultValue !== undefined;
    return `  readonly ${field.name}${optional ? '?' : ''}: ${inputText(field.type, new Set())};`;
  });
  return `export interface ${type.name} {\n${lines.join('\n')}\n}`;
}

export function variablesText(schema, operation, usedNames) {
  const lines = (operation.variableDefinitions ?? []).map((variable) => {
    const type = typeFromAST(schema, variable.type);
    const optional = !isNonNullType(type) || variable.defaultValue !== undefined;
    return `readonly ${variable.variable.name.value}${optional ? '?' : ''}: ${inputText(type, usedNames)}`;
  });
  return lines.length === 0 ? 'Record<string, never>' : `{ ${lines.join('; ')} }`;
}

/**
 * Type text of a selection set; an abstract type becomes a union told apart by `__typename`.
 * `context`: `{ schema, fragments, usedNames, usedFragments }`, the last two are added to.
 */
export function selectionText(context, type, selectionSet, isRoot = false) {
  if (isObjectType(type)) return objectText(context, [type], selectionSet, isRoot);
  if (!isAbstractType(type)) throw new Error(`${type.name} cannot have a selection`);
  const bodies = new Map();
  for (const possible of context.schema.getPossibleTypes(type)) {
    const key = objectText(context, [possible], selectionSet, true);
    bodies.set(key, [...(bodies.get(key) ?? []), possible]);
  }
  return [...bodies.values()].map((types) => objectText(context, types, selectionSet, false)).join(' | ');
}

function objectText(context, types, selectionSet, withoutTypename) {
  const type = types[0];
  const fields = collect(context, type, selectionSet, new Map());
  const lines = [...fields].map(([key, { name, selections }]) => {
    if (name === '__typename') return withoutTypename ? null : `readonly ${key}: ${types.map((one) => `'${one.name}'`).join(' | ')}`;
    const field = type.getFields()[name];
    return `readonly ${key}: ${fieldText(context, field.type, selections)}`;
  });
  return `{ ${lines.filter((line) => line !== null).join('; ')} }`;
}

function fieldText(context, type, selections) {
  return wrap(type, (named) => {
    if (isEnumType(named)) {
      context.usedNames.add(named.name);
      return named.name;
    }
    if (selections.length === 0) return scalarText(getNamedType(named));
    const fragment = onlyFragment(context, named, selections);
    if (fragment !== null) return fragment;
    const text = selectionText(context, named, { kind: Kind.SELECTION_SET, selections });
    return text.includes(' } | { ') ? `(${text})` : text;
  });
}

/** A field that takes one fragment of its own type and nothing else has that fragment's type. */
function onlyFragment({ fragments, usedFragments }, named, selections) {
  const asked = selections.filter((one) => !(one.kind === Kind.FIELD && one.name.value === '__typename'));
  const [only] = asked;
  if (asked.length !== 1 || only.kind !== Kind.FRAGMENT_SPREAD) return null;
  if (fragments.get(only.name.value).typeCondition.name.value !== named.name) return null;
  usedFragments.add(only.name.value);
  return only.name.value;
}

/** Response key → field name and merged sub-selections, for one concrete type. */
function collect(context, type, selectionSet, into) {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const before = into.get(key)?.selections ?? [];
      into.set(key, { name: selection.name.value, selections: [...before, ...(selection.selectionSet?.selections ?? [])] });
      continue;
    }
    const node = selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    const condition = node.typeCondition ? context.schema.getType(node.typeCondition.name.value) : type;
    if (applies(context.schema, condition, type)) collect(context, type, node.selectionSet, into);
  }
  return into;
}

function applies(schema, condition, type) {
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
