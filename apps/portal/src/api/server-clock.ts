let serverAtMs = 0;
let heardAtMs = 0;

/** Called with the `Date` header of each answer: what is left of a right is counted by the gateway's clock, not by this machine's. */
export function hearServerTime(header: string | null): void {
  const ms = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(ms)) return;
  const now = performance.now();
  // The header is cut to whole seconds, so a later answer may look earlier; never let the clock step back for that.
  if (serverAtMs !== 0 && Math.abs(ms - serverNowMs()) < 1_500) return;
  serverAtMs = ms;
  heardAtMs = now;
}

/** Milliseconds since 1970 by the gateway's clock; by the page's own origin until the first answer. */
export function serverNowMs(): number {
  if (serverAtMs === 0) return performance.timeOrigin + performance.now();
  return serverAtMs + (performance.now() - heardAtMs);
}
