// `.cuao/run.json`: who runs the city and where it answers. Exactly one starter holds it.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf, isAlive } from './identity.mjs';

/**
 * Claims `file` for this process. `link()` either makes the name or fails, so of any number of starters one wins.
 * A dead holder's record may be replaced only by whoever first claims the right to replace that very record
 * (`file.<id of the dead holder>`, claimed the same way): so nobody replaces a living one, and the winner knows what the dead one left.
 * @param content what to write, beside `holder`
 * @returns {{won: true, stale: object|null} | {won: false, record: object}}
 */
export function claim(file, content = {}) {
  const own = `${file}.claim-${process.pid}`;
  const holder = { pid: process.pid, birth: birthOf(process.pid) };
  writeFileSync(own, JSON.stringify({ ...content, holder }), { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(own, file)) return { won: true, stale: null };
      const record = readRecord(file);
      if (record === null) continue; // it was released between the two looks
      if (isAlive(record.holder)) return { won: false, record };
      if (replaceDead(file, record, own)) return { won: true, stale: record };
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** @returns whether our record now stands where the dead one stood */
function replaceDead(file, record, own) {
  const right = `${file}.${record.holder.pid}-${String(record.holder.birth).split(':').at(-1)}`;
  if (!claim(right).won) return false;
  try {
    const now = readRecord(file);
    if (now === null || !sameHolder(now, record)) return false;
    renameSync(own, file);
    return true;
  } finally {
    rmSync(right, { force: true });
  }
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The record, or null when there is none. A claimed record is whole from the first moment: it was linked, not written. */
export function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces the content of a record that this process holds. */
export function updateRecord(file, content) {
  const next = `${file}.next-${process.pid}`;
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
}

/** Removes the record if `holder` still holds it. */
export function release(file, holder) {
  const record = readRecord(file);
  if (record !== null && sameHolder(record, { holder })) rmSync(file, { force: true });
}

const sameHolder = (left, right) => left.holder?.pid === right.holder?.pid && left.holder?.birth === right.holder?.birth;
