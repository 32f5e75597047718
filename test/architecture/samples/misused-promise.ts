async function isAllowed(): Promise<boolean> {
  return false;
}

export function alwaysOpens(): string {
  if (isAllowed()) return 'open';
  return 'closed';
}
