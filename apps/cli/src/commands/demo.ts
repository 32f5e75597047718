import { demoPeople, roleType } from '#libs/identity';
import { exitCodes } from '../command.js';

const help = 'cách dùng · usage: cuao demo people [--json]';

/** `cuao demo people`: who may sign in to the demo city, and as what. */
export async function run(args: readonly string[]): Promise<number> {
  const [what, ...options] = args;
  const asJson = options.length === 1 && options[0] === '--json';
  if (what !== 'people' || (options.length > 0 && !asJson)) {
    process.stderr.write(`${help}\n`);
    return what === '--help' || what === 'help' ? exitCodes.ok : exitCodes.usage;
  }
  const people = demoPeople().map((person) => ({ ...person, roles: person.roles.map(roleType) }));
  if (asJson) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'DemoPeople', items: people })}\n`);
  else process.stdout.write(`${tableOf(people).join('\n')}\n`);
  return exitCodes.ok;
}

type Person = Omit<ReturnType<typeof demoPeople>[number], 'roles'> & { readonly roles: readonly ReturnType<typeof roleType>[] };

/** Columns as wide as their widest cell; Vietnamese letters are one cell each once they are in NFC. */
function tableOf(people: readonly Person[]): string[] {
  const rows = [
    ['tên · key', 'người · person', 'vai trò · roles', 'chức danh · title'],
    ...people.map(({ key, displayName, roles, titleVi, titleEn, organisationCode }) => [
      key,
      displayName,
      roles.map(({ code }) => code).join(', '),
      `${titleVi} · ${titleEn} (${organisationCode})`,
    ]),
  ].map((row) => row.map((cell) => cell.normalize('NFC')));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
