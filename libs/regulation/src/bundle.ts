import { createPublicKey, hash, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Misuse } from '#libs/kernel';

/** Why a bundle was not taken; the old one stays. */
export type BundleFaultCode =
  | 'unreadable'
  | 'too_large'
  | 'bad_signature'
  | 'bad_hash'
  | 'bad_manifest'
  | 'rolled_back'
  | 'same_sequence'
  | 'not_released'
  | 'not_in_time'
  | 'no_policy'
  | 'missing_builtin'
  | 'missing_entrypoint'
  | 'self_test_failed'
  | 'too_slow';

export class BundleFault extends Error {
  constructor(
    readonly code: BundleFaultCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'BundleFault';
  }
}

/** Every file that a manifest names by its hash; one more or one less is another format. */
export const bundledFiles = [
  'policy.wasm',
  'data.json',
  'golden.json',
  'input.schema.json',
  'capabilities.json',
  'catalogue.json',
] as const;
export type BundledFile = (typeof bundledFiles)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z
  .object({
    format: z.literal(1),
    revision: z.string().min(1),
    /** Only ever grows: an older one is a rollback and is refused. */
    sequence: z.number().int().positive(),
    notBefore: z.iso.datetime({ offset: true }),
    notAfter: z.iso.datetime({ offset: true }),
    /** Written opinion of the Ministry of Public Security (HN-08). */
    opinionRef: z.string().min(1),
    operatingRegulation: z.object({ ref: z.string(), departmentOpinionRef: z.string() }),
    entrypoints: z.array(z.string()).min(1),
    files: z.record(z.enum(bundledFiles), sha256),
    sources: sha256,
    opa: z.string(),
    command: z.string(),
  })
  .strict();
export type BundleManifest = z.output<typeof manifestSchema>;

const signaturesSchema = z
  .object({
    signatures: z.array(z.object({ signer: z.string(), keyId: z.string(), alg: z.literal('Ed25519'), signature: z.string() }).strict()),
  })
  .strict();

const trustSchema = z
  .object({
    demo: z.boolean(),
    note: z.string(),
    /** A release that would allow more than this share of the replayed decisions anew waits for an inspector's note. */
    wideningNeedsNote: z.number().min(0).max(1),
    signers: z
      .array(z.object({ signer: z.string(), nameVi: z.string(), nameEn: z.string(), keyId: z.string(), publicKey: z.string() }).strict())
      .min(2),
  })
  .strict();
/** Who must sign, all of them, with which key. Pinned by whoever runs the gate, never taken from the bundle. */
export type PolicyTrust = z.output<typeof trustSchema>;

/** Raw bytes, because signatures and hashes are over nothing else. */
export type BundleFiles = Readonly<Record<'manifest' | 'signatures' | BundledFile, Uint8Array>>;

export interface VerifiedBundle {
  /** As they came, for the archive. */
  readonly files: BundleFiles;
  readonly manifest: BundleManifest;
  readonly signers: readonly string[];
  /** SHA-256 of the manifest's raw bytes: names the bundle as a whole. */
  readonly sha256: string;
  readonly wasm: Uint8Array;
  readonly data: unknown;
  readonly dataBytes: number;
  readonly golden: unknown;
  /** Which Rego rule and which cases belong to a rule of the catalogue. */
  readonly catalogue: unknown;
}

const mostBytes = 16 << 20;

/** @throws BundleFault `unreadable` */
export async function readBundleFiles(folder: string): Promise<BundleFiles> {
  const read = async (name: string): Promise<Uint8Array> => {
    try {
      const bytes = await readFile(path.join(folder, name));
      if (bytes.byteLength > mostBytes) throw new Error(`${name} is larger than ${mostBytes} bytes`);
      return bytes;
    } catch (cause) {
      throw new BundleFault('unreadable', `policy bundle in ${folder}: ${name} cannot be read`, { cause });
    }
  };
  const bundled = await Promise.all(bundledFiles.map(async (name) => [name, await read(name)] as const));
  return {
    manifest: await read('manifest.json'),
    signatures: await read('signatures.json'),
    ...(Object.fromEntries(bundled) as Record<BundledFile, Uint8Array>),
  };
}

/** @throws Misuse: whom to trust is configuration, and there is no default for it but the file beside the bundle. */
export async function readTrust(file: string): Promise<PolicyTrust> {
  try {
    return trustSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Misuse(
      `${file} does not name the signers of policy bundles: ${cause instanceof Error ? cause.message : String(cause)}`,
      'restore policies/trust.json',
    );
  }
}

