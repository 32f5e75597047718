async function release(): Promise<void> {}

export function forgets(): void {
  release();
}
