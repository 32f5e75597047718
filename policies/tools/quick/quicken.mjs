// Makes the compiled policy quicker without changing an answer: see runtime.wat for what is written again, and README.md of
// policies for the figures. The module that goes in is `opa build`'s; the one that comes out is a plain OPA module of the same
// ABI. D3 holds it equal to Go OPA on the sources, D9 to OPA's own conformance cases.
import { readFileSync } from 'node:fs';
import { assemble } from './assembler.mjs';
import { integer, number, openModule, readInteger, readNumber } from './module.mjs';
import { instructionsOf, untouchedBy } from './shared.mjs';

const runtime = readFileSync(new URL('./runtime.wat', import.meta.url), 'utf8');
const replaced = [...runtime.matchAll(/\$([\w]+)\.original/g)].map((m) => m[1]);

/**
 * @param {Buffer} wasm made by `opa build`
 * @param {{replacedField?: string}} options the one field of the question that `with input.<field> as …` replaces, where the
 *   rules replace no other: what does not read it is then found once for all values it takes
 * @returns {Buffer}
 */
export function quickened(wasm, { replacedField } = {}) {
  const module = openModule(wasm);
  const texts = textsOf(module);
  const results = memoised(module);
  const shared = replacedField === undefined ? new Set() : sharedRules(module, texts.addressOf(replacedField));
  results.sort((a, b) => Number(shared.has(b.index)) - Number(shared.has(a.index)) || a.index - b.index);
  const sharedCount = results.filter(({ index }) => shared.has(index)).length;
  const globals = Object.fromEntries([...new Set([...runtime.matchAll(/global\.get \$(\w+)/g)].map((m) => m[1]))].map((name) => [name, module.addGlobal()]));
  // The outer table at 0; then the results that are taken over; then the others.
  const constants = { memoBytes: 4 * (results.length + 1), sharedBytes: 4 * sharedCount, ownAt: 4 * (sharedCount + 1), ownBytes: 4 * (results.length - sharedCount), ...addHashes(module, texts) };

  // OPA leaves out what a policy does not call: that is not replaced either.
  const wanted = ({ name }) => !name.startsWith('opa_') || module.names.has(name);
  for (const name of new Set(replaced)) if (module.names.has(name)) module.keepOriginal(name);
  // Twice: the first time only to learn which functions come new, in their order.
  for (const { name, params, results: count } of assemble(runtime, { functions: () => 0, globals, constants }).filter(wanted))
    if (!module.names.has(name)) module.addFunction(name, params, count, [0, 0x0b]);
  for (const { name, body } of assemble(runtime, { functions: (name) => module.names.get(name), globals, constants, only: wanted })) module.setBody(name, body);
  // Nobody calls them any more; who did would get wrong results, so it stops.
  for (const name of ['opa_memoize_get', 'opa_memoize_insert']) module.setBody(name, [0, 0x00, 0x0b]);
  for (const [i, one] of results.entries()) module.setBody(one.name, withPlace(one, globals.memo, 4 * (i + 1)));
  return module.write();
}

/** Functions that keep their result: they ask for it first (`opa_memoize_get`) and put it away last (`opa_memoize_insert`). */
function memoised(module) {
  const get = module.indexOf('opa_memoize_get');
  const insert = module.indexOf('opa_memoize_insert');
  const found = [];
  for (const [name, index] of module.names) {
    const body = module.body(name);
    if (body === undefined) continue;
    const start = afterLocals(body);
    const own = [0x41, ...integer(index), 0x10, ...number(get), 0x22];
    if (!startsWith(body, start, own)) continue;
    const [local, afterLocal] = readNumber(body, start + own.length);
    const asked = [0x04, 0x40, 0x20, ...number(local), 0x0f, 0x0b];
    const kept = [0x41, ...integer(index), 0x20, ...number(local), 0x10, ...number(insert), 0x0f, 0x0b];
    const end = body.length - kept.length;
    if (!startsWith(body, afterLocal, asked) || !startsWith(body, end, kept)) throw new Error(`${name} keeps its result in a way that is not known here`);
    found.push({ name, index, local, head: body.subarray(0, start), inner: body.subarray(afterLocal + asked.length, end) });
  }
  if (found.length === 0) throw new Error('no function keeps its result: the module is not of the pinned OPA');
  return found;
}

/** A policy that never names the field reads it nowhere, or under a name made at run time: nothing is shared then. */
function sharedRules(module, field) {
  if (field === undefined) return new Set();
  const rules = [...module.names].filter(([name]) => name.startsWith('g0.')).map(([name, index]) => ({ name, index, instructions: instructionsOf(module.body(name), afterLocals(module.body(name))) }));
  return untouchedBy(rules, field, { get: module.indexOf('opa_value_get'), push: module.indexOf('opa_memoize_push') });
}

