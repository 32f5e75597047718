// Which process a number means. A pid alone is reused; a pid with its birth is one process for ever.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Birth of a running process: boot id and start tick. null when there is none, or when it is a zombie (dead, not yet collected).
 * Without /proc the start time that `ps` prints serves.
 */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform !== 'linux') return birthByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return birthFrom(stat, readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  } catch {
    return null;
  }
}

/** @param stat one line of /proc/<pid>/stat; the name in it may hold spaces and parentheses, so fields count from the last one */
export function birthFrom(stat, bootId) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTick = fields[19]; // field 22 of the whole line
  return state === 'Z' || state === 'X' || startTick === undefined ? null : `${bootId}:${startTick}`;
}

function birthByPs(pid) {
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    );
  } catch {
    return null;
  }
}

/** Whether the process of this record still runs. */
export function isAlive({ pid, birth }) {
  return birth !== null && birth !== undefined && birthOf(pid) === birth;
}

/** Sends a signal to one process, or to its whole group. @returns false when there is nobody (any more) */
export function sendSignal(pid, signal, { group = false } = {}) {
  try {
    process.kill(group ? -pid : pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
