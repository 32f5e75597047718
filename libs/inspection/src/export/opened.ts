import type { SaltedOpenings } from '#libs/audit';

/** Who acted, where that is opened. */
export function openedActor(
  opened: SaltedOpenings | undefined,
): { readonly id: string; readonly name: string; readonly title: string } | undefined {
  return opened?.actor?.value as { id: string; name: string; title: string } | undefined;
}

export function openedCase(opened: SaltedOpenings | undefined): string | undefined {
  return opened?.case?.value as string | undefined;
}
