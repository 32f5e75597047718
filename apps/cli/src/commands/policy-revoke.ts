import { readFile, writeFile } from 'node:fs/promises';
import {
  emergencyBytes,
  EmergencyFault,
  emergencyText,
  readEmergencyList,
  readSignedList,
  type EmergencyList,
  type SignedEmergencyList,
} from '#libs/regulation';
import { SystemClock } from '#libs/kernel';
import { exitCodes } from '../command.js';
import { caller, CityApi, CommandEnd, problemFields, tellProblem, type Problem } from './city-api.js';
import { readFlags, type Flags } from './flags.js';
import { readSigningKey } from './policy-key.js';

const shownList = 'sha256 sequence notBefore notAfter reason people cameras roles signers text';
const words: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  list: listCommand,
  add: (args) => changeCommand(args, 'add'),
  lift: (args) => changeCommand(args, 'lift'),
  sign: signCommand,
  activate: activateCommand,
};
const help = `cuao policy revoke list --as NGƯỜI · PERSON                                đang ngăn ai, máy nào áp dụng · whom it stops, who applies it
cuao policy revoke add TỆP · FILE --person ID | --camera ID | --role-code MÃ · CODE --reason LỜI · TEXT [--hours 24] --as …
                                                                       thêm vào danh sách đang giữ · the held list and these
cuao policy revoke lift TỆP · FILE --person ID … --reason … --as …     bỏ ngăn (cần cả hai chữ ký) · let in again (both must sign)
cuao policy revoke sign TỆP · FILE --signer CATP --key KHÓA · KEY      ký, không cần mạng · sign, offline
cuao policy revoke activate TỆP · FILE --confirm MÃ · CODE --as …      có hiệu lực ngay ở mọi máy · in force on every node at once
`;

interface Held {
  readonly sequence: number;
  readonly notAfter: string;
  readonly text: string;
  readonly signers: readonly string[];
}
interface Status {
  readonly list: Held | null;
  readonly nodes: readonly {
    readonly name: string;
    readonly state: string;
    readonly sequence: number | null;
    readonly errorCode: string | null;
  }[];
}

/** `cuao policy revoke …`: the emergency list, from its first name to every node. */
export async function revokeCommand(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) {
    process.stderr.write(help);
    return name === 'help' || name === '--help' ? exitCodes.ok : exitCodes.usage;
  }
  try {
    return await word(rest);
  } catch (error) {
    if (!(error instanceof EmergencyFault)) throw error;
    process.stderr.write(`cuao policy revoke ${name}: ${error.code}: ${error.message}\n`);
    return exitCodes.notVerified;
  }
}

async function listCommand(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args, caller, 0);
  const { list, nodes } = await statusOf(await CityApi.open(flags));
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'EmergencyStatus', items: [{ list, nodes }] })}\n`);
  else {
    const lines = [
      ...(list === null ? ['không có danh sách · no list'] : inWords(readEmergencyList(list.text), list.signers)),
      ...nodes.map(({ name, state, sequence, errorCode }) => `  ${name}  ${state} ${sequence ?? '–'}  ${errorCode ?? 'ok'}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  const behind = nodes.some(({ errorCode, sequence }) => errorCode !== null || sequence !== (list?.sequence ?? null));
  return behind ? exitCodes.partlyDone : exitCodes.ok;
}

/** What is held, and these; or what is held without these. The next number, not signed. */
async function changeCommand(args: readonly string[], how: 'add' | 'lift'): Promise<number> {
  const flags = flagsOf(args, [...caller, 'person', 'camera', 'role-code', 'reason', 'hours'], 1);
  const reason = flags.text('reason');
  if (reason === undefined) throw new CommandEnd(exitCodes.usage, '--reason: vì sao, không nêu tên ai · why, naming nobody');
  const hours = Number(flags.text('hours') ?? '24');
  if (!Number.isInteger(hours) || hours < 1 || hours > 720) throw new CommandEnd(exitCodes.usage, '--hours: 1–720');
  const { list: held } = await statusOf(await CityApi.open(flags));
  const before = held === null ? null : readEmergencyList(held.text);
  const now = new SystemClock().nowMs();
  const lasts = before !== null && Date.parse(before.notAfter) > now ? before : null;
  const given = { people: split(flags.text('person')), cameras: split(flags.text('camera')), roles: split(flags.text('role-code')) };
  if (given.people.length + given.cameras.length + given.roles.length === 0)
    throw new CommandEnd(exitCodes.usage, '--person, --camera, --role-code: ai, gì · whom, what (a comma between several)');
  const changed = (kind: keyof typeof given): string[] => {
    const has = lasts?.[kind] ?? [];
    return how === 'add' ? [...has, ...given[kind]] : has.filter((one) => !given[kind].includes(one));
  };
  const until = Math.max(now + hours * 3_600_000, how === 'add' && lasts !== null ? Date.parse(lasts.notAfter) : 0);
  const text = checkedText({
    v: 1,
    type: 'cuao/emergency-list',
    sequence: (before?.sequence ?? 0) + 1,
    notBefore: new Date(now).toISOString(),
    notAfter: new Date(until).toISOString(),
    reason,
    people: changed('people'),
    cameras: changed('cameras'),
    roles: changed('roles'),
  });
  await save(flags.places[0] ?? '', { text, signatures: [] });
  process.stdout.write(`${inWords(readEmergencyList(text), []).join('\n')}\n`);
  return exitCodes.ok;
}

