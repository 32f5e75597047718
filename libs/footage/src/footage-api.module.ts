import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#libs/registry';
import { PlaybackAnswers } from './playback-answers.service.js';
import { PlaybackResolver } from './playback.resolver.js';

/** The second door: only the gateway opens it. */
@Module({ providers: [PlaybackAnswers, PlaybackResolver] })
export class FootageApiModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly answers: PlaybackAnswers,
  ) {}

  onModuleInit(): void {
    this.nodes.add({ prefix: 'pls', action: 'read_playback', find: (viewer, id) => this.answers.one(viewer, id) });
  }
}
