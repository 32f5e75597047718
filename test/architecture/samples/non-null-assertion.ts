export function first(rows: readonly string[]): string {
  return rows[0]!;
}
