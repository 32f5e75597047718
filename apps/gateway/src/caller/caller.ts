import type { FastifyRequest } from 'fastify';
import type { MachineCaller, SignedIn, Viewers } from '#libs/identity';
import { CodedFault } from '../graphql/fault-codes.js';
import { sessionCookie } from './cookies.js';

/** Who sent a request, and how they said so. Anonymous callers and bearers are programs; a cookie is a browser. */
export interface CallerState {
  readonly way: 'anonymous' | 'cookie' | 'bearer';
  readonly signedIn: SignedIn | null;
  readonly machine: MachineCaller | null;
  /** A cookie came whose session has ended, or never was. */
  readonly sessionEnded: boolean;
}

export const anonymous: CallerState = { way: 'anonymous', signedIn: null, machine: null, sessionEnded: false };

/** Reads the caller from the record. A bearer token that is not good refuses the request; an ended cookie only signs out. */
export class Callers {
  constructor(private readonly viewers: Viewers) {}

  /** @throws CodedFault UNAUTHENTICATED, the same for every defect of a token @throws UnavailableFault */
  async of(request: FastifyRequest): Promise<CallerState> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1];
      const caller = token === undefined ? null : await this.viewers.byToken(token, request.ip);
      if (caller === null) throw new CodedFault('UNAUTHENTICATED');
      return caller.kind === 'person'
        ? { ...anonymous, way: 'bearer', signedIn: caller.signedIn }
        : { ...anonymous, way: 'bearer', machine: caller.machine };
    }
    const secret = request.cookies[sessionCookie];
    if (secret === undefined || secret === '') return anonymous;
    const signedIn = secret.length > 64 ? null : await this.viewers.bySession(secret, request.ip);
    return { way: 'cookie', signedIn, machine: null, sessionEnded: signedIn === null };
  }
}
