import type { TypedDocumentNode } from 'urql';

const names = new Map<string, string>();

/**
 * A document the gateway already knows: only its sha256 travels, the text lies in the build's manifest
 * (`trusted-documents.json`). With the session cookie the gateway takes nothing else.
 */
export function trusted<Data, Variables extends object>(name: string, documentId: string): TypedDocumentNode<Data, Variables> {
  names.set(documentId, name);
  const node = { kind: 'Document', definitions: [], documentId };
  return node as unknown as TypedDocumentNode<Data, Variables>;
}

/** The operation's name for a hash of ours, so that the gateway's log can say what was asked. */
export function operationNameOf(documentId: string): string | undefined {
  return names.get(documentId);
}
