import { generateKeyPairSync, sign } from 'node:crypto';
import path from 'node:path';
import {
  BundleFault,
  readBundleFiles,
  readTrust,
  sha256Hex,
  type BundleFiles,
  type PolicyTrust,
} from '../../libs/regulation/src/bundle.js';
import { evaluate } from '../../libs/regulation/src/decider.js';
import { PolicyEngine, type PolicyInstance } from '../../libs/regulation/src/engine.js';
import { entrypoints, startPolicy, type Policy } from '../../libs/regulation/src/policy.js';
import { decide, loadCommitted, policyRoot, readCases, someday, type PolicyCase } from './policy-cases.js';

const hands = ['CATP', 'SO_KHCN'].map((signer) => ({ signer, ...generateKeyPairSync('ed25519') }));
const testTrust: PolicyTrust = {
  demo: true,
  note: 'keys of this test',
  wideningNeedsNote: 0.01,
  signers: hands.map(({ signer, publicKey }) => ({
    signer,
    nameVi: signer,
    nameEn: signer,
    keyId: signer,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  })),
};

/** The committed bundle with files and manifest changed, signed again by the two test keys. */
async function resigned(change: { files?: Partial<Record<keyof BundleFiles, string>>; manifest?: object }): Promise<BundleFiles> {
  const files = { ...(await readBundleFiles(path.join(policyRoot, 'bundle'))) } as Record<keyof BundleFiles, Uint8Array>;
  for (const [name, text] of Object.entries(change.files ?? {})) files[name as keyof BundleFiles] = Buffer.from(text);
  const manifest = JSON.parse(Buffer.from(files.manifest).toString()) as { files: Record<string, string> };
  for (const name of Object.keys(manifest.files)) manifest.files[name] = sha256Hex(files[name as keyof BundleFiles]);
  files.manifest = Buffer.from(JSON.stringify({ ...manifest, ...change.manifest }));
  files.signatures = Buffer.from(
    JSON.stringify({
      signatures: hands.map(({ signer, privateKey }) => ({
        signer,
        keyId: signer,
        alg: 'Ed25519',
        signature: sign(null, files.manifest, privateKey).toString('base64'),
      })),
    }),
  );
  return files;
}

async function refusal(start: Promise<Policy>): Promise<string> {
  return start.then(
    () => 'taken',
    (error: unknown) => (error instanceof BundleFault ? error.code : String(error)),
  );
}

