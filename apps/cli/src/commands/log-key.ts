import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newKey, noteKeyTypes, readKeys, replaceKeys, verifierKey } from '#libs/audit';
import { Misuse } from '#libs/kernel';
import { exitCodes, suggestion } from '../command.js';
import { CommandEnd } from './city-api.js';
import { readFlags } from './flags.js';

const help = `cách dùng · usage: đổi khóa ký nhật ký, tại máy và dưới tên người dùng của người ký · change the key that signs the log, where the signer runs and as its user
  cuao log-key list THƯ-MỤC · FOLDER [--json]   những khóa đang ký · the keys that sign
  cuao log-key add  THƯ-MỤC · FOLDER            1: thêm khóa mới, ký bằng cả hai · a new key besides: both sign
  cuao log-key swap THƯ-MỤC · FOLDER            2: khóa mới thành khóa của nhật ký, khóa cũ vẫn ký · the new one becomes the log's, the old one still signs
  cuao log-key drop THƯ-MỤC · FOLDER            3: hủy khóa thứ hai · destroy the second one
THƯ-MỤC · FOLDER: thư mục của người ký · the signer's folder (CUAO_SIGNER_DIR). Mỗi bước có hiệu lực khi người ký khởi động lại · each step holds from the signer's next start
Trước bước 2, nhân chứng và người giữ tệp tin cậy phải có khóa mới (log.vkey, /log/vkeys-log) · before step 2 witnesses and everybody who keeps a policy must have the new key`;

type Keys = NonNullable<ReturnType<typeof readKeys>>;

const steps: Readonly<Record<string, (keys: Keys) => Keys>> = {
  list: (keys) => keys,
  add: (keys) => {
    if (keys.length > 1)
      throw new CommandEnd(exitCodes.conflict, 'đã có khóa thứ hai · there is a second key already: swap, or drop it first');
    return [...keys, newKey('ed25519')];
  },
  swap: (keys) => [secondOf(keys), ...keys.slice(0, 1)],
  drop: (keys) => (secondOf(keys), keys.slice(0, 1)),
};

/** `cuao log-key ...`: the key of the log is changed in three steps, so that whoever knows the old one can still judge the log. */
export function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  const flags = readFlags(rest, []);
  if (step === undefined || typeof flags === 'string' || flags.places.length !== 1) {
    const asked = name === 'help' || name === '--help';
    const meant = step === undefined ? suggestion(name, Object.keys(steps)) : null;
    const hint = typeof flags === 'string' ? `${flags}\n` : meant === null ? '' : `ý bạn là · did you mean \`cuao log-key ${meant}\`?\n`;
    (asked ? process.stdout : process.stderr).write(`${asked ? '' : hint}${help}\n`);
    return Promise.resolve(asked ? exitCodes.ok : exitCodes.usage);
  }
  try {
    const folder = path.resolve(flags.places[0] ?? '');
    const file = path.join(folder, 'signer.key');
    const keys = keysIn(file);
    const origin = originOf(folder);
    const next = step(keys);
    if (next !== keys) replaceKeys(file, next);
    tell(next, origin, next !== keys, flags.has('json'));
    return Promise.resolve(exitCodes.ok);
  } catch (error) {
    if (!(error instanceof CommandEnd)) throw error;
    process.stderr.write(`cuao log-key ${name}: ${error.message}\n`);
    return Promise.resolve(error.exitCode);
  }
}

function secondOf(keys: Keys): Keys[number] {
  const second = keys[1];
  if (second === undefined) throw new CommandEnd(exitCodes.conflict, 'chưa có khóa thứ hai · there is no second key: add one first');
  return second;
}

function keysIn(file: string): Keys {
  const missing = new CommandEnd(
    exitCodes.absent,
    `${file}: không có khóa nào, người ký tự tạo khi khởi động lần đầu · there is no key; the signer makes it at its first start`,
  );
  try {
    const keys = readKeys(file, 'ed25519');
    if (keys === null) throw missing;
    return keys;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    throw new CommandEnd(exitCodes.absent, `${error.message}; ${error.remedy}`);
  }
}

/** The name of the keys, from the file that the signer publishes beside them. */
function originOf(folder: string): string {
  const file = path.join(folder, 'log.vkey');
  try {
    return readFileSync(file, 'utf8').split('+')[0] ?? '';
  } catch {
    throw new CommandEnd(
      exitCodes.absent,
      `${file}: không đọc được, hãy khởi động người ký một lần · cannot be read; start the signer once`,
    );
  }
}

function tell(keys: Keys, origin: string, isChanged: boolean, asJson: boolean): void {
  const vkeys = keys.map((key) => verifierKey(origin, noteKeyTypes.ed25519, key).text);
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'LogKeys', origin, items: vkeys })}\n`);
    return;
  }
  const names = ['khóa của nhật ký · the log’s key', 'khóa thứ hai, cùng ký · the second key, signs besides'];
  const lines = vkeys.map((vkey, at) => `  ${vkey}\n    ${names[at] ?? ''}`);
  const soon =
    'khởi động lại người ký thì có hiệu lực; sổ ghi lại ở log.trust · holds once the signer is started again; the log records it as log.trust';
  process.stdout.write(`${[...lines, ...(isChanged ? [soon] : [])].join('\n')}\n`);
}
