import http from 'node:http';
import { performance } from 'node:perf_hooks';

/** An answer and how long it took, from the first byte sent to the last byte read. */
export interface Answered<T> {
  readonly data: T;
  readonly ms: number;
}

export class ApiFault extends Error {}

const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

/** One person's door to the public API: their bearer token and nothing else. */
export class Caller {
  constructor(
    private readonly gateway: string,
    private readonly token: string | null,
  ) {}

  /** @throws ApiFault when the answer carries errors or none came: the story counts on results, refusals among them are data */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answered<T>> {
    const sentAt = performance.now();
    const { status, text } = await post(`${this.gateway}/graphql`, JSON.stringify({ query, variables }), this.token);
    const ms = performance.now() - sentAt;
    let body: { data?: T | null; errors?: readonly { message: string }[] };
    try {
      body = JSON.parse(text) as typeof body;
    } catch {
      throw new ApiFault(`HTTP ${status}, no JSON: ${text.slice(0, 200)}`);
    }
    if (body.errors !== undefined && body.errors.length > 0)
      throw new ApiFault(`HTTP ${status}: ${body.errors.map((error) => error.message).join('; ')}`);
    if (body.data === undefined || body.data === null) throw new ApiFault(`HTTP ${status}: no data`);
    return { data: body.data, ms };
  }
}

function post(url: string, body: string, token: string | null): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
        response.on('error', reject);
      },
    );
    request.setTimeout(30_000, () => request.destroy(new ApiFault('no answer within 30 s')));
    request.on('error', reject);
    request.end(body);
  });
}

/** Idle connections would keep the program alive. */
export function hangUp(): void {
  agent.destroy();
}
