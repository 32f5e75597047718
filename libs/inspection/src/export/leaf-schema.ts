const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const form = (pattern: string): { readonly type: 'string'; readonly pattern: string } => ({ type: 'string', pattern: `^${pattern}$` });
const idOf = (prefix: string): ReturnType<typeof form> => form(`${prefix}_${uuid}`);
const hex64 = form('[0-9a-f]{64}');
const code = form('[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}');
const lawCode = form('[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}');
const time = form('\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z');
const name = form('[a-z][a-z0-9-]{0,62}');
const word = form('[a-z][a-z_]{0,39}');
const commitment = {
  description: 'Cam kết: HMAC-SHA-256(salt, JSON chuẩn của giá trị) · a salted commitment',
  type: 'object',
  properties: { c: hex64 },
  required: ['c'],
  additionalProperties: false,
} as const;

/** The leaf as a JSON Schema for whoever reads an export; the log's own strict reader is `readLeaf` of `libs/audit`, held equal by test. */
export const leafSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'cuao-leaf/v2',
  title: 'Bản ghi của nhật ký (JSON chuẩn RFC 8785) · an entry of the log, RFC 8785 canonical JSON, at most 8192 bytes',
  type: 'object',
  properties: {
    actor: commitment,
    at: time,
    basis: lawCode,
    case: commitment,
    decision: idOf('dec'),
    details: {
      type: 'object',
      propertyNames: { pattern: '^[a-z][A-Za-z0-9]{0,39}$' },
      additionalProperties: { anyOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'string', maxLength: 512 }] },
      minProperties: 1,
      maxProperties: 32,
    },
    facts: hex64,
    grant: idOf('grt'),
    id: idOf('ent'),
    intent: idOf('ent'),
    lane: form('n[1-9]'),
    log: form('[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._-]+)*'),
    net: commitment,
    org: code,
    outcome: { enum: ['allowed', 'refused', 'done', 'failed'] },
    playback: idOf('pls'),
    policy: hex64,
    prev: hex64,
    process: name,
    producer: name,
    pseq: { type: 'integer', minimum: 1 },
    purpose: code,
    request: idOf('req'),
    resource: {
      type: 'object',
      properties: { from: time, id: code, kind: word, to: time },
      required: ['kind'],
      additionalProperties: false,
    },
    role: word,
    rules: { type: 'array', minItems: 1, maxItems: 64, items: form('[A-Za-z0-9_.-]{1,40}') },
    session: commitment,
    t: form('[a-z][a-z_]*(\\.[a-z][a-z_]*)+'),
    v: { enum: [1, 2] },
  },
  required: ['v', 't', 'id', 'at', 'log', 'producer', 'outcome'],
  dependentRequired: { lane: ['prev', 'pseq'], prev: ['lane', 'pseq'], pseq: ['lane', 'prev'] },
  // Version 1 knows no stroke and no đ in a legal basis.
  if: { properties: { v: { const: 1 } } },
  then: { properties: { basis: code } },
  additionalProperties: false,
} as const;
