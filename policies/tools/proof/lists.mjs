// D6: lists, pages, counts, facets and clusters are what the decisions on each camera say (test/journeys/lists-equal).
import { journey } from './journey.mjs';

export const title = 'a list is equal to asking about each camera';

export const run = ({ short = false, count = 500, seed } = {}) =>
  journey({
    file: 'test/journeys/lists-equal',
    environment: { CUAO_LISTS: String(count), ...(seed === undefined ? {} : { CUAO_SEED: String(seed) }) },
    said: 'lists = decisions',
    short,
    asked: ({ databases = 0 }) => databases,
    unit: 'random databases',
  });
