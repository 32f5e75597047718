import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  bundledFiles,
  entrypoints,
  evaluate,
  ObligationRegistry,
  policyOf,
  PolicyEngine,
  readBundle,
  readManifest,
  sha256Hex,
  tryInThread,
  tryOut,
  verifyBundle,
  type BundleFiles,
  type Policy,
  type PolicyTrust,
  type Question,
} from '#libs/regulation';
import { SystemClock } from '#libs/kernel';
import { exitCodes } from '../command.js';
import { readFlags } from './flags.js';
import { policyFolder, repositoryFile } from './policy-folder.js';

type Files = Record<keyof BundleFiles, Uint8Array>;
interface Row {
  readonly fault: string;
  readonly wanted: string;
  readonly said: string;
}

const hands = ['CATP', 'SO_KHCN'].map((signer) => ({ signer, ...generateKeyPairSync('ed25519') }));
const trust: PolicyTrust = {
  demo: true,
  note: 'keys of one run of this drill',
  wideningNeedsNote: 0.01,
  signers: hands.map(({ signer, publicKey }) => ({
    signer,
    nameVi: signer,
    nameEn: signer,
    keyId: signer,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  })),
};

/** What a process enforces in which nobody has said what they enforce. */
const obligations = new ObligationRegistry();

/** `cuao policy faults`: copies of the bundle and of the engine are broken on purpose; a table of what each is refused with. */
export async function faultsCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, []);
  if (typeof flags === 'string' || flags.places.length > 0) {
    process.stderr.write('cuao policy faults [--json]\n');
    return exitCodes.usage;
  }
  const files = signed(await readBundle(policyFolder()));
  const nowMs = new SystemClock().nowMs();
  const policy = await policyOf(await tryOut(verifyBundle(files, trust, nowMs, null)));
  const rows = [...(await bundleFaults(files, nowMs)), ...(await engineFaults(policy, nowMs))];
  const wrong = rows.filter(({ wanted, said }) => wanted !== said);
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyFaults', items: rows })}\n`);
  else {
    const width = Math.max(...rows.map(({ fault }) => fault.length));
    for (const { fault, wanted, said } of rows)
      process.stdout.write(
        `${said === wanted ? 'ok  ' : 'FAIL'} ${fault.padEnd(width)}  ${said}${said === wanted ? '' : `, wanted ${wanted}`}\n`,
      );
    process.stdout.write(`${rows.length - wrong.length} passed, ${wrong.length} failed\n`);
  }
  return wrong.length > 0 ? exitCodes.unexpected : exitCodes.ok;
}

/** The manifest fits the files again, and bears both signatures again. */
function signed(files: BundleFiles, manifest: object = {}): Files {
  const hashes = Object.fromEntries(bundledFiles.map((name) => [name, sha256Hex(files[name])]));
  const bytes = Buffer.from(JSON.stringify({ ...readManifest(files), files: hashes, ...manifest }));
  const signatures = hands.map(({ signer, privateKey }) => ({
    signer,
    keyId: signer,
    alg: 'Ed25519',
    signature: sign(null, bytes, privateKey).toString('base64'),
  }));
  return { ...files, manifest: bytes, signatures: Buffer.from(JSON.stringify({ signatures })) };
}