describe('a policy bundle', () => {
  it('is taken with both signatures', async () => {
    expect(await refusal(startPolicy(await resigned({}), testTrust, someday, null))).toBe('taken');
  });

  it('is refused with a bad, missing or foreign signature', async () => {
    const good = await resigned({});
    const one = JSON.parse(Buffer.from(good.signatures).toString()) as { signatures: object[] };
    const trust = await readTrust(path.join(policyRoot, 'trust.json'));
    expect(
      await refusal(startPolicy({ ...good, manifest: Buffer.concat([good.manifest, Buffer.from(' ')]) }, testTrust, someday, null)),
    ).toBe('bad_signature');
    expect(
      await refusal(
        startPolicy(
          { ...good, signatures: Buffer.from(JSON.stringify({ signatures: one.signatures.slice(0, 1) })) },
          testTrust,
          someday,
          null,
        ),
      ),
    ).toBe('bad_signature');
    expect(await refusal(startPolicy(good, trust, someday, null))).toBe('bad_signature');
    expect(await refusal(startPolicy({ ...good, signatures: Buffer.from('{"signatures":[]}') }, testTrust, someday, null))).toBe(
      'bad_signature',
    );
  });

  it('is refused when a file is not the signed one, cut off or rolled back', async () => {
    const good = await resigned({});
    expect(await refusal(startPolicy({ ...good, 'policy.wasm': good['policy.wasm'].subarray(0, 1_000) }, testTrust, someday, null))).toBe(
      'bad_hash',
    );
    expect(await refusal(startPolicy({ ...good, 'data.json': Buffer.from('{}') }, testTrust, someday, null))).toBe('bad_hash');
    expect(await refusal(startPolicy(good, testTrust, someday, 1))).toBe('same_sequence');
    expect(await refusal(startPolicy(good, testTrust, someday, 2))).toBe('rolled_back');
    expect(await refusal(startPolicy(good, testTrust, Date.parse('2099-01-01'), null))).toBe('not_in_time');
  });

  it('is refused when it lacks an entrypoint, a table or the right answers', async () => {
    expect(await refusal(startPolicy(await resigned({ manifest: { entrypoints: ['gate/decision'] } }), testTrust, someday, null))).toBe(
      'missing_entrypoint',
    );
    expect(await refusal(startPolicy(await resigned({ files: { 'data.json': '{"tables":{}}' } }), testTrust, someday, null))).toBe(
      'bad_manifest',
    );
    expect(await refusal(startPolicy(await resigned({ files: { 'golden.json': '{"questions":[]}' } }), testTrust, someday, null))).toBe(
      'self_test_failed',
    );
    const golden = { questions: [{ input: { action: 'teleport', asOf: 1 }, effect: 'allow' }] };
    expect(await refusal(startPolicy(await resigned({ files: { 'golden.json': JSON.stringify(golden) } }), testTrust, someday, null))).toBe(
      'self_test_failed',
    );
    expect(await refusal(startPolicy(await resigned({ files: { 'policy.wasm': 'no wasm' } }), testTrust, someday, null))).toBe('no_policy');
  });

  it('changes its answer by one row of a table, without a line of TypeScript', async () => {
    const files = await readBundleFiles(path.join(policyRoot, 'bundle'));
    const committed = await loadCommitted();
    const allowed = readCases(committed).find((one) => one.name.includes('a grantee watches live')) as PolicyCase;
    const data = JSON.parse(Buffer.from(files['data.json']).toString()) as {
      tables: { compatible: Record<string, Record<string, boolean>> };
    };
    data.tables.compatible['GIAO_THONG'] = { GIAO_THONG: true };
    const golden = {
      questions: [
        { input: { action: 'sign_in', asOf: someday, viewer: { roles: ['public'] } }, effect: 'allow' },
        { input: { action: 'x', asOf: someday }, effect: 'deny' },
      ],
    };
    const stricter = await startPolicy(
      await resigned({ files: { 'data.json': JSON.stringify(data), 'golden.json': JSON.stringify(golden) } }),
      testTrust,
      someday,
      null,
    );
    expect(decide(committed, allowed.input).effect).toBe('allow');
    expect(decide(stricter, allowed.input)).toMatchObject({ effect: 'deny', denies: [{ rule: 'PD-04', at: 'request.purposeCode' }] });
  });
});

