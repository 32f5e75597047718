import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EntryFilterInput } from './entry-filter.input.js';
import { statedParts, wordsOf } from './filter-words.js';

const wrong = (filter: object): string[] => validateSync(plainToInstance(EntryFilterInput, filter)).map(({ property }) => property);

describe('what stands out in the log', () => {
  it('is asked for by yes alone, or not at all', () => {
    expect(wrong({ atNight: true, lacksCase: true })).toEqual([]);
    expect(wrong({ atNight: null, lacksCase: undefined })).toEqual([]);
    expect(wrong({ atNight: false })).toEqual(['atNight']);
    expect(wrong({ lacksCase: false })).toEqual(['lacksCase']);
  });

  it('is told by the entry as a yes, and by an export and a cursor as a word; what was not asked is in none', () => {
    expect(wordsOf({ atNight: true, lacksCase: true, organisationCode: 'true' })).toEqual({
      details: { byAtNight: true, byLacksCase: true, byOrganisationCode: 'true' },
    });
    expect(statedParts({ atNight: true, lacksCase: true })).toEqual({ atNight: 'true', lacksCase: 'true' });
    expect(statedParts({ atNight: null, lacksCase: null })).toEqual({});
  });
});
