import { loadPolicy, type LoadedPolicy } from '@open-policy-agent/opa-wasm';

/** Why the engine gave no answer; each of them is enforced as a denial. */
export type EngineFaultCode = 'engine_unavailable' | 'unknown_entrypoint' | 'invalid_input' | 'eval_error' | 'no_answer';
export type EngineAnswer =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'fault'; readonly code: EngineFaultCode; readonly detail: string };

/** JSON text of an object, or its UTF-8 bytes. */
export type QuestionJson = string | Uint8Array;

/** One policy in its own memory; tests put broken ones in its place. */
export interface PolicyInstance {
  /** Name → number. */
  readonly entrypoints: unknown;
  /** @returns the result set. @throws whatever the SDK throws */
  readonly evaluate: (question: QuestionJson, entrypoint: string) => unknown;
  readonly setData: (data: object) => void;
  /** The module's own memory, where it has one. */
  readonly mem?: { readonly buffer: ArrayBuffer };
}
export type MakeInstance = () => Promise<PolicyInstance>;

const pageBytes = 65_536;
const mostPages = 1_024;
/** From here an instance is replaced by a fresh one: its memory grows to what its largest question took, and never shrinks. */
const mostKeptBytes = (mostPages / 2) * pageBytes;

/** Native memory is sized ahead: growing page by page blocks the event loop (`policy-engine.md` 1.4). */
export function instanceMaker(module: WebAssembly.Module, data: object, dataBytes: number): MakeInstance {
  const initial = Math.min(mostPages / 4, Math.ceil((dataBytes * 12) / pageBytes) + 32);
  return async () => {
    const policy = await loadPolicy(module, { initial, maximum: mostPages });
    const wanted = hostBuiltins(policy);
    if (wanted.length > 0) throw new Error(`the policy asks its host for built-ins that nobody gives: ${wanted.join(', ')}`);
    policy.setData(data);
    return oneShot(policy);
  };
}

/**
 * The call that the SDK makes, without its copies: text goes straight into the module's memory and comes straight out, which
 * saves 7 µs of a question. Where that is not possible the SDK itself is asked.
 */
function oneShot(policy: LoadedPolicy): PolicyInstance {
  const { mem } = policy;
  const { opa_eval: run } = exportsOf(policy);
  const ids = new Map(Object.entries(policy.entrypoints as Record<string, number>));
  let memory = Buffer.from(mem.buffer);
  const evaluate = (question: QuestionJson, entrypoint: string): unknown => {
    const id = ids.get(entrypoint);
    const from: unknown = policy.dataHeapPtr;
    if (typeof run !== 'function' || id === undefined || typeof from !== 'number') return policy.evaluate(encoded(question), entrypoint);
    // The module grows its memory by itself, and what was looked at before is gone then. UTF-8 takes at most three bytes a unit.
    if (memory.buffer !== mem.buffer) memory = Buffer.from(mem.buffer);
    if (from + question.length * 3 > memory.byteLength) return policy.evaluate(encoded(question), entrypoint);
    let length = question.length;
    if (typeof question === 'string') length = memory.write(question, from, 'utf8');
    else memory.set(question, from);
    const result: unknown = run(0, id, policy.dataAddr, from, length, from + length, 0);
    if (memory.buffer !== mem.buffer) memory = Buffer.from(mem.buffer);
    if (typeof result !== 'number') throw new Error('the module returned no address');
    return JSON.parse(memory.toString('utf8', result, memory.indexOf(0, result)));
  };
  return { mem, entrypoints: policy.entrypoints, setData: (data) => policy.setData(data), evaluate };
}

function exportsOf(policy: LoadedPolicy): Readonly<Record<string, unknown>> {
  return policy.wasmInstance instanceof WebAssembly.Instance ? policy.wasmInstance.exports : policy.wasmInstance.instance.exports;
}

/** Names in the module's `builtins` export. Ours asks for none: a missing one would only be seen when its rule is reached. */
function hostBuiltins(policy: LoadedPolicy): string[] {
  const { builtins, opa_json_dump: dump } = exportsOf(policy);
  if (typeof builtins !== 'function' || typeof dump !== 'function') throw new Error('the module is no OPA policy');
  const from: unknown = dump(builtins());
  if (typeof from !== 'number') throw new Error('the module does not list its built-ins');
  const bytes = new Uint8Array(policy.mem.buffer, from);
  return Object.keys(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)))) as object);
}

