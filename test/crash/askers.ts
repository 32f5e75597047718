import { appendFileSync } from 'node:fs';
import { describeError, newId } from '#libs/kernel';

export interface AskersSettings {
  readonly url: string;
  /** Signs in anew: a token ends long before a long loop does. */
  readonly signIn: () => Promise<string>;
  readonly callers: number;
  readonly pauseMs: number;
  /** The id that was asked for goes here at the moment at which the gateway's answer is there, one a line. */
  readonly releasedFile: string;
}

export interface Askers {
  readonly stop: () => Promise<void>;
  /** Why answers were none, each reason once. */
  readonly said: () => readonly string[];
}

const patienceMs = 5_000;
const query = 'query Ask($id: ID!) { request(id: $id) { id } }';

/**
 * People at a real gateway, over HTTP: each asks for a request by an id that nobody has asked for before. "There is none" is an
 * answer like any other: it may leave only when the entry that names this id is durable. Whatever else comes back, or nothing, has
 * released nothing.
 */
export function startAskers({ url, signIn, callers, pauseMs, releasedFile }: AskersSettings): Askers {
  const reasons = new Set<string>();
  let isOver = false;
  let token: Promise<string> | null = null;
  const forgotten = (error: unknown): never => {
    token = null;
    throw error;
  };
  const ask = async (id: string): Promise<void> => {
    token ??= signIn();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token.catch(forgotten)}` };
    const body = JSON.stringify({ query, variables: { id } });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(patienceMs) });
    const text = await answer.text();
    if (text === '{"data":{"request":null}}') return appendFileSync(releasedFile, `${id}\n`);
    if (answer.status === 401) token = null;
    throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  };
  const all = Array.from({ length: callers }, async () => {
    while (!isOver) {
      await ask(newId('req')).catch((error: unknown) => reasons.add(describeError(error)));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  });
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(all);
    },
    said: () => [...reasons],
  };
}