async function bundleFaults(good: Files, nowMs: number): Promise<Row[]> {
  const { sequence } = readManifest(good);
  const flipped = Buffer.from(good['policy.wasm']);
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
  const asking = await readFile(repositoryFile('policies/tools/planted/missing-builtin.wasm'));
  const oneHand = JSON.parse(Buffer.from(good.signatures).toString()) as { signatures: unknown[] };
  const faults: [fault: string, wanted: string, files: Files, after: number | null][] = [
    ['a sound bundle', 'taken', good, null],
    ['a byte added to the manifest', 'bad_signature', { ...good, manifest: Buffer.concat([good.manifest, Buffer.from(' ')]) }, null],
    [
      'one of two signatures',
      'bad_signature',
      { ...good, signatures: Buffer.from(JSON.stringify({ signatures: oneHand.signatures.slice(0, 1) })) },
      null,
    ],
    ['signatures cut off', 'bad_manifest', { ...good, signatures: good.signatures.subarray(0, 40) }, null],
    ['a file cut off', 'bad_hash', { ...good, 'policy.wasm': good['policy.wasm'].subarray(0, 1_000) }, null],
    ['one bit flipped', 'bad_hash', { ...good, 'policy.wasm': flipped }, null],
    ['an empty file', 'bad_hash', { ...good, 'data.json': Buffer.alloc(0) }, null],
    ['an older number', 'rolled_back', good, sequence + 1],
    ['the same number, other content', 'same_sequence', good, sequence],
    ['past its time', 'not_in_time', signed(good, { notAfter: '2019-01-01T00:00:00+07:00' }), null],
    ['before its time', 'not_in_time', signed(good, { notBefore: '2031-01-01T00:00:00+07:00' }), null],
    ['larger than the limit', 'too_large', { ...good, 'data.json': Buffer.alloc(17 << 20) }, null],
    ['an entrypoint missing', 'missing_entrypoint', signed(good, { entrypoints: ['gate/decision'] }), null],
    ['a built-in that no host here gives', 'missing_builtin', signed({ ...good, 'policy.wasm': asking }), null],
    ['no WebAssembly', 'no_policy', signed({ ...good, 'policy.wasm': Buffer.from('no wasm') }), null],
    ['a table missing', 'bad_manifest', signed({ ...good, 'data.json': Buffer.from('{"tables":{}}') }), null],
    ['no golden questions', 'self_test_failed', signed({ ...good, 'golden.json': Buffer.from('{"questions":[]}') }), null],
  ];
  const rows: Row[] = [];
  for (const [fault, wanted, files, afterSequence] of faults) {
    const said = await tryInThread({ files, trust, nowMs, afterSequence }).then(
      () => 'taken',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    );
    rows.push({ fault, wanted, said });
  }
  return rows;
}

async function engineFaults(policy: Policy, nowMs: number): Promise<Row[]> {
  const throwing = (thrown: unknown) => (): never => {
    throw thrown;
  };
  const known = Object.fromEntries(entrypoints.map((name, at) => [name, at]));
  const faults: [fault: string, code: string, evaluate: () => unknown][] = [
    ['the engine throws a string (conflict)', 'eval_error', throwing('var assignment conflict')],
    ['the engine throws an object (built-in)', 'eval_error', throwing({ message: 'not implemented: built-in function 4' })],
    ['the engine throws an Error', 'eval_error', throwing(new Error('abort'))],
    ['memory exhausted', 'eval_error', throwing(new RangeError('WebAssembly.Memory.grow(): maximum memory size exceeded'))],
    ['an empty result', 'no_answer', () => []],
    ['an answer of no known shape', 'no_answer', () => [{ result: true }]],
    ['no result', 'no_answer', () => [{}]],
  ];
  const permits = {
    effect: 'allow',
    denies: [],
    unknowns: [],
    needs: [],
    reasons: [{ rule: 'PD-06', articles: [], message: 'basis_holds', evidence: {} }],
    obligations: [{ code: 'no_such_obligation', mode: 'before', params: {} }],
    deadlines: [],
    fields: { allow: [], mask: {} },
    validUntil: nowMs + 1,
  };
  const question = { action: 'live_view', asOf: nowMs, viewer: { roles: ['public'] } } as unknown as Question;
  const rows: Row[] = [];
  for (const [fault, code, answer] of faults) {
    const engine = await PolicyEngine.start(async () => ({ entrypoints: known, setData: () => undefined, evaluate: answer }), entrypoints);
    rows.push(refusal(fault, `deny POL-8 engine.${code}`, { ...policy, engine }, question));
  }
  const willing = await PolicyEngine.start(
    async () => ({ entrypoints: known, setData: () => undefined, evaluate: () => [{ result: permits }] }),
    entrypoints,
  );
  rows.push(
    refusal('an unknown obligation', 'deny POL-9 obligations.no_such_obligation', { ...policy, engine: willing }, question),
    refusal(
      'the same permission without it',
      'allow  ',
      {
        ...policy,
        engine: await PolicyEngine.start(
          async () => ({ entrypoints: known, setData: () => undefined, evaluate: () => [{ result: { ...permits, obligations: [] } }] }),
          entrypoints,
        ),
      },
      question,
    ),
  );
  const large = { ...question, request: { reason: 'x'.repeat(20_000) } } as unknown as Question;
  rows.push(refusal('a question over the limit', 'deny POL-8 engine.invalid_input', policy, large));
  return rows;
}

function refusal(fault: string, wanted: string, policy: Policy, question: Question): Row {
  const { effect, denies } = evaluate(policy, question, {
    evaluatedAt: 0,
    viewerVersion: null,
    unenforceable: (list) => obligations.unenforceable(list),
  });
  return { fault, wanted, said: `${effect} ${denies[0]?.rule ?? ''} ${denies[0]?.at ?? ''}` };
}
