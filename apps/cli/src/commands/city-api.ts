import { readFile } from 'node:fs/promises';
import { loadConfig } from '#libs/config';
import { exitCodes } from '../command.js';
import { DemoProvider, TokenRefused } from './demo-provider.js';
import type { Flags } from './flags.js';
import { readRunRecord } from './run-record.js';

/** A command that cannot go on: what to say on stderr, and the exit code. */
export class CommandEnd extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const timeoutMs = 60_000;

/** Flags that say where the city is and who acts. */
export const caller = ['as', 'role', 'token-file', 'url'];

/** The gateway as an operator's command sees it: GraphQL and the files of bundles, with a bearer token. */
export class CityApi {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** `--as` signs in at the embedded identity provider of the demo city; elsewhere a token is read from a file. @throws CommandEnd */
  static async open(flags: Flags): Promise<CityApi> {
    const record = await readRunRecord(loadConfig('cli').stateDir);
    const url = flags.text('url') ?? record?.url;
    if (url === undefined)
      throw new CommandEnd(
        exitCodes.unavailable,
        'không thấy thành phố nào đang chạy; --url · no city is running here: npm start, or --url',
      );
    const [as, file] = [flags.text('as'), flags.text('token-file')];
    if (file !== undefined) return new CityApi(url, (await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).trim());
    if (as === undefined)
      throw new CommandEnd(exitCodes.signInNeeded, 'ai làm? · who acts? --token-file FILE, or --as PERSON in the demo city');
    if (record?.urls.idp === undefined) throw new CommandEnd(exitCodes.unavailable, 'this city signs in elsewhere: --token-file FILE');
    try {
      return new CityApi(url, await new DemoProvider(record.urls.idp).personToken(as, flags.text('role')));
    } catch (error) {
      if (error instanceof TokenRefused) throw new CommandEnd(exitCodes.signInNeeded, error.message);
      throw new CommandEnd(exitCodes.unavailable, `the identity provider does not answer: ${String(error)}`);
    }
  }

  /** @throws CommandEnd for faults; expected refusals are in the data */
  async ask(query: string, variables: object = {}): Promise<Record<string, unknown>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const [fault] = errors ?? [];
    if (fault !== undefined)
      throw new CommandEnd(codeOfFault(fault.extensions?.code), `${fault.extensions?.code ?? 'FAULT'}: ${fault.message}`);
    return data ?? {};
  }

  async putFile(sha256: string, bytes: Uint8Array): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const { status } = await this.fetch(`/policy/files/${sha256}`, { method: 'PUT', headers, body: Buffer.from(bytes) });
    if (status !== 204)
      throw new CommandEnd(
        status === 403 ? exitCodes.denied : status === 401 ? exitCodes.signInNeeded : exitCodes.unexpected,
        `file ${sha256} was not taken: HTTP ${status}`,
      );
  }

  async getFile(sha256: string): Promise<Buffer> {
    const response = await this.fetch(`/policy/files/${sha256}`, {});
    if (response.status !== 200) throw new CommandEnd(exitCodes.absent, `file ${sha256} is not there: HTTP ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${this.token}` };
    try {
      return await fetch(`${this.url}${path}`, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
    } catch (cause) {
      throw new CommandEnd(
        exitCodes.unavailable,
        `${this.url} không trả lời · does not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    }
  }
}

function codeOfFault(code: string | undefined): number {
  if (code === 'UNAUTHENTICATED' || code === 'SESSION_REVOKED') return exitCodes.signInNeeded;
  if (code === 'FORBIDDEN' || code === 'ROLE_NOT_CHOSEN') return exitCodes.denied;
  if (code === 'SERVICE_UNAVAILABLE') return exitCodes.unavailable;
  return code === 'BAD_USER_INPUT' ? exitCodes.usage : exitCodes.unexpected;
}

/** A union's member that is not the wished one, as `problemFields` asks for it. */
export interface Problem {
  readonly __typename: string;
  readonly code?: string;
  readonly textVi?: string;
  readonly textEn?: string;
  readonly reasons?: readonly { readonly rule: string; readonly articles: readonly string[] }[];
}

export const problemFields = '... on Problem { code textVi textEn } ... on Denied { reasons { rule articles textVi } decisionId entryId }';

/** Says why not, with the rules and their articles where it was they. @returns the exit code */
export function tellProblem(said: Problem): number {
  const rules = (said.reasons ?? []).map(({ rule, articles }) => `  ${rule}: ${articles.join('; ')}\n`).join('');
  process.stderr.write(`${said.code ?? said.__typename}: ${said.textVi ?? ''} · ${said.textEn ?? ''}\n${rules}`);
  return codeOfProblem(said.__typename);
}

/** Exit code of a union's member. */
export function codeOfProblem(typename: string): number {
  const codes: Readonly<Record<string, number>> = {
    Denied: exitCodes.denied,
    NotFound: exitCodes.absent,
    StateConflict: exitCodes.conflict,
    InvalidInput: exitCodes.notVerified,
  };
  return codes[typename] ?? exitCodes.unexpected;
}
