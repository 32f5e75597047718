// D11: revocations beside checks, lists and openings on two gateways of one database (test/journeys/revocation-races).
import { journey } from './journey.mjs';

export const title = 'no permission outlives its revocation';

export const run = ({ short = false, count = 10_000, seed } = {}) =>
  journey({
    file: 'test/journeys/revocation-races',
    environment: { CUAO_INTERLEAVINGS: String(count), ...(seed === undefined ? {} : { CUAO_SEED: String(seed) }) },
    said: 'races',
    short,
    asked: ({ beside = 0 }) => beside,
    unit: 'acts beside revocations',
  });
