import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionSigner, openDecisionSigner } from './decision-signer.js';
import { SignedDecisionEntity } from './signed-decision.entity.js';
import { SignedDecisions } from './signed-decisions.service.js';

/** Needs `DatabaseModule` in the same process. */
@Global()
@Module({})
export class ConsentModule {
  /** For the gateway, which alone holds the decision key. */
  static forGateway(settings: { readonly stateDir: string }): DynamicModule {
    return {
      module: ConsentModule,
      imports: [TypeOrmModule.forFeature([SignedDecisionEntity])],
      providers: [{ provide: DecisionSigner, useFactory: () => openDecisionSigner(settings.stateDir) }, SignedDecisions],
      exports: [SignedDecisions, DecisionSigner],
    };
  }
}
