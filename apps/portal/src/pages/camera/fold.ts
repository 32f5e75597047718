/** Lower case, no marks, đ as d: so that "dong da" finds Đống Đa, as the gateway's own search does. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
