import type { FastifyReply } from 'fastify';

/** `__Host-`: set by this host only, over a secure channel (a browser counts its own machine as one), for every path. */
export const sessionCookie = '__Host-cuao';
/** Ties a sign-in under way to the browser that began it. */
export const signInCookie = '__Host-cuao-signin';

const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export function setSession(reply: FastifyReply, secret: string): void {
  reply.setCookie(sessionCookie, secret, options);
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, options);
}

export function setSignIn(reply: FastifyReply, secret: string): void {
  reply.setCookie(signInCookie, secret, { ...options, maxAge: 600 });
}

export function clearSignIn(reply: FastifyReply): void {
  reply.clearCookie(signInCookie, options);
}
