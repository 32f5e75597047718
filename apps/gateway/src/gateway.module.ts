import { Module, ValidationPipe, type ArgumentMetadata, type DynamicModule, type Type, type ValidationPipeOptions } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { AuditModule, openTileStore, remembered } from '#libs/audit';
import { ConsentModule } from '#libs/consent';
import { DatabaseModule } from '#libs/database';
import { PlaybackModule } from '#libs/footage';
import { IdentityModule, RequiresGuard, Viewers } from '#libs/identity';
import { InspectionModule } from '#libs/inspection';
import type { Clock } from '#libs/kernel';
import { RegistryModule } from '#libs/registry';
import { RegulationModule } from '#libs/regulation';
import { SharingModule } from '#libs/sharing';
import { apiModules } from './api-modules.js';
import { Callers } from './caller/caller.js';
import { ClockModule } from './clock.module.js';
import type { GatewayConfig } from './gateway-config.js';
import { graphqlOptions, type GraphqlParts } from './graphql/graphql-options.js';
import { InvalidForm } from './graphql/invalid-form.js';

/** What the parts of one gateway share besides Nest's providers. */
export type SharedParts = Omit<GraphqlParts, 'callers'>;

@Module({})
export class GatewayModule {
  /** @param extra modules of a test: a resolver to ask, never one that answers for ours */
  static with(config: GatewayConfig, clock: Clock, shared: SharedParts, extra: readonly (Type<unknown> | DynamicModule)[]): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        DiscoveryModule,
        ClockModule.with(clock),
        DatabaseModule.forProcess({
          databaseUrl: config.databaseUrl,
          role: 'cuao_gateway',
          poolSize: 10,
          applicationName: config.producer,
        }),
        AuditModule.forProcess({
          databaseUrl: config.databaseUrl,
          role: 'cuao_gateway',
          producer: config.producer,
          origin: config.logOrigin,
          stateDir: config.stateDir,
          doorbell: { redisUrl: config.redisUrl, queuePrefix: config.queuePrefix },
          store: remembered(openTileStore({ ...config, logStoreLockDays: null }, clock), 'full'),
          readsOpenings: true,
        }),
        IdentityModule.forGateway(config),
        RegulationModule.forProcess({ policyDir: config.policyDir }),
        RegistryModule,
        ConsentModule.forGateway(config),
        SharingModule,
        PlaybackModule.forProcess(config),
        InspectionModule,
        ...apiModules,
        ...extra,
        GraphQLModule.forRootAsync<MercuriusDriverConfig>({
          driver: MercuriusDriver,
          inject: [Viewers],
          useFactory: (viewers: Viewers) => graphqlOptions({ ...shared, callers: new Callers(viewers) }),
        }),
      ],
      providers: [
        { provide: APP_GUARD, useClass: RequiresGuard },
        { provide: APP_PIPE, useFactory: inputPipe },
      ],
    };
  }
}

/** Unknown fields are refused, constraints of input classes hold; after this only the meaning is judged. */
class InputPipe extends ValidationPipe {
  /** `@Args()` without a name hands every argument of the field to each class that reads some of them: what is not its own is left out. */
  private readonly partial = new ValidationPipe({ ...formRules, forbidNonWhitelisted: false });

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isPartOfArguments = metadata.type === 'body' && metadata.data === undefined;
    return isPartOfArguments ? this.partial.transform(value, metadata) : super.transform(value, metadata);
  }
}

const formRules: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) => new InvalidForm(errors),
};

function inputPipe(): ValidationPipe {
  return new InputPipe(formRules);
}
