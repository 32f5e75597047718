/** What somebody pasted: a receipt (one JSON line), or the number of an entry. */
export type Pasted =
  | { readonly kind: 'receipt'; readonly text: string; readonly entryId: string; readonly digest: string | null }
  | { readonly kind: 'entry'; readonly entryId: string }
  | { readonly kind: 'nothing' };

const entryIdPattern = /^ent_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  if (entryIdPattern.test(trimmed)) return { kind: 'entry', entryId: trimmed };
  const receipt = parseObject(trimmed);
  if (receipt === null) return { kind: 'nothing' };
  const { entry: id, leafHash: digest } = receipt;
  if (typeof id !== 'string' || !entryIdPattern.test(id)) return { kind: 'nothing' };
  return { kind: 'receipt', text: trimmed, entryId: id, digest: typeof digest === 'string' ? digest : null };
}

function parseObject(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
