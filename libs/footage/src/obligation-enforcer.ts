import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Fault } from '#libs/kernel';
import { ObligationRegistry, type Obligation } from '#libs/regulation';

/** What a session must keep to, as numbers and texts that can be enforced. */
export interface Enforcement {
  readonly maxMinutes: number;
}

/**
 * What this house can enforce on a live picture, and how:
 * - `watermark`: the portal draws the viewer's name over the picture. A deterrent: it does not change the bytes.
 * - `no_download`: live windows of a few seconds, `no-store`, no progressive file. Screen capture remains possible.
 * - `max_duration`: the session's own end, by a timer at the edge.
 * Everything else is unknown here, and then the gate denies.
 */
@Injectable()
export class ObligationEnforcer implements OnModuleInit {
  constructor(private readonly registry: ObligationRegistry) {}

  onModuleInit(): void {
    for (const code of ['watermark', 'no_download', 'max_duration']) this.registry.accept(code, 'stream');
  }

  /**
   * @throws Fault `obligation_not_enforceable` when an obligation is known but its parameters are not: nothing may open then
   */
  enforce(obligations: readonly Obligation[]): Enforcement {
    let maxMinutes = Number.POSITIVE_INFINITY;
    for (const { code, params } of obligations) {
      if (code === 'max_duration') maxMinutes = Math.min(maxMinutes, minutesOf(params));
      else if (Object.keys(params).length > 0) throw unknownParameters(code);
    }
    if (!Number.isFinite(maxMinutes)) maxMinutes = longestSessionMinutes;
    return { maxMinutes };
  }
}

/** Where no rule limits it; a viewer opens again, and is decided on again. */
export const longestSessionMinutes = 60;

function minutesOf(params: Obligation['params']): number {
  const { minutes, ...others } = params;
  if (typeof minutes !== 'number' || !(minutes > 0) || Object.keys(others).length > 0) throw unknownParameters('max_duration');
  return minutes;
}

function unknownParameters(code: string): Fault {
  return new Fault('obligation_not_enforceable', `the parameters of obligation ${code} are not understood`);
}
