import { completeLock, lackingPackages, missingOptional, platformOf } from '../../tools/setup/lock-file.mjs';

const lock = (packages: Record<string, object>) => ({ lockfileVersion: 3, packages });

describe('the lock file', () => {
  it.each([
    ['@swc/core-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@unrs/resolver-binding-linux-riscv64-musl', { os: ['linux'], cpu: ['riscv64'], libc: ['musl'] }],
    ['@swc/core-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@unrs/resolver-binding-openharmony-arm64', { os: ['openharmony'], cpu: ['arm64'] }],
    ['fsevents', { os: ['darwin'] }],
  ])('reads the platform of %s from its name', (name, wanted) => {
    expect(platformOf(name)).toEqual(wanted);
  });

  it('never lets an unknown platform fit this machine', () => {
    expect(platformOf('some-helper')).toEqual({ os: ['none'] });
  });

  it('adds only exact optional entries that nobody on the way up has, and keeps the order', () => {
    const before = lock({
      '': {},
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'x-linux-x64': '1.0.0', 'x-darwin-arm64': '1.0.0', ranged: '^2.0.0' },
      },
      'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { 'y-win32-x64': '3.0.0', 'x-linux-x64': '1.0.0' } },
      'node_modules/x-linux-x64': { version: '1.0.0' },
      'node_modules/zz': { version: '1.0.0' },
    });
    expect(missingOptional(before).map(({ name }: { name: string }) => name)).toEqual(['x-darwin-arm64', 'y-win32-x64']);
    const after = completeLock(before);
    expect(missingOptional(after)).toEqual([]);
    expect(after.packages['node_modules/x-darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    });
    expect(Object.keys(after.packages).at(-1)).toBe('node_modules/zz');
  });

  it('finds what an install lacks: nothing written, another version, a deleted folder; not a foreign platform', () => {
    const wanted = lock({
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/c': { version: '1.0.0', optional: true },
    });
    const installed = lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
    expect(lackingPackages(wanted, null, () => true)).toHaveLength(1);
    expect(lackingPackages(wanted, installed, () => true)).toEqual([]);
    expect(lackingPackages(wanted, installed, (key: string) => key !== 'node_modules/b')).toEqual(['node_modules/b']);
    expect(lackingPackages(lock({ 'node_modules/b': { version: '2.0.1' } }), installed, () => true)).toEqual(['node_modules/b']);
    expect(lackingPackages(lock({ 'node_modules/new': { version: '1.0.0' } }), installed, () => true)).toEqual(['node_modules/new']);
  });
});