/** The same function with a place of its own in the table; 1 stands for "asked, and it is undefined", which OPA asks again each time. */
function withPlace({ local, head, inner }, memo, place) {
  const result = [0x20, ...number(local)];
  const asked = [0x23, ...number(memo), 0x28, 2, ...number(place), 0x22, ...number(local), 0x04, 0x40, ...result, 0x41, 0, ...result, 0x41, 1, 0x47, 0x1b, 0x0f, 0x0b];
  const kept = [0x23, ...number(memo), ...result, 0x41, 1, ...result, 0x1b, 0x36, 2, ...number(place), 0x0f, 0x0b];
  return Buffer.concat([head, Buffer.from(asked), inner, Buffer.from(kept)]);
}

/** Position of the first instruction of a body. */
function afterLocals(body) {
  let [groups, at] = readNumber(body, 0);
  for (; groups > 0; groups -= 1) at = readNumber(body, at)[1] + 1;
  return at;
}

function startsWith(bytes, at, wanted) {
  return wanted.every((byte, i) => bytes[at + i] === byte);
}

/**
 * The texts that the policy names lie in the module as ready values, twelve bytes each: type, length, address. Their hashes are
 * put into a table of the same stride behind everything else, and the heap begins after it.
 */
function addHashes(module, { segment, at, count }) {
  const { content, address } = segment;
  const heap = heapBase(module);
  const table = Buffer.alloc(12 * count);
  for (let i = 0; i < count; i += 1) {
    const from = content.readUInt32LE(at + 12 * i + 8) - address;
    table.writeUInt32LE(hash(content.subarray(from, from + content.readUInt32LE(at + 12 * i + 4))), 12 * i);
  }
  const place = Math.ceil(heap.value / 16) * 16;
  // And an index of them by hash, each at its place or the next free one.
  const slots = 2 ** Math.ceil(Math.log2(2 * count + 1));
  const index = Buffer.alloc(4 * slots);
  let longest = 0;
  for (let i = 0; i < count; i += 1) {
    longest = Math.max(longest, content.readUInt32LE(at + 12 * i + 4));
    let slot = table.readUInt32LE(12 * i) % slots;
    while (index.readUInt32LE(4 * slot) !== 0) slot = (slot + 1) % slots;
    index.writeUInt32LE(address + at + 12 * i, 4 * slot);
  }
  const indexPlace = place + Math.ceil(table.length / 16) * 16;
  module.segments.push({ address: place, content: table }, { address: indexPlace, content: index });
  heap.set(indexPlace + Math.ceil(index.length / 16) * 16);
  return { constants: address + at, constantsBytes: table.length, hashes: place - (address + at), index: indexPlace, indexMask: slots - 1, longest };
}

function textsOf(module) {
  for (const segment of module.segments) {
    const { content, address } = segment;
    const isText = (at, from) => at + 12 <= content.length && content.readUInt32LE(at) === 8 && content.readUInt32LE(at + 8) === from;
    // Two truth values (9, 1 and 9, 0) stand before the first text, whose bytes are the first of the segment.
    for (let at = content.indexOf(Buffer.from([9, 1, 9, 0])) + 4; at >= 4; at = content.indexOf(Buffer.from([9, 1, 9, 0]), at) + 4) {
      let count = 0;
      for (let from = address; isText(at + 12 * count, from); count += 1) from += content.readUInt32LE(at + 12 * count + 4) + 1;
      const textAt = (i) => content.subarray(content.readUInt32LE(at + 12 * i + 8) - address).subarray(0, content.readUInt32LE(at + 12 * i + 4));
      const addressOf = (text) => [...Array(count).keys()].filter((i) => textAt(i).toString() === text).map((i) => address + at + 12 * i)[0];
      if (count > 0) return { segment, at, count, addressOf };
    }
  }
  throw new Error('the constants of the policy are not where they are looked for: the module is not of the pinned OPA');
}

/** FNV-1a as wasm/src/value.c has it. */
function hash(bytes) {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value, 0x01000193) ^ byte;
  return value >>> 0;
}

/** `_initialize` begins with `i32.const <heap base>, call opa_malloc_init`. */
function heapBase(module) {
  const body = module.body('_initialize');
  const start = afterLocals(body);
  const [value, after] = readInteger(body, start + 1);
  if (body[start] !== 0x41 || !startsWith(body, after, [0x10, ...number(module.indexOf('opa_malloc_init'))])) throw new Error('the heap does not begin where it is looked for');
  return { value, set: (base) => module.setBody('_initialize', Buffer.concat([body.subarray(0, start), Buffer.from([0x41, ...integer(base)]), body.subarray(after)])) };
}