/**
 * The one file that touches the OPA SDK. Promises: never throws on `ask`; whatever the SDK throws (strings, plain objects,
 * errors), an empty result or an unknown entrypoint becomes a typed fault; an instance that failed is never asked again.
 */
export class PolicyEngine {
  private spare: Promise<PolicyInstance | null> | null = null;
  private ready: PolicyInstance | null;
  private standby: PolicyInstance | null = null;
  private dropped = 0;

  private constructor(
    first: PolicyInstance,
    private readonly make: MakeInstance,
    private readonly entrypoints: ReadonlySet<string>,
    private readonly mostBytes: number,
  ) {
    this.ready = first;
  }

  /** @throws what the SDK throws: an engine that cannot start must not come into being. */
  static async start(make: MakeInstance, entrypoints: readonly string[], mostBytes = mostKeptBytes): Promise<PolicyEngine> {
    const first = await make();
    const has = Object.keys(first.entrypoints as Record<string, number>).sort();
    if (has.join() !== [...entrypoints].sort().join())
      throw new Error(`entrypoints are ${has.join(', ')}, wanted ${entrypoints.join(', ')}`);
    const engine = new PolicyEngine(first, make, new Set(entrypoints), mostBytes);
    await engine.warm();
    return engine;
  }

  /** Synchronous, so it cannot be pre-empted: a larger input than `mostBytes` is not asked. */
  ask(entrypoint: string, input: QuestionJson, mostBytes: number): EngineAnswer {
    if (!this.entrypoints.has(entrypoint)) return fault('unknown_entrypoint', entrypoint);
    if (typeof input === 'string' ? !input.startsWith('{') : input[0] !== 0x7b) return fault('invalid_input', 'the question is no object');
    const bytes = typeof input === 'string' ? Buffer.byteLength(input) : input.length;
    if (bytes > mostBytes) return fault('invalid_input', `the question has ${bytes} bytes, the limit is ${mostBytes}`);
    const instance = this.ready ?? this.standby;
    if (instance === null) return fault('engine_unavailable', 'every instance failed; a new one is being made');
    try {
      const results: unknown = instance.evaluate(input, entrypoint);
      this.watch(instance);
      if (!Array.isArray(results) || results.length !== 1) return fault('no_answer', 'the policy left the question undefined');
      const [first] = results as [unknown];
      if (typeof first !== 'object' || first === null || !('result' in first)) return fault('no_answer', 'the result has no value');
      return { kind: 'value', value: first.result };
    } catch (thrown) {
      this.replace(instance);
      return fault('eval_error', describeThrown(thrown));
    }
  }

  /** Bytes of the memory that answers are made in; it grows to what the largest question took and never shrinks. */
  get memoryBytes(): number {
    return (this.ready ?? this.standby)?.mem?.buffer.byteLength ?? 0;
  }

  /** Instances that failed or grew too large, since the start. */
  get replaced(): number {
    return this.dropped;
  }

  /** Makes the stand-by instance, if there is none; resolves when it is there or failed to come. */
  async warm(): Promise<void> {
    if (this.standby !== null) return;
    this.spare ??= this.make().catch(() => null);
    const made = await this.spare;
    this.spare = null;
    if (made === null) return;
    if (this.ready === null) this.ready = made;
    else this.standby = made;
  }

  /** What grew too large goes once another one stands by: a large question must not leave the house without an engine. */
  private watch(instance: PolicyInstance): void {
    if ((instance.mem?.buffer.byteLength ?? 0) <= this.mostBytes) return;
    if (instance === this.ready && this.standby !== null) this.replace(instance);
    else void this.warm();
  }

  private replace(failed: PolicyInstance): void {
    this.dropped += 1;
    if (this.standby === failed) this.standby = null;
    if (this.ready === failed) {
      this.ready = this.standby;
      this.standby = null;
    }
    void this.warm();
  }
}

const encoder = new TextEncoder();

/** An ArrayBuffer spares the SDK its own encoding. */
function encoded(question: QuestionJson): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = typeof question === 'string' ? encoder.encode(question) : Uint8Array.from(question);
  return byteOffset === 0 && byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

function fault(code: EngineFaultCode, detail: string): EngineAnswer {
  return { kind: 'fault', code, detail };
}

/** The SDK throws strings, `{message}` objects and Errors. */
function describeThrown(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return String(thrown);
}
