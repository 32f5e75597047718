import { Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#libs/identity';
import { SystemState } from './system-state.service.js';
import { SystemStateType } from './system-state.type.js';
import { Vocabulary } from './vocabulary.service.js';
import { VocabularyType } from './vocabulary.type.js';

/** What anybody may know of the city's system: how it is, and which words it takes. */
@Resolver()
export class CityResolver {
  constructor(
    private readonly state: SystemState,
    private readonly words: Vocabulary,
  ) {}

  @Requires('public_read')
  @Query(() => SystemStateType, { description: 'Tình trạng hệ thống · state of the system' })
  systemState(): Promise<SystemStateType> {
    return this.state.read();
  }

  @Requires('public_read')
  @Query(() => VocabularyType, { description: 'Danh mục để điền biểu mẫu · lists for filling in forms' })
  vocabulary(): Promise<VocabularyType> {
    return this.words.read();
  }
}