/** Needs no city: the key and the list are enough. */
async function signCommand(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args, ['key', 'signer'], 1);
  const [file = ''] = flags.places;
  const [keyFile, signer] = [flags.text('key'), flags.text('signer')];
  if (keyFile === undefined || signer === undefined)
    throw new CommandEnd(exitCodes.usage, '--signer CATP --key FILE: cơ quan và khóa · institution and key');
  const { text, signatures } = readSignedList(await read(file));
  const list = readEmergencyList(text);
  const key = await readSigningKey(keyFile, signer);
  const mine = { signer, keyId: key.keyId, signature: key.sign(emergencyBytes(text)) };
  const all = [...signatures.filter((one) => one.signer !== signer), mine];
  await save(file, { text, signatures: all });
  process.stdout.write(
    `đã ký · signed\n${inWords(
      list,
      all.map((one) => one.signer),
    ).join('\n')}\n`,
  );
  return exitCodes.ok;
}

async function activateCommand(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args, [...caller, 'confirm'], 1);
  const signed = readSignedList(await read(flags.places[0] ?? ''));
  const list = readEmergencyList(signed.text);
  const code = `${list.sequence}-${list.people.length + list.cameras.length + list.roles.length}`;
  if (flags.text('confirm') !== code) {
    const shown = inWords(
      list,
      signed.signatures.map(({ signer }) => signer),
    );
    throw new CommandEnd(exitCodes.usage, `${shown.join('\n')}\nngăn ngay? thêm · to stop them now add: --confirm ${code}`);
  }
  const api = await CityApi.open(flags);
  const document = `mutation($input: ActivateEmergencyListInput!) { said: activateEmergencyList(input: $input) { __typename
    ... on EmergencyListActivated { streamsCut entry { id } } ${problemFields} } }`;
  const { said } = (await api.ask(document, { input: signed })) as {
    said: Problem & { streamsCut?: number; entry?: { id: string } };
  };
  if (said.entry === undefined) return tellProblem(said);
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'EmergencyListActivated', items: [said] })}\n`);
  else process.stdout.write(`đã có hiệu lực · in force: ${said.entry.id}; luồng bị cắt · streams cut: ${said.streamsCut ?? 0}\n`);
  return exitCodes.ok;
}

function inWords(list: EmergencyList, signers: readonly string[]): string[] {
  const row = (name: string, items: readonly string[]): string[] => (items.length === 0 ? [] : [`  ${name}: ${items.join(', ')}`]);
  return [
    `danh sách cấm khẩn cấp · emergency list ${list.sequence}: ${list.notBefore} → ${list.notAfter}`,
    `  ${list.reason}`,
    ...row('người · people', list.people),
    ...row('camera · cameras', list.cameras),
    ...row('vai trò · roles', list.roles),
    `  ký · signed: ${signers.join(', ') || '–'}`,
  ];
}

async function statusOf(api: CityApi): Promise<Status> {
  const { emergencyStatus } = (await api.ask(`{ emergencyStatus { list { ${shownList} } nodes { name state sequence errorCode } } }`)) as {
    emergencyStatus: Status | null;
  };
  if (emergencyStatus === null) throw new CommandEnd(exitCodes.denied, 'không được xem · not yours to see');
  return emergencyStatus;
}

function checkedText(list: EmergencyList): string {
  try {
    return emergencyText(list);
  } catch (error) {
    throw new CommandEnd(exitCodes.usage, `danh sách không đúng · not a list: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function flagsOf(args: readonly string[], texts: readonly string[], places: number): Flags {
  const flags = readFlags(args, texts);
  if (typeof flags === 'string') throw new CommandEnd(exitCodes.usage, flags);
  if (flags.places.length !== places) throw new CommandEnd(exitCodes.usage, `${places} tệp · file\n${help}`);
  return flags;
}

const split = (text: string | undefined): string[] => (text ?? '').split(',').filter((one) => one !== '');

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CommandEnd(exitCodes.absent, `${file} không đọc được · cannot be read`);
  }
}

const save = (file: string, signed: SignedEmergencyList): Promise<void> => writeFile(file, `${JSON.stringify(signed, null, 1)}\n`);
