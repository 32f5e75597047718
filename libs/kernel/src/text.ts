/** Unicode NFC: the one form that may be hashed, compared or stored (`portal.md` 4.5). */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Search form of Vietnamese text: no marks, đ → d, lower case, single spaces. "Đống Đa" → "dong da". */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Control and bidirectional-override characters have no place in a name, a number or a reason. */
export function hasForbiddenCharacters(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(text);
}
