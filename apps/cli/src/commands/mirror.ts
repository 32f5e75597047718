import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderStore } from '#libs/audit';
import { loadConfig } from '#libs/config';
import { SystemClock, type Clock } from '#libs/kernel';
import { exitCodes } from '../command.js';
import { because, Evidence, Found } from '../mirror/finding.js';
import { follow, tellFinding } from '../mirror/follow.js';
import { LogSource, NotAdmitted, Unreachable, type TokenSource } from '../mirror/log-source.js';
import { FolderRefused, lockFolder, pinnedTrust, prepareFolder } from '../mirror/mirror-folder.js';
import { Mirror, type MirrorSettings, type Round } from '../mirror/mirror.js';
import { serveCopy } from '../mirror/serve.js';
import { CommandEnd } from './city-api.js';
import { DemoProvider, TokenRefused } from './demo-provider.js';
import { readFlags, type Flags } from './flags.js';
import { readRunRecord } from './run-record.js';

const help = `cách dùng · usage
  cuao mirror ĐỊA-CHỈ · URL THƯ-MỤC · FOLDER --policy TỆP · FILE [--once [--all]] [...]
  cuao mirror close THƯ-MỤC · FOLDER --note LÝ-DO · WHY   khép phát hiện đang mở, bản sao đang chạy đi tiếp · close what was found; a running mirror goes on
URL            gốc của nhật ký, có checkpoint bên dưới · prefix of the log, checkpoint is below it: https://city.example/log
--policy FILE  tin ai (C2SP tlog-policy); giữ từ lần đầu · whom to believe; kept from the first run on
--replace-policy            đổi tệp đã giữ · take another policy than the one kept
--token-file FILE           mã truy cập, đọc lại mỗi lần dùng · the bearer token for entry bundles, read at each use
--client NAME               máy khách ở nơi đăng nhập của thành phố thử nghiệm · a client at the demo city's identity provider
    [--client-key FILE --idp URL]  khi không ở cạnh thành phố · away from the city's state folder
--name NAME                 ký là · cosign as (inspectorate-mirror)
--once · --all              một lượt rồi thôi · one round; đọc lại cả nhật ký · the whole log read again
--turn-hours 24             cả nhật ký được đọc lại trong · within which the whole log is read again
--serve PORT                đưa ra checkpoint và ô băm ở 127.0.0.1 · checkpoint and hash tiles for anyone, no entries
--json                      mỗi lượt một dòng · a line a round
mã thoát · exit codes: 0, 6 có phát hiện hoặc chưa đủ nhân chứng · a finding, or too few witnesses; 3 7 8 không đọc được · not to be read`;

const texts = ['policy', 'token-file', 'client', 'client-key', 'idp', 'name', 'turn-hours', 'serve', 'note'];
const bare = ['once', 'all', 'replace-policy', 'json'];
const roundMs = 5_000;
const retryOwnCopyMs = 60_000;
/** A round under way may be broken off at any moment; it is given this long to end by itself. */
const politeMs = 2_000;

/** `cuao mirror URL FOLDER`: another institution's full copy of a log, judged entry by entry, cosigned and watched. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, texts, bare);
  const asked = args[0] === 'help' || args.includes('--help');
  const wrong = asked ? null : typeof flags === 'string' ? flags : misuse(flags);
  if (asked || typeof flags === 'string' || wrong !== null) {
    (asked ? process.stdout : process.stderr).write(`${asked || wrong === null ? '' : `cuao mirror: ${wrong}\n`}${help}\n`);
    return asked ? exitCodes.ok : exitCodes.usage;
  }
  try {
    return await (flags.places[0] === 'close' ? close : mirror)(flags, new SystemClock());
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === null) throw error;
    say(`cuao mirror: ${error instanceof Error ? error.message : ''}`);
    return code;
  }
}

function misuse(flags: Flags): string | null {
  const [url = '', folder] = flags.places;
  if (url === 'close')
    return flags.places.length === 2 && (flags.text('note') ?? '').trim() !== '' ? null : 'a folder and --note WHY are needed';
  if (flags.has('note')) return '--note goes with close';
  if (flags.places.length !== 2 || folder === undefined || !/^https?:\/\//.test(url)) return 'an http(s) address and a folder are needed';
  if (flags.has('all') && !flags.has('once')) return '--all goes with --once';
  if (flags.has('token-file') && flags.has('client')) return '--token-file or --client, not both';
  if (flags.has('client-key') !== flags.has('idp') || (flags.has('idp') && !flags.has('client')))
    return '--client NAME --client-key FILE --idp URL go together';
  if (!/^[1-9]\d{0,3}$/.test(flags.text('turn-hours') ?? '24')) return '--turn-hours takes 1 to 9999';
  if (!/^\d{1,5}$/.test(flags.text('serve') ?? '0') || Number(flags.text('serve')) > 65_535) return '--serve takes a port';
  if (flags.has('replace-policy') && !flags.has('policy')) return '--replace-policy goes with --policy FILE';
  return null;
}

async function mirror(flags: Flags, clock: Clock): Promise<number> {
  const [url = '', place = ''] = flags.places;
  const folder = path.resolve(place);
  const store = await prepareFolder(folder);
  await lockFolder(folder);
  const trust = await pinnedTrust(store, clock, {
    given: flags.text('policy') ?? null,
    mayReplace: flags.has('replace-policy'),
    name: flags.text('name') ?? null,
  });
  if (trust.policy.quorum === 'none') say('chính sách không cần nhân chứng nào · the policy asks for no witness: less is proven');
  const evidence = await Evidence.open(store, clock);
  const source = new LogSource(url, await tokensOf(flags, clock));
  const turnMs = Number(flags.text('turn-hours') ?? '24') * 3_600_000;
  const settings: MirrorSettings = { ...trust, folder, store, evidence, source, clock, turnMs };
  return flags.has('once') ? once(settings, flags) : on(settings, flags);
}

/** By a person, beside a mirror that may be running: it reads the list anew in each round. */
async function close(flags: Flags, clock: Clock): Promise<number> {
  const folder = path.resolve(flags.places[1] ?? '');
  const evidence = await Evidence.open(new FolderStore(folder), clock);
  if (evidence.first === null)
    throw new CommandEnd(exitCodes.absent, `không có phát hiện nào đang mở · nothing that was found is open in ${folder}`);
  say(`đã khép · closed: ${await evidence.close(flags.text('note') ?? '')}`);
  return exitCodes.ok;
}

