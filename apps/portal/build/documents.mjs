// Reads the .graphql files that stand beside the pages and turns them into the exact texts the gateway will accept.
// One operation = one trusted document: the operation, every fragment it uses, `__typename` in each selection.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Kind, parse, print, visit } from 'graphql';

export const portalDir = resolve(import.meta.dirname, '..');

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Every set but an operation's own asks for `__typename`: the document cache is cleared by it after a mutation. */
function withTypename(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename')) return undefined;
      return { ...node, selections: [typename, ...node.selections] };
    },
  });
}

function graphqlFiles(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return graphqlFiles(path);
    return entry.name.endsWith('.graphql') ? [path] : [];
  });
}

function fragmentsUsed(node, fragments, found = new Map()) {
  visit(node, {
    FragmentSpread(spread) {
      const name = spread.name.value;
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`fragment ${name} is used but defined nowhere below apps/portal/src`);
      if (found.has(name)) return;
      found.set(name, fragment);
      fragmentsUsed(fragment, fragments, found);
    },
  });
  return found;
}

/**
 * The files, the fragments by name, and one record per operation:
 * `{ name, kind, document, text, documentId (sha256 hex of text), node, file }`. Whether they fit the schema is asked by `types.mjs`.
 */
export function readDocuments() {
  const files = graphqlFiles(join(portalDir, 'src'))
    .sort()
    .map((path) => ({ path, name: relative(portalDir, path), document: withTypename(parse(readFileSync(path, 'utf8'))) }));
  const fragments = new Map();
  for (const file of files) {
    for (const node of file.document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    }
  }
  const operations = files.flatMap((file) =>
    file.document.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => {
        const used = [...fragmentsUsed(node, fragments).values()];
        const document = { kind: Kind.DOCUMENT, definitions: [node, ...used] };
        const text = print(document);
        return { name: node.name.value, kind: node.operation, document, text, documentId: sha256(text), node, file };
      }),
  );
  const names = operations.map((one) => one.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`operation ${twice} is defined twice; names are how the log of the gateway tells them apart`);
  return { files, fragments, operations };
}

/** The manifest the gateway loads: sha256 hex → text, keys sorted so that the same pages give the same bytes. */
export function trustedManifest(operations) {
  const entries = operations.map((one) => [one.documentId, one.text]).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
