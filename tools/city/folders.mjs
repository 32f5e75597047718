// The state folder's rooms: who owns each, who may enter. Put right at every start, because the separation may have changed.
import { chmodSync, chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { elsewhereOf } from '../setup/postgres.mjs';
import { SetupError } from '../setup/speech.mjs';

/**
 * [folder, mode, owner, group] for users of their own; names are members of the separation, null is the starter.
 * `keys` and `receipts` are written side by side by the writers, who cannot remove each other's files (sticky), nor read the keys
 * (0600). The receipts each may read, the group is handed down (setgid): the worker looks for entries that the database lost.
 */
const rooms = [
  ['log', 0o755, 'worker', 'worker'],
  ['log/tile', 0o755, 'worker', 'worker'],
  ['log/tile/entries', 0o750, 'worker', 'writers'], // hashes are for everybody; entries the gateway gives to those who may read them
  ['signer', 0o710, 'signer', 'worker'], // the worker walks through to the socket, and sees nothing else
  ['witness', 0o700, 'witness', 'witness'],
  ['redis', 0o700, 'redis', 'redis'],
  ['idp', 0o700, 'idp', 'idp'],
  ['mirror', 0o700, 'mirror', 'mirror'],
  ['handed', 0o750, null, 'mirror'], // what the city hands the mirror's institution: its client key, and whom to believe
  ['keys', 0o1770, null, 'writers'],
  ['receipts', 0o3770, null, 'writers'],
  ['policy', 0o1770, null, 'writers'], // the last good bundle of each process that decides
  ['media', 0o755, null, null],
  ['tools', 0o755, null, null],
  ['logs', 0o700, null, null],
];

/** @param separation from separation.mjs; null while it is not chosen yet: then only the folders are made */
export function prepareFolders(place, separation) {
  mkdirSync(place.state, { recursive: true, mode: 0o700 });
  for (const room of rooms) prepare(path.join(place.state, room[0]), room, separation);
  if (separation !== null && separation.users !== null) share(path.join(place.state, 'receipts'), separation.users.writers);
  // Others may walk through to what is theirs; what lies here is not listed.
  chmodSync(place.state, process.getuid?.() === 0 ? 0o711 : 0o700);
  if (!place.control.startsWith(place.state)) prepareSockets(path.dirname(place.control), separation);
}

function prepare(folder, [, mode, owner, group], separation) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (separation === null) return;
  const { users } = separation;
  if (users !== null) give(folder, owner === null ? 0 : users[owner], group === null ? 0 : users[group], owner !== null);
  chmodSync(folder, users === null ? 0o700 : mode);
}

/** A state folder that lies too deep has its sockets in a folder of their own below /tmp, where anybody may make names. */
function prepareSockets(folder, separation) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { uid } = lstatSync(folder);
  if (uid !== (process.getuid?.() ?? uid))
    throw new SetupError(`${folder} của người khác`, `${folder} belongs to somebody else`, `rm -r ${folder}`);
  prepare(
    path.join(folder, 'signer'),
    rooms.find(([name]) => name === 'signer'),
    separation,
  );
}

/** Gives a folder to its owner; all it holds as well, when the folder belonged to somebody else. */
function give(folder, uid, gid, withContent) {
  const before = statSync(folder);
  if (before.uid === uid && before.gid === gid) return;
  lchownSync(folder, uid, gid);
  if (!withContent || before.uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true })) lchownSync(path.join(folder, entry), uid, gid);
}

/** What writers of an earlier start, or of an earlier version, left for themselves alone. */
function share(folder, gid) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const entry = path.join(folder, name);
    const stat = lstatSync(entry);
    if (stat.gid === gid || !(stat.isDirectory() || stat.isFile())) continue;
    lchownSync(entry, stat.uid, gid);
    chmodSync(entry, stat.isDirectory() ? 0o2750 : 0o640);
  }
}

/** The signer's socket, after each of its starts: the worker may speak to it, nobody else may. */
export function openSignerDoor(socket, users) {
  if (users === null || !existsSync(socket)) return;
  chownSync(socket, users.signer, users.worker);
  chmodSync(socket, 0o660);
}

/** Nothing of a stopped city stays outside its state folder but data that could not lie in it. */
export function removeSockets(place) {
  if (!place.control.startsWith(place.state)) rmSync(path.dirname(place.control), { recursive: true, force: true });
}

/** Forgets a city: all but what was fetched (`tools`) and the record that the starter holds. */
export function forget(place) {
  for (const entry of readdirSync(place.state)) {
    if (entry === 'tools' || entry.startsWith('run.json')) continue;
    rmSync(path.join(place.state, entry), { recursive: true, force: true });
  }
  const elsewhere = path.join(elsewhereOf(place.hash), 'pg');
  if (process.getuid?.() === 0 && existsSync(elsewhere)) rmSync(elsewhere, { recursive: true, force: true });
}
