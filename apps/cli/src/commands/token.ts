import { loadConfig } from '#libs/config';
import { demoPeople } from '#libs/identity';
import { exitCodes, suggestion } from '../command.js';
import { DemoProvider, TokenRefused } from './demo-provider.js';
import { readRunRecord } from './run-record.js';

const help = `cách dùng · usage:
  cuao token --as <tên · key> [--role <vai trò · role>]
  cuao token --client inspectorate-mirror`;

interface Wish {
  readonly as?: string;
  readonly role?: string;
  readonly client?: string;
}

/** Prints an access token on stdout and nothing else. Exists only where the embedded identity provider runs. */
export async function run(args: readonly string[]): Promise<number> {
  const wish = wishOf(args);
  if (wish === null || (wish.as === undefined) === (wish.client === undefined) || (wish.client !== undefined && wish.role !== undefined))
    return say(help, exitCodes.usage);
  if (wish.as !== undefined) {
    const person = demoPeople().find(({ key }) => key === wish.as);
    if (person === undefined) return say(unknownPerson(wish.as), exitCodes.absent);
    if (wish.role === undefined && person.roles.length > 1)
      return say(
        `người này giữ nhiều vai trò, hãy chọn một · several roles, choose one: --role ${person.roles.join(' | ')}`,
        exitCodes.usage,
      );
  }
  const record = await readRunRecord(loadConfig('cli').stateDir);
  if (record === null)
    return say('thành phố thử nghiệm chưa chạy; hãy chạy `npm start` · the demo city is not running: `npm start`', exitCodes.unavailable);
  if (record.urls.idp === undefined)
    return say('thành phố này đăng nhập ở nơi khác, không cấp mã thử nghiệm · this city signs in elsewhere', exitCodes.unavailable);
  const provider = new DemoProvider(record.urls.idp);
  try {
    const token =
      wish.as === undefined
        ? await provider.machineToken(record.paths.state, wish.client ?? '')
        : await provider.personToken(wish.as, wish.role);
    process.stdout.write(`${token}\n`);
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof TokenRefused) return say(error.message, exitCodes.denied);
    const why = error instanceof Error ? error.message : String(error);
    return say(`máy chủ đăng nhập không trả lời · the identity provider does not answer: ${why}`, exitCodes.unavailable);
  }
}

/** null for anything that is not understood. */
function wishOf(args: readonly string[]): Wish | null {
  const wish: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    const [name = '', value = ''] = [args[index]?.replace(/^--/, ''), args[index + 1]];
    if (!['as', 'role', 'client'].includes(name) || value === '' || Object.hasOwn(wish, name)) return null;
    wish[name] = value;
  }
  return wish;
}

function unknownPerson(typed: string): string {
  const meant = suggestion(
    typed,
    demoPeople().map(({ key }) => key),
  );
  const hint = meant === null ? '' : ` Ý bạn là \`${meant}\`? · did you mean \`${meant}\`?`;
  return `không có người \`${typed}\`; xem \`cuao demo people\` · no such person, see \`cuao demo people\`.${hint}`;
}

function say(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
