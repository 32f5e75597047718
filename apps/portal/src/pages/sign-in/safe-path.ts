/** Only a path of this portal; anything else would let a link send people elsewhere after the sign-in. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\w\-./]*$/.test(path) ? path : '/';
}
