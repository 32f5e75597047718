// Which rules say the same of every camera of a page: those that read nothing of `input.camera`, themselves or through others.
// Their results are taken over into the table that `with input.camera as …` opens, instead of being found again for each.
import { readNumber } from './module.mjs';

const input = 0;
const getLocal = 0x20;
const constant = 0x41;
const callTo = 0x10;

/** Instructions of a body that OPA compiled, in their order; nesting does not matter here. @returns {{op: number, value?: number}[]} */
export function instructionsOf(body, start) {
  const found = [];
  for (let at = start; at < body.length; ) {
    const op = body[at];
    let after = at + 1;
    let value;
    const read = () => { [value, after] = readNumber(body, after); };
    const skip = () => { after = readNumber(body, after)[1]; };
    if (op === 0x02 || op === 0x03 || op === 0x04) after += 1;
    else if (op === 0x0c || op === 0x0d || op === callTo || (op >= getLocal && op <= 0x24) || op === 0x42) read();
    else if (op === constant) {
      const from = after;
      skip();
      value = signed(body, from, after);
    } else if (op === 0x11 || (op >= 0x28 && op <= 0x3e)) {
      read();
      skip();
    } else if (!(op <= 0x01 || op === 0x0b || op === 0x0f || op === 0x05 || op === 0x1a || op === 0x1b || (op >= 0x45 && op <= 0xc4))) throw new Error(`instruction ${op} is not known here`);
    found.push({ op, value });
    at = after;
  }
  return found;
}

function signed(bytes, from, after) {
  let value = 0;
  for (let at = from, shift = 0; at < after; at += 1, shift += 7) value |= (bytes[at] & 0x7f) << shift;
  const bits = 7 * (after - from);
  return bits < 32 && (bytes[after - 1] & 0x40) !== 0 ? value | (-1 << bits) : value;
}

/**
 * @param {{name: string, index: number, instructions: {op: number, value?: number}[]}[]} rules every function that OPA compiled from rules
 * @param {number} field address of the text `camera`
 * @param {{get: number, push: number}} runtime indices of `opa_value_get` and of what opens a table
 * @returns {Set<number>} indices of the rules that read nothing of it. What is not understood counts as reading it.
 */
export function untouchedBy(rules, field, { get, push }) {
  const known = new Set(rules.map(({ index }) => index));
  const callers = new Map(rules.map(({ index }) => [index, []]));
  const touched = [];
  for (const { index, instructions } of rules) {
    if (instructions.some((one, at) => reads(instructions, at))) touched.push(index);
    for (const { op, value } of instructions) if (op === callTo && known.has(value)) callers.get(value).push(index);
  }
  const all = new Set(touched);
  for (const index of touched) for (const caller of callers.get(index)) if (!all.has(caller)) touched.push(caller) && all.add(caller);
  return new Set([...known].filter((index) => !all.has(index)));

  function reads(instructions, at) {
    const { op, value } = instructions[at];
    // Rules asked by a name made at run time, tables opened, the question itself replaced.
    if (op === 0x11 || (op === callTo && value === push) || ((op === 0x21 || op === 0x22) && value === input)) return true;
    if (op !== getLocal || value !== input) return false;
    const [next, after] = instructions.slice(at + 1, at + 3);
    // input.<another name>
    if (next?.op === constant && after?.op === callTo && after.value === get) return next.value === field;
    // The question and the data, handed on to another rule (which is looked at itself) with further arguments.
    if (next?.op !== getLocal || next.value !== 1) return true;
    for (let i = at + 2; ; i += 1) {
      const one = instructions[i];
      if (one?.op === callTo) return !known.has(one.value);
      if (one?.op !== constant && (one?.op !== getLocal || one.value === input)) return true;
    }
  }
}