describe('an engine that fails', () => {
  let policy: Policy;
  let allowed: PolicyCase;

  beforeAll(async () => {
    policy = await loadCommitted();
    allowed = readCases(policy).find((one) => one.name.includes('a grantee watches live')) as PolicyCase;
  });

  const known = Object.fromEntries(entrypoints.map((name, i) => [name, i]));
  const instance = (evaluate_: (input: unknown) => unknown): PolicyInstance => ({
    entrypoints: known,
    setData: () => undefined,
    evaluate: evaluate_,
  });
  const broken = async (evaluate_: (input: unknown) => unknown): Promise<Policy> => ({
    ...policy,
    engine: await PolicyEngine.start(async () => instance(evaluate_), entrypoints),
  });
  const throwing = (thrown: unknown) => (): never => {
    throw thrown;
  };
  const good = {
    effect: 'allow',
    denies: [],
    unknowns: [],
    needs: [],
    reasons: [{ rule: 'PD-06', articles: [], message: 'basis_holds', evidence: {} }],
    obligations: [],
    deadlines: [],
    fields: { allow: [], mask: {} },
    validUntil: 1,
  };

  it('lets a sound answer through, so that the following refusals mean something', async () => {
    expect(decide(await broken(() => [{ result: good }]), allowed.input).effect).toBe('allow');
  });

  it.each([
    ['throws a string', throwing('conflict')],
    ['throws a plain object', throwing({ message: 'not implemented: built-in function 4' })],
    ['throws an Error', throwing(new Error('memory'))],
    ['answers nothing', () => []],
    ['answers twice', () => [{ result: good }, { result: good }]],
    ['answers without a result', () => [{}]],
    ['answers null', () => [{ result: null }]],
    ['answers true', () => [{ result: true }]],
    ['answers an unknown effect', () => [{ result: { ...good, effect: 'permit' } }]],
    ['answers without obligations', () => [{ result: { ...good, obligations: undefined } }]],
    ['answers an unknown obligation mode', () => [{ result: { ...good, obligations: [{ code: 'x', mode: 'later', params: {} }] } }]],
    [
      'allows while denying',
      () => [{ result: { ...good, denies: [{ rule: 'X', articles: [], message: 'x', at: 'x', severity: 'high' }] } }],
    ],
    ['allows without a reason', () => [{ result: { ...good, reasons: [] } }]],
  ])('denies when it %s', async (_, evaluate_) => {
    expect(decide(await broken(evaluate_), allowed.input)).toMatchObject({ effect: 'deny', denies: [{ rule: 'POL-8' }] });
  });

  it('denies an input over the limit and one that JSON cannot carry, and answers the next', () => {
    const large = { ...allowed.input, request: { ...allowed.input.request, reason: 'x'.repeat(20_000) } };
    expect(decide(policy, large)).toMatchObject({ effect: 'deny', denies: [{ message: 'invalid_input' }] });
    expect(decide(policy, allowed.input).effect).toBe('allow');
    for (const text of ['', 'null', '[]', '"live_view"'])
      expect(policy.engine.ask('gate/decision', text, 1_000)).toMatchObject({ kind: 'fault', code: 'invalid_input' });
    // Cut-off text is no input at all to the SDK; the policy answers that with a denial.
    expect(policy.engine.ask('gate/decision', '{"action":', 1_000)).toMatchObject({ kind: 'value', value: { effect: 'deny' } });
    expect(decide(policy, allowed.input).effect).toBe('allow');
  });

  it('refuses an unknown entrypoint by name', () => {
    expect(policy.engine.ask('gate/effect', '{}', 1_000)).toMatchObject({ kind: 'fault', code: 'unknown_entrypoint' });
  });

  it('takes the stand-by instance after an abort and never asks the failed one again', async () => {
    let made = 0;
    const asked: number[] = [];
    const engine = await PolicyEngine.start(async () => {
      made += 1;
      const number = made;
      return instance(() => {
        asked.push(number);
        if (number === 1) throw new Error('abort');
        return [{ result: good }];
      });
    }, entrypoints);
    expect(engine.ask('gate/decision', '{}', 100).kind).toBe('fault');
    expect(engine.ask('gate/decision', '{}', 100).kind).toBe('value');
    await engine.warm();
    expect(engine.ask('gate/decision', '{}', 100).kind).toBe('value');
    expect(asked).toEqual([1, 2, 2]);
    expect(made).toBe(3);
  });

  it('turns an obligation that nobody enforces into a denial', () => {
    const options = {
      evaluatedAt: someday,
      viewerVersion: null,
      unenforceable: (list: readonly { code: string; mode: 'before' | 'after' | 'stream'; params: object }[]) =>
        list.filter(({ code }) => code === 'watermark') as never,
    };
    expect(evaluate(policy, allowed.input, options)).toMatchObject({
      effect: 'deny',
      denies: [{ rule: 'POL-9', at: 'obligations.watermark' }],
    });
  });
});