/**
 * Size and signatures first, over the raw bytes of the manifest; then the hashes it names; only then is anything parsed further.
 * @param afterSequence refuse this sequence and older ones; null takes any
 * @throws BundleFault
 */
export function verifyBundle(files: BundleFiles, trust: PolicyTrust, nowMs: number, afterSequence: number | null): VerifiedBundle {
  refuseTooLarge(files);
  const signers = verifySignatures(files, trust);
  return readUnsigned(files, signers, nowMs, afterSequence);
}

/** For a bundle that is only proposed: everything but the signatures. Nobody decides with what comes out. @throws BundleFault */
export function readProposed(files: BundleFiles, nowMs: number, afterSequence: number | null): VerifiedBundle {
  refuseTooLarge(files);
  return readUnsigned(files, [], nowMs, afterSequence);
}

function refuseTooLarge(files: BundleFiles): void {
  const bytes = Object.values(files).reduce((sum, one) => sum + one.byteLength, 0);
  if (bytes > mostBytes) throw new BundleFault('too_large', `the bundle has ${bytes} bytes, the limit is ${mostBytes}`);
}

function readUnsigned(files: BundleFiles, signers: readonly string[], nowMs: number, afterSequence: number | null): VerifiedBundle {
  const manifest = parsed(manifestSchema, files.manifest, 'manifest.json');
  for (const name of bundledFiles) {
    const has = sha256Hex(files[name]);
    if (has !== manifest.files[name]) throw new BundleFault('bad_hash', `${name} is not the signed one: ${has}`);
  }
  if (afterSequence !== null && manifest.sequence <= afterSequence) {
    const code = manifest.sequence === afterSequence ? 'same_sequence' : 'rolled_back';
    throw new BundleFault(code, `sequence ${manifest.sequence} is not newer than ${afterSequence}`);
  }
  if (nowMs < Date.parse(manifest.notBefore) || nowMs >= Date.parse(manifest.notAfter)) {
    throw new BundleFault('not_in_time', `bundle ${manifest.revision} is valid from ${manifest.notBefore} to ${manifest.notAfter}`);
  }
  return {
    files,
    manifest,
    signers,
    sha256: sha256Hex(files.manifest),
    wasm: files['policy.wasm'],
    data: json(files['data.json'], 'data.json'),
    dataBytes: files['data.json'].byteLength,
    golden: json(files['golden.json'], 'golden.json'),
    catalogue: json(files['catalogue.json'], 'catalogue.json'),
  };
}

/** Reads the manifest without believing it: for showing and keeping. @throws BundleFault `bad_manifest` */
export function readManifest(files: Pick<BundleFiles, 'manifest'>): BundleManifest {
  return parsed(manifestSchema, files.manifest, 'manifest.json');
}

/** The signatures as they stand in the file, unchecked. @throws BundleFault `bad_manifest` */
export function readSignatures(files: Pick<BundleFiles, 'signatures'>): z.output<typeof signaturesSchema>['signatures'] {
  return parsed(signaturesSchema, files.signatures, 'signatures.json').signatures;
}

/** Every signer of the trust file must have signed with the pinned key; further signatures are ignored. */
function verifySignatures(files: BundleFiles, trust: PolicyTrust): string[] {
  const { signatures } = parsed(signaturesSchema, files.signatures, 'signatures.json');
  for (const wanted of trust.signers) {
    const one = signatures.find(({ signer, keyId }) => signer === wanted.signer && keyId === wanted.keyId);
    if (one === undefined) throw new BundleFault('bad_signature', `${wanted.signer} has not signed with key ${wanted.keyId}`);
    if (!isSignedBy(wanted, files.manifest, Buffer.from(one.signature, 'base64')))
      throw new BundleFault('bad_signature', `the signature of ${wanted.signer} does not fit this manifest`);
  }
  return trust.signers.map(({ signer }) => signer);
}

/** Ed25519 with the pinned key; the algorithm is never taken from what was signed. */
export function isSignedBy({ publicKey }: PolicyTrust['signers'][number], bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return signature.byteLength === 64 && verify(null, bytes, key, signature);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, name: string): T {
  const result = schema.safeParse(json(bytes, name));
  if (!result.success)
    throw new BundleFault('bad_manifest', `${name}: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`);
  return result.data;
}

function json(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new BundleFault('bad_manifest', `${name} is not JSON`, { cause });
  }
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}
