/**
 * A fault: something that should not happen. It is thrown, logged with the request id and masked to the caller.
 * Expected outcomes (refusals, conflicts) are results, never faults.
 */
export class Fault extends Error {
  constructor(
    /** snake_case, stable, for logs and metrics. */
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Fault';
  }
}

/** A neighbour (database, policy engine, signer) did not answer: nothing was decided, nothing was released. */
export class UnavailableFault extends Fault {
  constructor(
    readonly neighbour: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(`${neighbour}_unavailable`, message, options);
    this.name = 'UnavailableFault';
  }
}

/** Wrong configuration or wiring: the process refuses to start and says the remedy. */
export class Misuse extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'Misuse';
  }
}
