// The text form of WebAssembly, as much of it as runtime.wat needs: folded expressions, names instead of numbers.
import { integer, integer64, number } from './module.mjs';

const plain = {
  unreachable: 0x00, return: 0x0f, drop: 0x1a, select: 0x1b,
  'i32.eqz': 0x45, 'i32.eq': 0x46, 'i32.ne': 0x47, 'i32.lt_s': 0x48, 'i32.lt_u': 0x49, 'i32.gt_s': 0x4a, 'i32.gt_u': 0x4b, 'i32.le_u': 0x4d, 'i32.ge_u': 0x4f,
  'i64.eq': 0x51, 'i64.ne': 0x52, 'i64.lt_s': 0x53, 'i64.lt_u': 0x54, 'i64.gt_s': 0x55,
  'i32.add': 0x6a, 'i32.sub': 0x6b, 'i32.mul': 0x6c, 'i32.and': 0x71, 'i32.or': 0x72, 'i32.xor': 0x73, 'i32.shl': 0x74, 'i32.shr_u': 0x76,
  'i64.add': 0x7c, 'i64.sub': 0x7d, 'i64.mul': 0x7e, 'i64.extend_i32_u': 0xad,
};
const memory = {
  'i32.load': [0x28, 2], 'i64.load': [0x29, 0], 'i32.load8_u': [0x2d, 0], 'i32.store': [0x36, 2],
};
const types = { i32: 0x7f, i64: 0x7e };

/** @returns {{name: string, params: number, results: number, body: number[]}[]} of `(func …)`s; parameters and results are i32 */
export function assemble(text, { functions, globals, constants, only = () => true }) {
  const written = parse(text).filter(([, name]) => only({ name: name.slice(1) }));
  const indexOf = (name) => {
    const index = functions(name.slice(1));
    if (index === undefined) throw new Error(`no function ${name}`);
    return index;
  };
  return written.map(([head, name, ...rest]) => {
    if (head !== 'func') throw new Error(`${head} is no function`);
    const locals = [];
    let params = 0;
    let results = 0;
    const instructions = [];
    for (const part of rest) {
      if (part[0] === 'param') params = locals.push([part[1], part[2]]);
      else if (part[0] === 'local') for (const one of part.slice(1, -1)) locals.push([one, part.at(-1)]);
      else if (part[0] === 'result') results = 1;
      else instructions.push(part);
    }
    const scope = { locals: locals.map(([local]) => local), indexOf, globals, constants };
    const declared = locals.slice(params);
    return {
      name: name.slice(1),
      params,
      results,
      body: [...number(declared.length), ...declared.flatMap(([, type]) => [1, types[type]]), ...instructions.flatMap((one) => code(one, scope, [])), 0x0b],
    };
  });
}

function code(expression, scope, labels) {
  const [op, ...args] = expression;
  const inner = (list, under = labels) => list.flatMap((one) => code(one, scope, under));
  const local = () => {
    const index = scope.locals.indexOf(args[0]);
    if (index < 0) throw new Error(`no local ${args[0]}`);
    return number(index);
  };
  const label = () => {
    const depth = labels.indexOf(args[0]);
    if (depth < 0) throw new Error(`no label ${args[0]}`);
    return number(depth);
  };
  switch (op) {
    case 'i32.const': return [0x41, ...integer(constant(args[0], scope))];
    case 'local.get': return [0x20, ...local()];
    case 'local.set': return [...inner(args.slice(1)), 0x21, ...local()];
    case 'local.tee': return [...inner(args.slice(1)), 0x22, ...local()];
    case 'global.get': return [0x23, ...number(scope.globals[args[0].slice(1)])];
    case 'global.set': return [...inner(args.slice(1)), 0x24, ...number(scope.globals[args[0].slice(1)])];
    case 'call': return [...inner(args.slice(1)), 0x10, ...number(scope.indexOf(args[0]))];
    case 'br': return [0x0c, ...label()];
    case 'br_if': return [...inner(args.slice(1)), 0x0d, ...label()];
    case 'block': return [0x02, 0x40, ...inner(args.slice(1), [args[0], ...labels]), 0x0b];
    case 'loop': return [0x03, 0x40, ...inner(args.slice(1), [args[0], ...labels]), 0x0b];
    case 'if': return [...inner(args.slice(0, 1)), 0x04, 0x40, ...inner(args.slice(1), ['', ...labels]), 0x0b];
    case 'i64.const': return [0x42, ...integer64(BigInt(args[0]))];
    case 'memory.copy': return [...inner(args), 0xfc, 0x0a, 0x00, 0x00];
    case 'memory.fill': return [...inner(args), 0xfc, 0x0b, 0x00];
    default: break;
  }
  if (op in plain) return [...inner(args), plain[op]];
  if (!(op in memory)) throw new Error(`no instruction ${op}`);
  const offset = typeof args[0] === 'string' && args[0].startsWith('offset=') ? constant(args.shift().slice(7), scope) : 0;
  const [byte, align] = memory[op];
  return [...inner(args), byte, align, ...number(offset)];
}

function constant(text, { constants }) {
  const value = text.startsWith('$') ? constants[text.slice(1)] : Number(text);
  if (!Number.isInteger(value)) throw new Error(`${text} is no number`);
  return value;
}

/** Lists and words; `;;` begins a comment. */
function parse(text) {
  const tokens = text.replace(/;;.*$/gm, '').match(/[()]|[^\s()]+/g) ?? [];
  const stack = [[]];
  for (const token of tokens) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const done = stack.pop();
      stack.at(-1).push(done);
    } else stack.at(-1).push(token);
  }
  if (stack.length !== 1) throw new Error('brackets do not match');
  return stack[0];
}
