import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, truncateSync } from 'node:fs';
import path from 'node:path';

/** A small ext4 disk of the test's own on a loop device, which can be full or lose its power. Needs root (`able.mjs` says whether). */
export class OwnDisk {
  private constructor(
    private readonly image: string,
    readonly folder: string,
  ) {}

  static make(below: string, mebibytes: number): OwnDisk {
    const disk = new OwnDisk(path.join(below, 'disk.img'), path.join(below, 'disk'));
    mkdirSync(disk.folder, { recursive: true });
    closeSync(openSync(disk.image, 'w'));
    truncateSync(disk.image, mebibytes * 2 ** 20);
    run('mkfs.ext4', '-q', '-F', disk.image);
    disk.mount();
    return disk;
  }

  mount(): void {
    run('mount', '-o', 'loop', this.image, this.folder);
  }

  /** Everybody who has a file open there must have ended. */
  unmount(): void {
    run('umount', this.folder);
  }

  /**
   * As when the plug is pulled: from this moment no write reaches the device, not even what the kernel or the file system's journal
   * hold back; every later call of a program ends with an error (EXT4_IOC_SHUTDOWN without a flush of the journal).
   */
  losePower(): void {
    run('perl', '-e', 'open(D, "<", $ARGV[0]) or die; $b = pack("L", 2); ioctl(D, 0x8004587d, $b) or die "$!"', this.folder);
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
}
