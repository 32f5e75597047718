import { Fault } from '#libs/kernel';

/** The store answers, and does not do it: a key without the right, a bucket that is not there, a clock that is off. */
export class S3Refusal extends Fault {
  constructor(
    readonly status: number,
    /** The server's own (`AccessDenied`); empty where it said none. */
    readonly reason: string,
    bucket: string,
  ) {
    super('log_store_refused', `the store of the log's files answers ${status} ${reason} for the bucket ${bucket}`.replace('  ', ' '));
  }
}
