import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseVerifierKey, parseWitnessPolicy } from '#libs/audit';
import { loadConfig } from '#libs/config';
import { exitCodes, suggestion } from '../command.js';
import { CommandEnd } from './city-api.js';
import { readFlags, type Flags } from './flags.js';
import { readRunRecord } from './run-record.js';

const help = `cách dùng · usage
  cuao witness list [--json]                             ai cùng ký, cần mấy người · who cosigns, and how many are needed
  cuao witness add ĐỊA-CHỈ · URL KHÓA · VKEY [KHÓA · VKEY] [--quorum N]   thêm một nhân chứng của cơ quan khác · another institution's witness, of any make (C2SP tlog-witness)
  cuao witness remove TÊN · NAME [--quorum N]            bỏ một nhân chứng · take one away
  cuao witness quorum N                                  cần N chữ ký mới gọi là có nhân chứng · N cosignatures make a checkpoint witnessed
KHÓA · VKEY: Ed25519 (0x04), ML-DSA-44 (0x06), hoặc cả hai của cùng một nhân chứng: vẫn là một chữ ký khi đếm · or both of one witness, who counts once
--policy TỆP · FILE: tệp chính sách · the policy file (CUAO_LOG_POLICY_FILE); mặc định của thành phố này · else this city's`;

interface Entry {
  readonly name: string;
  readonly vkey: string;
  readonly mldsaVkey?: string;
  readonly url: string;
}
interface Policy {
  readonly witnesses: readonly Entry[];
  readonly quorum: number;
}

const actions: Readonly<Record<string, (policy: Policy, flags: Flags) => Policy>> = {
  list: (policy, flags) => (expectPlaces(flags, 0), policy),
  add: added,
  remove: removed,
  quorum: (policy, flags) => (expectPlaces(flags, 1), { ...policy, quorum: numberOf(flags.places[0]) }),
};

/** `cuao witness ...`: whom the log asks for cosignatures. The worker reads the file again when it changes; nothing is restarted. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const flags = readFlags(rest, ['quorum', 'policy']);
  if (action === undefined || typeof flags === 'string') {
    const asked = name === 'help' || name === '--help';
    const meant = action === undefined ? suggestion(name, Object.keys(actions)) : null;
    const hint = typeof flags === 'string' ? `${flags}\n` : meant === null ? '' : `ý bạn là · did you mean \`cuao witness ${meant}\`?\n`;
    (asked ? process.stdout : process.stderr).write(`${asked ? '' : hint}${help}\n`);
    return asked ? exitCodes.ok : exitCodes.usage;
  }
  try {
    const file = flags.text('policy') ?? (await policyFile());
    const policy = await read(file);
    const next = action(policy, flags);
    if (next !== policy) await write(file, next);
    tell(next, next !== policy, flags);
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof CommandEnd)) throw error;
    process.stderr.write(`cuao witness ${name}: ${error.message}\n`);
    return error.exitCode;
  }
}

function added(policy: Policy, flags: Flags): Policy {
  // In any order: a key has no slashes before its first plus, an address begins with http.
  const [url = '', ...more] = flags.places.filter((place) => /^https?:\/\//.test(place));
  const keys = flags.places.filter((place) => !/^https?:\/\//.test(place)).map((text) => ({ text, key: parseVerifierKey(text) }));
  // Ed25519 first; where there is one key alone, it may be of either type.
  const [first, second, ...surplus] = keys.sort((a, b) => (a.key?.type ?? 0) - (b.key?.type ?? 0));
  const name = first?.key?.name;
  if (url === '' || name === undefined || more.length + surplus.length > 0)
    throw new CommandEnd(
      exitCodes.usage,
      'cần một địa chỉ http(s) và một hoặc hai khóa kiểm chứng · an http(s) address and one or two verifier keys are needed',
    );
  const rival = policy.witnesses.find(
    (each) => each.name === name || keys.some(({ text }) => text === each.vkey || text === each.mldsaVkey),
  );
  if (rival !== undefined)
    throw new CommandEnd(
      exitCodes.conflict,
      `đã có nhân chứng này, bỏ trước đã · already there, remove it first: ${rival.name} ${rival.url}`,
    );
  const both = second === undefined ? {} : { mldsaVkey: second.text };
  return quorumFrom(flags, { ...policy, witnesses: [...policy.witnesses, { name, vkey: first?.text ?? '', ...both, url }] });
}

function removed(policy: Policy, flags: Flags): Policy {
  expectPlaces(flags, 1);
  const witnesses = policy.witnesses.filter(({ name }) => name !== flags.places[0]);
  if (witnesses.length === policy.witnesses.length)
    throw new CommandEnd(exitCodes.absent, `không có nhân chứng tên ấy · no witness of that name: ${flags.places[0] ?? ''}`);
  return quorumFrom(flags, { ...policy, witnesses });
}

const quorumFrom = (flags: Flags, policy: Policy): Policy => {
  const wanted = flags.text('quorum');
  return wanted === undefined ? policy : { ...policy, quorum: numberOf(wanted) };
};

const numberOf = (text: string | undefined): number => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN);

function expectPlaces(flags: Flags, many: number): void {
  if (flags.places.length !== many) throw new CommandEnd(exitCodes.usage, help);
}

async function policyFile(): Promise<string> {
  const { stateDir, logPolicyFile } = loadConfig('cli');
  return (
    logPolicyFile ?? (await readRunRecord(stateDir))?.paths['logPolicy'] ?? path.join(stateDir ?? path.resolve('.cuao'), 'log-policy.json')
  );
}

async function read(file: string): Promise<Policy> {
  try {
    const text = await readFile(file, 'utf8');
    parseWitnessPolicy(text);
    return JSON.parse(text) as Policy;
  } catch (error) {
    throw new CommandEnd(exitCodes.absent, `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whole or not at all: the worker keeps to the last good file, but nobody would be told that this one is not. */
async function write(file: string, policy: Policy): Promise<void> {
  const text = `${JSON.stringify(policy, null, 2)}\n`;
  try {
    parseWitnessPolicy(text);
  } catch (error) {
    throw new CommandEnd(exitCodes.usage, error instanceof Error ? error.message : String(error));
  }
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, text, { mode: 0o644 });
  await rename(temporary, file);
}

function tell({ witnesses, quorum }: Policy, isChanged: boolean, flags: Flags): void {
  if (flags.has('json')) {
    process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'LogWitnesses', quorum, items: witnesses })}\n`);
    return;
  }
  const lines = witnesses.map(({ name, url, vkey, mldsaVkey }) => [`  ${name}  ${url}`, vkey, mldsaVkey ?? []].flat().join('\n    '));
  const of = `cần ${quorum} trong ${witnesses.length} chữ ký nhân chứng · ${quorum} of ${witnesses.length} cosignatures make a checkpoint witnessed`;
  const soon =
    'từ điểm kiểm tra kế tiếp, chậm nhất một phút · from the next checkpoint on, a minute at most: /log/checkpoint, /log/policy, /log/policy-mldsa';
  process.stdout.write(`${[of, ...lines, ...(isChanged ? [soon] : [])].join('\n')}\n`);
}
