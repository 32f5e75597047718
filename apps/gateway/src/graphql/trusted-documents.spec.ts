import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CodedFault } from './fault-codes.js';
import { TrustedDocuments } from './trusted-documents.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const text = 'query Who { viewer { id } }';
const documents = TrustedDocuments.of({ [hash(text)]: text });

describe('trusted documents', () => {
  it('stand for their text', () => {
    const body: Record<string, unknown> = { documentId: hash(text), variables: { a: 1 } };
    documents.resolve(body);
    expect(body).toEqual({ query: text, variables: { a: 1 } });
  });

  it('may be sent as text, if it is the same to the letter', () => {
    expect(() => documents.resolve({ query: text })).not.toThrow();
    expect(() => documents.resolve({ query: `${text} ` })).toThrow(CodedFault);
  });

  it.each([
    ['an unknown hash', { documentId: hash('x') }],
    ['a hash with another text beside it', { documentId: hash(text), query: '{ viewer { id } }' }],
    ['nothing', {}],
    ['a hash that is no text', { documentId: 7 }],
    ['a name of the prototype', { documentId: '__proto__' }],
  ])('refuse %s', (_name, body) => {
    expect(() => documents.resolve(body)).toThrow(CodedFault);
  });

  it('are not loaded when a hash is not the hash of its text', () => {
    expect(() => TrustedDocuments.of({ [hash('x')]: text })).toThrow(/not the hash/);
  });

  it('are none where no portal was built', async () => {
    const none = await TrustedDocuments.load('/nonexistent');
    expect(() => none.resolve({ query: text })).toThrow(CodedFault);
  });
});
