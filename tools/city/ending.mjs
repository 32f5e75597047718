// Ending what a record names: used by the guard when the starter is gone, and by the next start when both are.
import { readdirSync, readFileSync } from 'node:fs';
import { birthOf, isAlive, sendSignal } from './identity.mjs';

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Our own programs end before the databases they speak to. */
const stages = [(name) => name !== 'postgres' && name !== 'redis', (name) => name === 'redis', (name) => name === 'postgres'];

/**
 * Stops the processes in order: politely, then by force, and whatever they started themselves and left in their group.
 * @param processes [{name, pid, birth}]; a number that means another process by now is left alone
 * @returns names of those that were still running
 */
export async function endProcesses(processes, { politeMs = 6_000 } = {}) {
  const found = [];
  for (const belongs of stages) {
    const stage = processes.filter((each) => belongs(each.name) && hasLeft(each));
    for (const each of stage.filter(isAlive)) {
      found.push(each.name);
      sendSignal(each.pid, each.name === 'postgres' ? 'SIGINT' : 'SIGTERM'); // SIGINT is PostgreSQL's fast shutdown
    }
    const until = performance.now() + politeMs;
    while (stage.some(isAlive) && performance.now() < until) await sleep(25);
    for (const each of stage.filter(hasLeft)) sendSignal(each.pid, 'SIGKILL', { group: true });
  }
  return found;
}

/**
 * Whether the process or its group is there. A group keeps its number from being given to a new process,
 * so members without a leader are ours; a leader with another birth is a stranger with a group of its own.
 */
function hasLeft({ pid, birth }) {
  const leader = birthOf(pid);
  if (leader !== null) return leader === birth;
  return typeof birth === 'string' && birth.startsWith(`${bootId()}:`) && groupMembers(pid).length > 0;
}

function bootId() {
  return birthOf(process.pid)?.split(':')[0];
}

/** Living members of a process group (field 5 of /proc/<pid>/stat). */
function groupMembers(group) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && groupOf(entry) === group);
}

function groupOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? null : Number(group);
  } catch {
    return null;
  }
}
