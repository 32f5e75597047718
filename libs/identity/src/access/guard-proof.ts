import 'reflect-metadata';
import { fromParentKey, requiresKey } from './requires.decorator.js';

type ResolverClass = abstract new (...args: never[]) => unknown;

/** Keys under which @nestjs/graphql keeps what a method resolves. */
const rootKey = 'graphql:resolver_type';
const nameKey = 'graphql:resolver_name';
const fieldKey = 'graphql:resolve_property';

/** What is wrong with one resolver method, in words that name the place. */
export interface UnguardedField {
  readonly place: string;
  readonly problem: string;
}

const isResolverMethod = (method: object): boolean => Reflect.hasMetadata(rootKey, method) || Reflect.hasMetadata(fieldKey, method);

/** True when any method of the class resolves a field. */
export function isResolverClass(candidate: unknown): candidate is ResolverClass {
  return typeof candidate === 'function' && methodsOf(candidate as ResolverClass).some(([, method]) => isResolverMethod(method));
}

/**
 * Every field of these classes that would be answered without a permission: a root field without `@Requires`, a resolved
 * field with neither `@FromParent` nor `@Requires`, an action list that is empty, a class that inherits (guards do not
 * follow inheritance in this version of Nest).
 */
export function unguardedFields(classes: readonly ResolverClass[]): UnguardedField[] {
  return classes.flatMap((resolver) => {
    const found: UnguardedField[] = [];
    if (Object.getPrototypeOf(resolver.prototype) !== Object.prototype)
      found.push({ place: resolver.name, problem: 'a resolver inherits from another class' });
    for (const [name, method] of methodsOf(resolver)) {
      if (!isResolverMethod(method)) continue;
      const problem = problemOf(method);
      if (problem !== null) found.push({ place: `${resolver.name}.${name}`, problem });
    }
    return found;
  });
}

function problemOf(method: object): string | null {
  const actions: unknown = Reflect.getMetadata(requiresKey, method);
  const fromParent = Reflect.getMetadata(fromParentKey, method) === true;
  if (actions !== undefined) {
    const sound =
      Array.isArray(actions)
      && actions.length > 0
      && actions.every((action) => typeof action === 'string' && /^[a-z][a-z_]*$/.test(action));
    if (!sound) return '@Requires names no action';
    return fromParent ? 'both @Requires and @FromParent' : null;
  }
  const isRoot = ['Query', 'Mutation', 'Subscription'].includes(String(Reflect.getMetadata(rootKey, method)));
  if (isRoot) return 'a root field without @Requires';
  return fromParent ? null : 'a resolved field with neither @FromParent nor @Requires';
}

function methodsOf(resolver: ResolverClass): [string, object][] {
  const prototype = resolver.prototype as Record<string, unknown> | undefined;
  if (prototype === undefined) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]): [string, object][] =>
    name !== 'constructor' && typeof value === 'function' ? [[name, value as object]] : [],
  );
}

/** `Query.viewer`, `Mutation.chooseRole`: root fields that these classes answer. */
export function rootFieldsOf(classes: readonly ResolverClass[]): string[] {
  return classes.flatMap((resolver) =>
    methodsOf(resolver).flatMap(([name, method]) => {
      const root: unknown = Reflect.getMetadata(rootKey, method);
      return typeof root === 'string' && ['Query', 'Mutation', 'Subscription'].includes(root)
        ? [`${root}.${String(Reflect.getMetadata(nameKey, method) ?? name)}`]
        : [];
    }),
  );
}
