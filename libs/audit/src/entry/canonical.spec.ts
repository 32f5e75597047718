import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalJson } from '#libs/kernel';

interface Vectors {
  readonly canonical: {
    readonly texts: readonly { readonly from: string; readonly to: string }[];
    readonly numbers: readonly (readonly [bits: string, text: string | null])[];
  };
}

const { canonical } = JSON.parse(readFileSync(path.resolve('test/conformance/public-vectors.json'), 'utf8')) as Vectors;

describe('canonical JSON, on the vectors of RFC 8785', () => {
  it.each(canonical.texts)('writes section 3.2 as the RFC does: $to', ({ from, to }) => {
    expect(canonicalJson(JSON.parse(from))).toBe(to);
  });

  it.each(canonical.numbers)('writes the double %s of appendix B as %s', (bits, text) => {
    const value = Buffer.from(bits, 'hex').readDoubleBE(0);
    if (text === null) expect(() => canonicalJson(value)).toThrow();
    else expect(canonicalJson(value)).toBe(text);
  });
});