async function once(settings: MirrorSettings, flags: Flags): Promise<number> {
  try {
    const round = await (await Mirror.open(settings)).round(flags.has('all'));
    if (round.isNew && round.finding !== null) say(tellFinding(round.finding));
    tell(round, flags);
    return becauseOf(round) === null ? exitCodes.ok : exitCodes.notVerified;
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    say(tellFinding(error.finding));
    tell({ size: 0, added: 0, reread: 0, finding: error.finding, isNew: true, waiting: null, seenAt: null, wholeAt: null }, flags);
    return exitCodes.notVerified;
  }
}

/** Until SIGTERM (0) or SIGINT (130, as every command). A copy that is not whole is looked at again: a person may put it right. */
async function on(settings: MirrorSettings, flags: Flags): Promise<number> {
  const abort = new AbortController();
  process.once('SIGTERM', () => {
    abort.abort();
    setTimeout(() => process.exit(exitCodes.ok), politeMs).unref();
  });
  const { signal } = abort;
  const serve = flags.text('serve');
  if (serve !== undefined)
    say(`checkpoint, ô băm · hash tiles: http://127.0.0.1:${await serveCopy(settings.folder, Number(serve), signal)}/log/`);
  let lastWords = '';
  while (!signal.aborted) {
    try {
      const opened = await Mirror.open(settings);
      const open = settings.evidence.first;
      if (open !== null) say(tellFinding(open));
      await follow(opened, {
        roundMs,
        signal,
        clock: settings.clock,
        say,
        told: (round) => void ((round.added > 0 || round.isNew) && tell(round, flags)),
      });
    } catch (error) {
      if (!(error instanceof Found)) throw error;
      if (lastWords !== error.message) say(tellFinding(error.finding));
      lastWords = error.message;
      await pause(retryOwnCopyMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return exitCodes.ok;
}

/** A fresh token before the old one ends, and whenever the log refuses one. */
async function tokensOf(flags: Flags, clock: Clock): Promise<TokenSource | null> {
  const file = flags.text('token-file');
  if (file !== undefined)
    return async () => {
      try {
        return (await readFile(file, 'utf8')).trim();
      } catch (error) {
        throw new NotAdmitted(401, error instanceof Error ? error.message : file);
      }
    };
  const client = flags.text('client');
  if (client === undefined) return null;
  const record = await readRunRecord(loadConfig('cli').stateDir);
  const [idp, key] = [flags.text('idp') ?? record?.urls.idp, flags.text('client-key')];
  if (idp === undefined || (key === undefined && record === null))
    throw new CommandEnd(exitCodes.unavailable, 'không thấy thành phố đang chạy · no city is running here: --client-key FILE --idp URL');
  const provider = new DemoProvider(idp);
  let held: { readonly token: string; readonly untilMs: number } | null = null;
  return async (isFresh) => {
    if (!isFresh && held !== null && clock.nowMs() < held.untilMs) return held.token;
    try {
      const token = await (key === undefined ? provider.machineToken(record?.paths.state ?? '', client) : provider.tokenByKey(key, client));
      held = { token, untilMs: clock.nowMs() + heldForMs };
      return token;
    } catch (error) {
      if (error instanceof TokenRefused) throw new NotAdmitted(401, error.message);
      throw new Unreachable(`máy chủ đăng nhập không trả lời · the identity provider does not answer: ${String(error)}`);
    }
  };
}

/** Shorter than the life of any token that providers give by default. */
const heldForMs = 240_000;

const becauseOf = ({ finding, waiting }: Round): string | null => (finding === null ? waiting : because(finding));

function tell(round: Round, flags: Flags): void {
  const { size, added, reread, wholeAt } = round;
  const why = becauseOf(round);
  if (flags.has('json')) {
    const line = { apiVersion: 1, kind: 'MirrorRound', verified: why === null, because: why, size, added, reread, wholeAt };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  const what = `giữ ${size} bản ghi (thêm ${added}), đọc lại ${reread} gói · holds ${size} entries (${added} new), ${reread} bundles read again`;
  process.stdout.write(`${why === null ? 'ĐÚNG · verified' : `SAI · not verified: ${why}`}  ${what}\n`);
}

function exitCodeOf(error: unknown): number | null {
  if (error instanceof CommandEnd) return error.exitCode;
  if (error instanceof FolderRefused) return exitCodes[error.kind];
  if (error instanceof NotAdmitted) return error.status === 401 ? exitCodes.signInNeeded : exitCodes.denied;
  return error instanceof Unreachable ? exitCodes.unavailable : null;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
