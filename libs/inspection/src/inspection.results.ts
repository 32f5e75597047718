import { createUnionType } from '@nestjs/graphql';
import { NotFound } from '#libs/identity';
import { DeniedType } from '#libs/regulation';
import { EntryProofType, NotReady } from './entry-proof.type.js';
import { EntryPeopleType } from './entry-people.type.js';
import { EntryConnection } from './log-entry.type.js';

export const EntriesResult = createUnionType({
  name: 'EntriesResult',
  description: 'Các bản ghi được xem, hoặc vì sao không được xem · the entries you may read, or why not',
  types: () => [EntryConnection, DeniedType] as const,
});

export const ProofResult = createUnionType({
  name: 'ProofResult',
  description: 'Bằng chứng, hoặc vì sao chưa có · the proof, or why there is none',
  types: () => [EntryProofType, NotFound, NotReady, DeniedType] as const,
});

export const EntryPeopleResult = createUnionType({
  name: 'EntryPeopleResult',
  description: 'Những người khớp tên, hoặc vì sao không được hỏi · the people of that name, or why not',
  types: () => [EntryPeopleType, DeniedType] as const,
});
