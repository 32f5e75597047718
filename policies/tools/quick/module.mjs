// A WebAssembly module as its sections, taken apart just far enough to replace the bodies of functions and to add to its ends.
// Nothing is renumbered: what is added comes last, so every index and address in the module stays what it was.

const ids = { custom: 0, type: 1, import: 2, function: 3, global: 6, code: 10, data: 11 };
const i32 = 0x7f;

/** Unsigned LEB128. @returns {[number, number]} value and the position after it */
export function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

/** Signed LEB128 of 32 bits. @returns {[number, number]} */
export function readInteger(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 0x7f) << shift;
    if (bytes[at] < 0x80) return [shift < 25 && (bytes[at] & 0x40) !== 0 ? value | (-1 << (shift + 7)) : value, at + 1];
  }
}

export function number(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

export function integer(value) {
  const bytes = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

export function integer64(value) {
  const bytes = [];
  for (;;) {
    const low = Number(value & 0x7fn);
    value >>= 7n;
    if ((value === 0n && (low & 0x40) === 0) || (value === -1n && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const sized = (bytes) => Buffer.concat([Buffer.from(number(bytes.length)), Buffer.from(bytes)]);

/** Items of a section, each `read(bytes, at)` → [item, after]. */
function list(bytes, read) {
  const [count, from] = readNumber(bytes, 0);
  const items = [];
  let at = from;
  for (let i = 0; i < count; i += 1) {
    const [item, after] = read(bytes, at);
    items.push(item);
    at = after;
  }
  return items;
}

const vector = (items) => Buffer.concat([Buffer.from(number(items.length)), ...items]);
const blob = (bytes, at) => {
  const [size, from] = readNumber(bytes, at);
  return [bytes.subarray(from, from + size), from + size];
};

function readType(bytes, at) {
  const [params, afterParams] = blob(bytes, at + 1);
  const [, after] = blob(bytes, afterParams);
  return [bytes.subarray(at, after), after, params];
}

function readImport(bytes, at) {
  const [, afterModule] = blob(bytes, at);
  const [, afterName] = blob(bytes, afterModule);
  const kind = bytes[afterName];
  // OPA imports its memory with a lower limit only, and functions.
  if (kind !== 0 && (kind !== 2 || bytes[afterName + 1] !== 0)) throw new Error('an import is neither a function nor a memory without limit');
  const [value, after] = readNumber(bytes, afterName + (kind === 2 ? 2 : 1));
  return [{ kind, head: bytes.subarray(at, afterName), value }, after];
}

const writeImport = ({ kind, head, value }) => Buffer.concat([head, Buffer.from(kind === 2 ? [2, 0, ...number(value)] : [0, ...number(value)])]);

/** Active segments of memory 0: `0, i32.const <offset>, end, bytes`. */
function readSegment(bytes, at) {
  if (bytes[at] !== 0 || bytes[at + 1] !== 0x41) throw new Error('a data segment has no constant address');
  const [address, end] = readInteger(bytes, at + 2);
  const [content, after] = blob(bytes, end + 1);
  return [{ address, content }, after];
}

const writeSegment = ({ address, content }) => Buffer.concat([Buffer.from([0, 0x41, ...integer(address), 0x0b]), sized(content)]);

export function openModule(wasm) {
  const sections = [];
  for (let at = 8; at < wasm.length; ) {
    const [content, after] = blob(wasm, at + 1);
    sections.push({ id: wasm[at], content });
    at = after;
  }
  const section = (name) => {
    const found = sections.find(({ id }) => id === ids[name]);
    if (found === undefined) throw new Error(`the module has no ${name} section`);
    return found;
  };
  const imports = list(section('import').content, readImport);
  const types = list(section('type').content, (bytes, at) => readType(bytes, at).slice(0, 2));
  const functions = list(section('function').content, readNumber);
  const bodies = list(section('code').content, blob);
  const segments = list(section('data').content, readSegment);
  const imported = imports.filter(({ kind }) => kind === 0).length;
  const [globals] = readNumber(section('global').content, 0);
  const addedGlobals = [];
  const names = namesOf(sections);
  const indexOf = (name) => {
    const index = names.get(name);
    if (index === undefined) throw new Error(`the module has no function ${name}`);
    return index;
  };
  const typeOf = (params, results) => {
    const wanted = Buffer.from([0x60, ...number(params), ...Array(params).fill(i32), ...number(results), ...Array(results).fill(i32)]);
    const known = types.findIndex((type) => wanted.equals(type));
    return known >= 0 ? known : types.push(wanted) - 1;
  };

  return {
    names,
    indexOf,
    segments,
    body: (name) => bodies[indexOf(name) - imported],
    setBody: (name, body) => { bodies[indexOf(name) - imported] = Buffer.from(body); },
    /** @returns its index */
    addFunction(name, params, results, body) {
      functions.push(typeOf(params, results));
      names.set(name, imported + bodies.push(Buffer.from(body)) - 1);
      return names.get(name);
    },
    /** A second name for what a function is now, before its body is replaced. */
    keepOriginal(name) {
      functions.push(functions[indexOf(name) - imported]);
      names.set(`${name}.original`, imported + bodies.push(bodies[indexOf(name) - imported]) - 1);
    },
    addGlobal: () => globals + addedGlobals.push(Buffer.from([i32, 1, 0x41, 0, 0x0b])) - 1,
    write() {
      const end = Math.max(...segments.map(({ address, content }) => address + content.length));
      const replaced = {
        [ids.type]: vector(types),
        [ids.import]: vector(imports.map((one) => writeImport(one.kind === 2 ? { ...one, value: Math.max(one.value, Math.ceil(end / 65_536)) } : one))),
        [ids.function]: vector(functions.map((type) => Buffer.from(number(type)))),
        [ids.code]: vector(bodies.map(sized)),
        [ids.data]: vector(segments.map(writeSegment)),
      };
      return Buffer.concat([wasm.subarray(0, 8), ...sections.flatMap(({ id, content }) => [Buffer.from([id]), sized(id === ids.global ? withAdded(content) : (replaced[id] ?? content))])]);
    },
  };

  function withAdded(content) {
    const [, from] = readNumber(content, 0);
    return Buffer.concat([Buffer.from(number(globals + addedGlobals.length)), content.subarray(from), ...addedGlobals]);
  }
}

/** Function names of the `name` section. @returns {Map<string, number>} */
function namesOf(sections) {
  for (const { id, content } of sections) {
    if (id !== ids.custom) continue;
    const [title, start] = blob(content, 0);
    if (title.toString() !== 'name') continue;
    for (let at = start; at < content.length; ) {
      const [part, after] = blob(content, at + 1);
      if (content[at] === 1) {
        return new Map(list(part, (bytes, from) => {
          const [index, next] = readNumber(bytes, from);
          const [name, end] = blob(bytes, next);
          return [[name.toString(), index], end];
        }));
      }
      at = after;
    }
  }
  throw new Error('the module has no names');
}
