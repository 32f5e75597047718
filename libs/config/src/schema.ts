import { z } from 'zod';

/** Values that look like a secret or an address but were left from an example. */
const placeholders = new Set(['changeme', 'change-me', 'secret', 'password', 'example', 'todo', 'xxx']);

const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !placeholders.has(value.toLowerCase()), 'is a placeholder, set a real value');
const path = text.refine((value) => value.startsWith('/'), 'must be an absolute path');
const url = text.refine((value) => URL.canParse(value), 'must be an URL').transform((value) => value.replace(/\/+$/, ''));
/** As the other side names it: a stroke at its end may mean something. */
const foreignUrl = text.refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), 'must be an http or https URL');
/** `s3+https://HOST[:PORT]/BUCKET[/PREFIX]`; names that need no escape. */
const bucketUrl = text
  .refine(
    (value) =>
      /^s3\+https?:\/\/[A-Za-z0-9.:[\]-]+\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/(?!\.{1,2}(\/|$))[A-Za-z0-9_.-]+)*\/?$/.test(value)
      && URL.canParse(value),
    'must be s3+https://HOST/BUCKET or s3+https://HOST/BUCKET/PREFIX',
  )
  .refine(
    (value) => value.startsWith('s3+https:') || /^s3\+http:\/\/(127\.0\.0\.1|\[::1\]|localhost)[:/]/.test(value),
    'entries leave this machine by https only: s3+https://',
  );
const port = z.coerce.number().int().min(0).max(65_535);

export const defaultLogOrigin = 'audit.hanoi.example/footage-access/1/2026h2';

const common = {
  stateDir: path,
  /** First line of every checkpoint and name of the log's key (C2SP tlog-checkpoint). */
  logOrigin: text.default(defaultLogOrigin),
};
const records = { databaseUrl: url, producer: text };
const doorbell = { redisUrl: url, queuePrefix: text.default('cuao') };
const listening = { port };
const policy = { policyDir: path };
/** One of the two; which of them goes with what, `openTileStore` says. */
const logFiles = {
  logDir: path.optional(),
  logStoreUrl: bucketUrl.optional(),
  logStoreKeyFile: path.optional(),
  logStoreRegion: text.default('us-east-1'),
};

/** One closed schema per process; the key of each field is mapped to its variable in `variables`. */
export const schemas = {
  gateway: z.object({
    ...common,
    ...records,
    ...doorbell,
    ...listening,
    ...policy,
    publicUrl: url,
    edgeUrl: url,
    ...logFiles,
    logPolicyFile: path,
    portalDir: path,
    /** The built offline verifier; without it this gateway offers none. */
    verifierDir: path.optional(),
    oidcIssuer: url,
    oidcClientId: text,
    demo: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
    sessionIdleMinutes: z.coerce.number().int().min(1).max(60).default(15),
    sessionHours: z.coerce.number().int().min(1).max(24).default(12),
  }),
  worker: z.object({
    ...common,
    ...records,
    ...doorbell,
    ...listening,
    ...policy,
    ...logFiles,
    /** Days that full tiles, full bundles and anchors are locked in the bucket; 0 for none. */
    logStoreLockDays: z.coerce.number().int().min(0).max(36_500).optional(),
    logPolicyFile: path,
    signerSocket: path,
    /** Time-stamping authority (RFC 3161) and the PEM file with its certificate or its issuer's; without them the log has no independent time. */
    tsaUrl: foreignUrl.optional(),
    tsaCertificates: path.optional(),
  }),
  edge: z.object({
    ...common,
    ...records,
    ...listening,
    ...policy,
    publicUrl: url,
    edgeUrl: url,
    ffmpeg: path,
    virtualClip: path,
  }),
  signer: z.object({ ...common, signerDir: path, signerSocket: path }),
  witness: z.object({
    ...common,
    ...listening,
    witnessDir: path,
    witnessName: text.default('witness.thanhtra.hanoi.example'),
    logVkeyFile: path,
  }),
  idp: z.object({ ...common, ...listening, publicUrl: url, oidcIssuer: url, oidcClientId: text }),
  cli: z.object({
    databaseUrl: url.optional(),
    stateDir: path.optional(),
    policyDir: path.optional(),
    logOrigin: text.default(defaultLogOrigin),
    logPolicyFile: path.optional(),
    noColor: z.string().optional(),
  }),
} as const;

export type ProcessName = keyof typeof schemas;
export type ConfigOf<P extends ProcessName> = Readonly<z.output<(typeof schemas)[P]>>;

export const variables: Readonly<Record<string, string>> = {
  stateDir: 'CUAO_STATE_DIR',
  logOrigin: 'CUAO_LOG_ORIGIN',
  databaseUrl: 'DATABASE_URL',
  producer: 'CUAO_PRODUCER',
  redisUrl: 'REDIS_URL',
  queuePrefix: 'CUAO_QUEUE_PREFIX',
  port: 'CUAO_PORT',
  policyDir: 'CUAO_POLICY_DIR',
  publicUrl: 'CUAO_PUBLIC_URL',
  edgeUrl: 'CUAO_EDGE_URL',
  logDir: 'CUAO_LOG_DIR',
  logStoreUrl: 'CUAO_LOG_STORE_URL',
  logStoreKeyFile: 'CUAO_LOG_STORE_KEY_FILE',
  logStoreRegion: 'CUAO_LOG_STORE_REGION',
  logStoreLockDays: 'CUAO_LOG_STORE_LOCK_DAYS',
  logPolicyFile: 'CUAO_LOG_POLICY_FILE',
  portalDir: 'CUAO_PORTAL_DIR',
  verifierDir: 'CUAO_VERIFIER_DIR',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  demo: 'CUAO_DEMO',
  sessionIdleMinutes: 'CUAO_SESSION_IDLE_MINUTES',
  sessionHours: 'CUAO_SESSION_HOURS',
  signerSocket: 'CUAO_SIGNER_SOCKET',
  signerDir: 'CUAO_SIGNER_DIR',
  tsaUrl: 'CUAO_TSA_URL',
  tsaCertificates: 'CUAO_TSA_CERTIFICATES',
  witnessDir: 'CUAO_WITNESS_DIR',
  witnessName: 'CUAO_WITNESS_NAME',
  logVkeyFile: 'CUAO_LOG_VKEY_FILE',
  ffmpeg: 'CUAO_FFMPEG',
  virtualClip: 'CUAO_VIRTUAL_CLIP',
  noColor: 'NO_COLOR',
};
