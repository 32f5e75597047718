/** How much is left, in the two largest units; null when nothing is. */
export function leftOf(ms: number): { days: number; hours: number; minutes: number; seconds: number } | null {
  if (ms <= 0) return null;
  const seconds = Math.floor(ms / 1_000);
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
