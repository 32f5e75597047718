import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '#libs/config';
import { Misuse, SystemClock } from '#libs/kernel';
import { BundleFault, loadPolicy, type Policy } from '#libs/regulation';
import { exitCodes } from '../command.js';

/** CUAO_POLICY_DIR, else `policies/bundle` of the repository this program stands in (compiled or as sources). */
export function policyFolder(): string {
  return loadConfig('cli').policyDir ?? path.dirname(repositoryFile('policies/bundle/manifest.json'));
}

/** A file of the repository that this program stands in (compiled or as sources). @throws Misuse */
export function repositoryFile(name: string): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, name);
    if (existsSync(file)) return file;
    const up = path.dirname(folder);
    if (up === folder)
      throw new Misuse(
        `${name} is not there`,
        'run this in a clone of the repository; CUAO_POLICY_DIR names the folder of another signed bundle',
      );
    folder = up;
  }
}

/** Runs `work` with the verified bundle; a bundle that does not verify is exit 6, a missing one 2. */
export async function withPolicy(work: (policy: Policy, folder: string) => Promise<number>): Promise<number> {
  try {
    const folder = policyFolder();
    return await work(await loadPolicy(folder, new SystemClock().nowMs()), folder);
  } catch (error) {
    if (error instanceof Misuse) {
      process.stderr.write(`cuao policy: ${error.message}\n  remedy: ${error.remedy}\n`);
      return exitCodes.usage;
    }
    if (error instanceof BundleFault) {
      process.stderr.write(`cuao policy: ${error.code}: ${error.message}\n`);
      return error.code === 'unreadable' ? exitCodes.absent : exitCodes.notVerified;
    }
    throw error;
  }
}
