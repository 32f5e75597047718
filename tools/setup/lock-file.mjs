// What package-lock.json says, and what is missing from it. Pure: no files, no network.

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/**
 * Operating system, processor and C library that a platform package is for, read from its name
 * (`@swc/core-linux-arm64-musl`). npm installs an entry only where these fit, so a wrong guess must never fit us:
 * a name without a known system is given one that nobody runs.
 */
export function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = systems.find((system) => words.includes(system)) ?? (name === 'fsevents' ? 'darwin' : undefined);
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return {
    os: [os ?? 'none'],
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined || os !== 'linux' ? {} : { libc: [libc] }),
  };
}

/** The lock entry that a package at `from` gets when it asks for `name`, by Node's own look-up; undefined when there is none. */
function resolved(packages, from, name) {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}/node_modules/${name}`] !== undefined) return `${folder}/node_modules/${name}`;
  }
  return packages[`node_modules/${name}`] === undefined ? undefined : `node_modules/${name}`;
}

/** Optional dependencies with an exact version that npm left out because the registry did not serve them (npm/cli#9343). */
export function missingOptional(lock) {
  const missing = [];
  for (const [from, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (/^\d+\.\d+\.\d+/.test(version) && resolved(lock.packages, from, name) === undefined)
        missing.push({ from, name, version, dev: entry.dev === true });
    }
  }
  return missing;
}

/** The same lock with every missing platform entry; `npm ci` accepts it, and later `npm install` keeps the entries. */
export function completeLock(lock) {
  const added = {};
  for (const { name, version, dev } of missingOptional(lock)) {
    const { os, cpu, libc } = platformOf(name);
    added[`node_modules/${name}`] ??= { version, ...(cpu && { cpu }), ...(dev && { dev }), ...(libc && { libc }), optional: true, os };
  }
  const byName = ([left], [right]) => left.localeCompare(right, 'en');
  return { ...lock, packages: Object.fromEntries([...Object.entries(lock.packages), ...Object.entries(added)].sort(byName)) };
}

/**
 * What an installed tree lacks against the lock.
 * @param lock package-lock.json
 * @param installed node_modules/.package-lock.json, which npm writes last; null when it is not there
 * @param folderExists (`node_modules/x`) => boolean
 */
export function lackingPackages(lock, installed, folderExists) {
  if (installed === null) return ['node_modules/.package-lock.json'];
  const lacking = [];
  for (const [key, entry] of Object.entries(lock.packages)) {
    if (key === '' || entry.link === true) continue;
    const there = installed.packages[key];
    if (there === undefined ? entry.optional !== true : there.version !== entry.version || !folderExists(key)) lacking.push(key);
  }
  return lacking;
}
