import { exitCodes, suggestion, type RunCommand } from '../command.js';
import { caller, CityApi, codeOfProblem, CommandEnd, problemFields, tellProblem, type Problem } from './city-api.js';
import { readFlags, type Flags } from './flags.js';

const help = `cách dùng · usage, với thành phố đang chạy · with a city
  cuao finding list [--all]                        phát hiện chưa khép; --all: cả đã hết · open findings; --all: those that are over too
  cuao finding close MÃ · ID --note LỜI · TEXT     người thứ nhất nêu lý do · the first hand says why
  cuao finding close MÃ · ID --confirm SỐ · CODE   người thứ hai, của cơ quan khác, xác nhận lời ấy · the second hand, of another body, confirms it
MÃ · ID: ent_… hoặc ít nhất 8 ký tự cuối của nó · or 8 or more of its last letters
--as NGƯỜI · PERSON (thử nghiệm · demo) hoặc · or --token-file TỆP · FILE; --role, --url; --json cho máy đọc · for programs`;

interface Hand {
  readonly organisationCode: string;
  readonly organisationNameVi: string;
  readonly at: string;
  readonly entryId: string;
  readonly isYou: boolean;
}

interface Finding {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly foundAt: string;
  readonly reason: string | null;
  readonly digest: string | null;
  readonly opened: Hand | null;
  readonly closed: Hand | null;
  readonly healedAt: string | null;
  readonly healedEntryId: string | null;
}

interface Outcome extends Problem {
  readonly finding?: Finding;
  readonly entry?: { readonly id: string };
}

const hand = '{ organisationCode organisationNameVi at entryId isYou }';
const fields = `id kind what foundAt reason digest opened ${hand} closed ${hand} healedAt healedEntryId`;
const acted = `{ __typename ... on LogFindingActDone { finding { ${fields} } entry { id } } ${problemFields} }`;

const actions: Readonly<Record<string, RunCommand>> = { list: listCommand, close: closeCommand };

/** `cuao finding ...`: findings of the log, and closing one by two people of two bodies. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    if (name === 'help' || name === '--help') {
      process.stdout.write(`${help}\n`);
      return exitCodes.ok;
    }
    const meant = suggestion(name, Object.keys(actions));
    process.stderr.write(
      `${meant === null ? '' : `ý bạn là \`cuao finding ${meant}\`? · did you mean \`cuao finding ${meant}\`?\n`}${help}\n`,
    );
    return exitCodes.usage;
  }
  try {
    return await action(rest);
  } catch (error) {
    if (!(error instanceof CommandEnd)) throw error;
    process.stderr.write(`cuao finding ${name}: ${error.message}\n`);
    return error.exitCode;
  }
}

async function listCommand(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args, caller, 0, ['json', 'all']);
  const { releases, findings } = await healthOf(await CityApi.open(flags));
  const shown = flags.has('all') ? findings : findings.filter((finding) => stateOf(finding) === 'open');
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'LogFindings', releases, items: shown })}\n`);
  else
    process.stdout.write(
      shown.length === 0 ? `không có phát hiện nào đang mở · no finding is open (${releases})\n` : `${shown.map(inWords).join('\n\n')}\n`,
    );
  return exitCodes.ok;
}

async function closeCommand(args: readonly string[]): Promise<number> {
  const flags = flagsOf(args, [...caller, 'note', 'confirm'], 1);
  const [note, code] = [flags.text('note'), flags.text('confirm')];
  if (note !== undefined && code !== undefined)
    throw new CommandEnd(exitCodes.usage, '--note là người thứ nhất, --confirm là người thứ hai · the first hand or the second, not both');
  const api = await CityApi.open(flags);
  if (note !== undefined) return propose(api, flags, await idOf(api, flags.places[0] ?? ''), note);
  const finding = await findingOf(api, flags.places[0] ?? '');
  const state = stateOf(finding);
  if (finding.digest === null || state !== 'open') {
    process.stderr.write(`${inWords(finding)}\n`);
    throw state === 'open'
      ? new CommandEnd(exitCodes.usage, 'chưa ai đề nghị khép; hãy nêu lý do · nobody has said why yet: --note TEXT')
      : new CommandEnd(exitCodes.conflict, `phát hiện này ${stateWords[state]}`);
  }
  const wanted = codeOf(finding.digest);
  if (code !== wanted) {
    process.stderr.write(`${inWords(finding)}\n`);
    throw code === undefined
      ? new CommandEnd(exitCodes.usage, `đồng ý với lý do trên thì thêm · to confirm the reason above add: --confirm ${wanted}`)
      : new CommandEnd(exitCodes.conflict, 'lý do đã đổi; hãy đọc lại · the reason has changed since: read it again');
  }
  return confirm(api, flags, { findingId: finding.id, shownDigest: finding.digest });
}

async function propose(api: CityApi, flags: Flags, findingId: string, reason: string): Promise<number> {
  const document = `mutation($input: FindingClosureInput!) { said: proposeFindingClosure(input: $input) ${acted} }`;
  const { said } = (await api.ask(document, { input: { findingId, reason } })) as { said: Outcome };
  return tell(flags, said, 'đã đề nghị khép; chờ người của cơ quan khác · asked; somebody of another body has to confirm');
}

async function confirm(api: CityApi, flags: Flags, input: { readonly findingId: string; readonly shownDigest: string }): Promise<number> {
  const document = `mutation($input: FindingConfirmationInput!) { said: confirmFindingClosure(input: $input) ${acted} }`;
  const { said } = (await api.ask(document, { input })) as { said: Outcome };
  return tell(flags, said, 'đã khép; vẫn còn trong nhật ký · closed; it stays on the log');
}

function tell(flags: Flags, said: Outcome, done: string): number {
  if (flags.has('json'))
    process.stdout.write(
      `${JSON.stringify({ apiVersion: 1, kind: said.finding === undefined ? said.__typename : 'LogFinding', items: [said.finding ?? said] })}\n`,
    );
  if (said.finding === undefined) return tellProblem(said);
  if (!flags.has('json')) process.stdout.write(`${done}\n${inWords(said.finding)}\n  bản ghi · entry          ${said.entry?.id ?? ''}\n`);
  return exitCodes.ok;
}

/** What the second hand repeats; the whole of it goes to the gateway, so that nothing changes between reading and confirming. */
const codeOf = (digest: string): string => digest.slice(0, 8);

