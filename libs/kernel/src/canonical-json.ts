import canonicalize from 'canonicalize';
import { Fault } from './errors.js';

/**
 * RFC 8785 canonical JSON. Refuses what two implementations could write differently:
 * lone surrogates, non-finite numbers, undefined and functions.
 */
export function canonicalJson(value: unknown): string {
  const text: string | undefined = canonicalize(value);
  if (text === undefined) throw new Fault('not_canonical', 'value has no canonical JSON form');
  if (!text.isWellFormed()) throw new Fault('not_canonical', 'text holds a lone surrogate');
  return text;
}
