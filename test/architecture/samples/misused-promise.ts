async function isAllowed(camera: string): Promise<boolean> {
  return camera === '';
}

export function keepsAll(cameras: readonly string[]): string[] {
  return cameras.filter(async (camera) => isAllowed(camera));
}