const stateWords = { open: 'chưa khép · open', closed: 'đã khép · closed', healed: 'đã tự hết · over by itself' } as const;

function stateOf({ closed, healedAt }: Finding): keyof typeof stateWords {
  if (closed !== null) return 'closed';
  return healedAt === null ? 'open' : 'healed';
}

function inWords(finding: Finding): string {
  const { id, kind, what, foundAt, reason, digest, opened, closed, healedAt, healedEntryId } = finding;
  const state = stateOf(finding);
  const row = (name: string, value: string | null): string[] => (value === null ? [] : [`  ${name.padEnd(24)} ${value}`]);
  const by = (one: Hand | null): string | null =>
    one === null ? null : `${one.organisationNameVi}${one.isYou ? ' (bạn · you)' : ''}, ${one.at}, ${one.entryId}`;
  return [
    `${id}  ${stateWords[state]}  ${kind}`,
    `  ${what}`,
    ...row('thấy lúc · found', foundAt),
    ...row('lý do khép · why', reason),
    ...row('người thứ nhất · first', by(opened)),
    ...row('người thứ hai · second', by(closed)),
    ...row('đã đủ lại · whole again', healedAt === null ? null : `${healedAt}, ${healedEntryId ?? ''}`),
    ...row(
      'tiếp theo · next',
      state === 'open' ? `cuao finding close ${id} ${digest === null ? '--note TEXT' : `--confirm ${codeOf(digest)}`}` : null,
    ),
  ].join('\n');
}

async function healthOf(api: CityApi): Promise<{ readonly releases: string; readonly findings: readonly Finding[] }> {
  const { said } = (await api.ask(
    `{ said: logHealth { __typename ... on LogHealth { releases findings { ${fields} } } ${problemFields} } }`,
  )) as {
    said: Outcome & { readonly releases?: string; readonly findings?: readonly Finding[] };
  };
  const { releases, findings } = said;
  if (releases === undefined || findings === undefined)
    throw new CommandEnd(codeOfProblem(said.__typename), `${said.code ?? said.__typename}: ${said.textVi ?? ''} · ${said.textEn ?? ''}`);
  return { releases, findings };
}

const wholeId = /^ent_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A whole id is left to the gateway to know or not. */
async function idOf(api: CityApi, typed: string): Promise<string> {
  return wholeId.test(typed) ? typed : (await findingOf(api, typed)).id;
}

async function findingOf(api: CityApi, typed: string): Promise<Finding> {
  const { findings } = await healthOf(api);
  const found = findings.filter(({ id }) => id === typed || (typed.length >= 8 && id.endsWith(typed)));
  const [one] = found;
  if (one === undefined) throw new CommandEnd(exitCodes.absent, `không có phát hiện ${typed} · no such finding: cuao finding list --all`);
  if (found.length > 1) throw new CommandEnd(exitCodes.usage, `${typed}: ${found.length} phát hiện · findings end so`);
  return one;
}

function flagsOf(args: readonly string[], texts: readonly string[], places: number, bare?: readonly string[]): Flags {
  const flags = readFlags(args, texts, bare);
  if (typeof flags === 'string') throw new CommandEnd(exitCodes.usage, flags);
  if (flags.places.length !== places)
    throw new CommandEnd(
      exitCodes.usage,
      places === 0 ? `không hiểu · not understood: ${flags.places.join(' ')}` : 'nêu một phát hiện · name one finding',
    );
  return flags;
}
