import { cacheExchange, Client, fetchExchange } from 'urql';
import { hearServerTime, serverNowMs } from './server-clock.js';
import { operationNameOf } from './trusted.js';

/** Raised on the window when the gateway no longer knows the session; the frame then asks for a new sign-in. */
export const sessionLostEvent = 'cuao:session-lost';

let askedAtMs = 0;

/** When the session was last used, by the gateway's clock: from then on its idle time counts. */
export function lastAskedMs(): number {
  return askedAtMs;
}

interface Body {
  documentId?: string;
  operationName?: string;
  variables?: unknown;
}

/** The one way to the gateway: same origin, session cookie, CSRF header, document by hash. */
async function ask(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Body;
  const named = { documentId: body.documentId, operationName: operationNameOf(body.documentId ?? ''), variables: body.variables };
  const headers = new Headers(init.headers);
  headers.set('x-cuao-csrf', '1');
  const response = await fetch(input, {
    ...init,
    headers,
    body: JSON.stringify(named),
    credentials: init.credentials ?? 'same-origin',
    cache: 'no-store',
  });
  hearServerTime(response.headers.get('date'));
  if (init.credentials !== 'omit') askedAtMs = serverNowMs();
  // Who asks who it is may hear that it is nobody; anybody else has lost the session under way.
  if (response.status === 401 && named.operationName !== 'WhoAmI') window.dispatchEvent(new Event(sessionLostEvent));
  return response;
}

/** For what the page asks by itself, again and again: without the cookie it does not keep an idle session alive. */
export const withoutSession = { fetchOptions: { credentials: 'omit' } } as const;

/**
 * A new client with an empty document cache. Made anew when a session is lost; a change of role loads the page anew. So
 * nothing seen in one role can appear in another. Nothing of it is kept on the device.
 */
export function newClient(): Client {
  return new Client({
    url: '/graphql',
    fetch: ask,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange, fetchExchange],
  });
}
