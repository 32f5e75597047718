// Who may read whose files. As root every program gets a user of its own, so that none but the signer can read the log's key.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findProgram, run } from '../setup/command.mjs';

export const members = ['gateway', 'worker', 'edge', 'idp', 'signer', 'witness', 'redis'];
/** These write their own keys and receipts side by side, in folders of a group that only they are in. */
const writers = new Set(['gateway', 'worker', 'edge', 'idp']);

/** Below 65,536 (a container may map no more) and where system managers give numbers out only for a moment. */
const firstUser = 61_184;
const families = 540;
/** The mirror came later: a number below the blocks, which nobody gives out, so that everybody else keeps theirs. */
const firstMirror = 60_706;
const mirrors = firstUser - firstMirror;

/** Users of one city, and the group of its writers: numbers without a name, a block of eight and one that follow from the state folder. */
export function usersFor(hash) {
  const digest = createHash('sha256').update(hash).digest();
  const first = firstUser + (digest.readUInt32BE(0) % families) * 8;
  const own = Object.fromEntries(members.map((name, index) => [name, first + index]));
  return { ...own, writers: first + members.length, mirror: firstMirror + (digest.readUInt32BE(4) % mirrors) };
}

/** A path seen from a program that stands in the checkout but may not walk there: the kernel follows this link without asking the parents. */
const here = '/proc/self/cwd';
export const seenFromHere = (root, text) => (text === root ? here : text.startsWith(`${root}/`) ? here + text.slice(root.length) : text);

const noPower = ['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
const readAnything = [
  '--no-new-privs',
  '--inh-caps=-all,+dac_read_search',
  '--ambient-caps=-all,+dac_read_search',
  '--bounding-set=-all,+dac_read_search',
];

/** Opens, as the program that will run, its code and the state folder (access(2) would not count capabilities). */
const probe = `const fs = require('node:fs');
const [state, ...files] = process.argv.slice(1);
fs.statSync(state + '/.');
for (const file of files) fs.closeSync(fs.openSync(file));`;

/**
 * @typedef {object} Separation
 * @property {'users' | 'users-hidden' | 'bare-root' | 'one-user'} kind
 * @property {Record<string, number> | null} users owner of each program's files, and the group `writers`; null: whoever runs the start owns all
 * @property {(name: string, program: object) => object} dress the same program, to be run as its own user
 * @property {{vi: string, en: string}} sentence
 */

/** Finds the best separation that works on this machine, by trying it. @returns {Promise<Separation>} */
export async function chooseSeparation({ root, state, hash }) {
  if (process.getuid?.() !== 0) return oneUser('không chạy bằng root', 'not started as root');
  const setpriv = await findProgram(['setpriv']);
  if (setpriv === null) return oneUser('thiếu lệnh setpriv', 'the command setpriv is missing');
  const users = usersFor(hash);
  const code = [
    'package.json',
    'node_modules/.package-lock.json',
    'node_modules/fastify/package.json',
    'dist/apps/cli/src/main.js',
    'policies/bundle/manifest.json',
  ]
    .map((file) => path.join(root, file))
    .filter(existsSync);
  for (const candidate of [withUsers(setpriv, users), hidden(setpriv, users, root), bareRoot(setpriv, users)]) {
    if (await works(candidate, { state, code })) return candidate;
  }
  return oneUser('máy này không cho đổi người dùng', 'this machine lets root change no user');
}

async function works(separation, { state, code }) {
  const plain = { command: process.execPath, args: ['-e', probe, state, ...code], cwd: '/', env: { PATH: '/usr/bin:/bin' } };
  for (const name of ['gateway', 'signer']) {
    const { command, args, ...options } = separation.dress(name, plain);
    if ((await run(command, args, { ...options, timeoutMs: 20_000 })).code !== 0) return false;
  }
  return true;
}

function asUser(setpriv, users, name, program, rights = noPower) {
  const groups = writers.has(name) ? ['--groups', String(users.writers)] : ['--clear-groups'];
  const user = ['--reuid', String(users[name]), '--regid', String(users[name]), ...groups];
  return { ...program, command: setpriv, args: [...user, ...rights, '--', program.command, ...program.args] };
}

function withUsers(setpriv, users) {
  return {
    kind: 'users',
    users,
    dress: (name, program) => asUser(setpriv, users, name, program),
    sentence: { vi: 'mỗi tiến trình một người dùng riêng', en: 'every process runs as a user of its own' },
  };
}

/** The checkout lies below a folder closed to others (/root): programs stand in it and see it through their working directory. */
function hidden(setpriv, users, root) {
  const see = (text) => seenFromHere(root, text);
  return {
    kind: 'users-hidden',
    users,
    dress(name, program) {
      const flags = program.command === process.execPath ? ['--preserve-symlinks', '--preserve-symlinks-main'] : [];
      const env = Object.fromEntries(
        Object.entries(program.env).map(([key, value]) => [
          key,
          key === 'LD_LIBRARY_PATH' ? value.split(':').map(see).join(':') : see(value),
        ]),
      );
      return asUser(setpriv, users, name, {
        ...program,
        command: see(program.command),
        args: [...flags, ...program.args.map(see)],
        env,
        cwd: root,
      });
    },
    sentence: {
      vi: 'mỗi tiến trình một người dùng riêng (mã nguồn nằm trong thư mục kín)',
      en: 'every process runs as a user of its own (the checkout lies in a closed folder)',
    },
  };
}

/** Code that others cannot read at all: root without any power over foreign files for most, the signer as its own user. */
function bareRoot(setpriv, users) {
  return {
    kind: 'bare-root',
    users: { ...Object.fromEntries(Object.keys(users).map((name) => [name, 0])), signer: users.signer },
    dress(name, program) {
      if (name === 'signer') return asUser(setpriv, users, name, program, readAnything);
      return { ...program, command: setpriv, args: [...noPower, '--', program.command, ...program.args] };
    },
    sentence: {
      vi: 'mã nguồn chỉ root đọc được: signer có người dùng riêng, các tiến trình khác là root không đặc quyền (khóa của witness không tách riêng)',
      en: 'only root can read the checkout: the signer runs as a user of its own, the others as root without capabilities (the witness key is not kept apart)',
    },
  };
}

function oneUser(vi, en) {
  return {
    kind: 'one-user',
    users: null,
    dress: (_name, program) => program,
    sentence: {
      vi: `một người dùng giữ mọi khóa (${vi}): chỉ để thử nghiệm`,
      en: `one OS user holds all keys (${en}): good for a demo only`,
    },
  };
}
