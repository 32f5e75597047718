import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Misuse } from '#libs/kernel';
import { CodedFault } from './fault-codes.js';

const longestId = 64;

/** The portal's documents by the SHA-256 of their text: the only ones that a session cookie may ask. */
export class TrustedDocuments {
  private constructor(private readonly byId: ReadonlyMap<string, string>) {}

  /** Reads the list that the portal's build leaves beside its files; without a portal there is none, and nothing is trusted. */
  static async load(portalDir: string): Promise<TrustedDocuments> {
    const file = path.join(portalDir, 'trusted-documents.json');
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch {
      return new TrustedDocuments(new Map());
    }
    return TrustedDocuments.of(JSON.parse(text) as Record<string, string>, file);
  }

  /** @throws Misuse when a hash is not the hash of its text */
  static of(documents: Readonly<Record<string, string>>, where = 'trusted documents'): TrustedDocuments {
    for (const [id, text] of Object.entries(documents))
      if (hash(text) !== id) throw new Misuse(`${where}: ${id} is not the hash of its text`, 'build the portal again');
    return new TrustedDocuments(new Map(Object.entries(documents)));
  }

  /**
   * Puts the text in place of `documentId`, or checks that a text which was sent is on the list.
   * @throws CodedFault for an unknown hash, a hash with another text beside it, and a text that is not on the list
   */
  resolve(body: Record<string, unknown>): void {
    const { documentId, query } = body;
    const id = documentId === undefined || documentId === null ? hash(typeof query === 'string' ? query : '') : documentId;
    const text = typeof id === 'string' && id.length <= longestId ? this.byId.get(id) : undefined;
    if (text === undefined || (query !== undefined && query !== null && query !== text)) throw new CodedFault('UNTRUSTED_DOCUMENT');
    body['query'] = text;
    delete body['documentId'];
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
