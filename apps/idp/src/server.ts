import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { describeError, logLine } from '#libs/kernel';
import { errorPage, pagePolicy, signInPage } from './pages.js';
import { SignInAttempts } from './sign-in-attempts.js';

const longestForm = 4_096;
const interactionPath = /^\/interaction\/([A-Za-z0-9_-]{1,100})(\/login)?$/;

/** The provider's endpoints, and between them our own sign-in page. */
export function createServerFor(provider: Provider, gatewayOrigin: string): Server {
  const attempts = new SignInAttempts();
  provider.use(async (ctx, next) => {
    const nonce = randomBytes(16).toString('base64');
    ctx.state['nonce'] = nonce;
    setPageHeaders(ctx.res, nonce, gatewayOrigin);
    await next();
  });
  const answerProvider = provider.callback();

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
    if (pathname === '/health/live') {
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
      return;
    }
    const interaction = interactionPath.exec(pathname);
    if (interaction === null) {
      await answerProvider(req, res);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    setPageHeaders(res, nonce, gatewayOrigin);
    const uid = interaction[1] ?? '';
    try {
      if (req.method === 'POST' && interaction[2] !== undefined) await signIn(req, res, uid);
      else if (req.method === 'GET' && interaction[2] === undefined) await show(req, res, uid, nonce, searchParams.has('wrong'));
      else res.writeHead(405, { allow: interaction[2] === undefined ? 'GET' : 'POST' }).end();
    } catch (error) {
      logLine('warn', 'idp', 'interaction failed', { error: describeError(error) });
      if (!res.headersSent) res.writeHead(400, { 'content-type': 'text/html; charset=utf-8' }).end(errorPage(nonce));
    }
  }

  async function show(req: IncomingMessage, res: ServerResponse, uid: string, nonce: string, failed: boolean): Promise<void> {
    const { prompt } = await provider.interactionDetails(req, res);
    if (prompt.name === 'login') {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(signInPage(nonce, uid, failed));
      return;
    }
    // The command line is a native client, of which the provider asks consent each time; the person has just typed their password.
    if (prompt.name === 'consent' && prompt.reasons.every((reason) => reason === 'native_client_prompt')) {
      await provider.interactionFinished(req, res, { consent: {} }, { mergeWithLastSubmission: true });
      return;
    }
    // Anything else is a scope that was not given: a role that the person does not hold.
    await provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'the person does not hold the role' });
  }

  async function signIn(req: IncomingMessage, res: ServerResponse, uid: string): Promise<void> {
    const site = req.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw new Error(`a form from ${String(site)}`);
    const form = new URLSearchParams(await bodyOf(req));
    await provider.interactionDetails(req, res);
    const personId = attempts.check(form.get('username') ?? '', form.get('password') ?? '');
    if (personId === null) {
      res.writeHead(303, { location: `/interaction/${uid}?wrong` }).end();
      return;
    }
    await provider.interactionFinished(
      req,
      res,
      { login: { accountId: personId, remember: false, amr: ['pwd'] } },
      { mergeWithLastSubmission: false },
    );
  }

  return createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      logLine('error', 'idp', 'request failed', { error: describeError(error) });
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
}

function setPageHeaders(res: ServerResponse, nonce: string, gatewayOrigin: string): void {
  res.setHeader('content-security-policy', pagePolicy(nonce, gatewayOrigin));
  res.setHeader('cache-control', 'no-store');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('x-content-type-options', 'nosniff');
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestForm) throw new Error('the form is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
