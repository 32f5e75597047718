import { foldVietnamese } from '#libs/kernel';

/** What is stored for search: every part folded, with a space before each word so that a query can begin at one. */
export function searchTextOf(...parts: readonly string[]): string {
  return parts
    .map((part) => ` ${foldVietnamese(part)}`)
    .join(' ')
    .replace(/ +/g, ' ');
}

/**
 * LIKE patterns of a query; all must match. "dong da" finds Đống Đa, at the beginning of a word only;
 * a comma separates phrases ("ho guom, hoan kiem"). Folding leaves letters, digits and spaces, so nothing needs escaping.
 */
export function searchPatterns(text: string): string[] {
  return text
    .split(',')
    .map(foldVietnamese)
    .filter((phrase) => phrase !== '')
    .map((phrase) => `% ${phrase}%`);
}
