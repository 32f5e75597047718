import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveredRangeEntity } from './delivered-range.entity.js';
import { FootageClocks } from './footage-clocks.service.js';
import { FootageSettings } from './footage-settings.js';
import { OpenStreams } from '#libs/regulation';
import { BarredStreams } from './barred-streams.service.js';
import { ObligationEnforcer } from './obligation-enforcer.js';
import { PlaybackSessionEntity } from './playback-session.entity.js';
import { PlaybackRepository } from './playback.repository.js';
import { Playback } from './playback.service.js';

/** For the gateway. Needs the database, audit, identity, regulation, registry and sharing modules and a `Clock` in the same process. */
@Global()
@Module({})
export class PlaybackModule {
  static forProcess({ edgeUrl, producer }: FootageSettings): DynamicModule {
    return {
      module: PlaybackModule,
      imports: [TypeOrmModule.forFeature([PlaybackSessionEntity, DeliveredRangeEntity])],
      providers: [
        { provide: FootageSettings, useValue: { edgeUrl, producer } },
        ObligationEnforcer,
        PlaybackRepository,
        Playback,
        { provide: OpenStreams, useClass: BarredStreams },
      ],
      exports: [Playback, OpenStreams],
    };
  }
}

/** For the worker: what ends by time. Needs the database and audit modules and a `Clock`; it makes no decision. */
@Module({ providers: [PlaybackRepository, FootageClocks], exports: [FootageClocks] })
export class FootageClocksModule {}
