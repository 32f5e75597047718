import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbilityChecker } from '#libs/identity';
import { Clock, Misuse, describeError } from '#libs/kernel';
import { BundleAbilities } from './bundle-abilities.js';
import { DecisionFactsEntity } from './decision-facts.entity.js';
import { DecisionFactsRepository } from './decision-facts.repository.js';
import { DecisionView } from './decision-view.service.js';
import { Gate } from './gate.service.js';
import { ObligationRegistry } from './obligations.js';
import { loadPolicy } from './policy.js';
import { PolicyStore } from './policy-store.js';

/** Needs `DatabaseModule`, `AuditModule` and a `Clock` provider in the same process. */
@Global()
@Module({})
export class RegulationModule {
  /** @param policyDir folder of the signed bundle. A process without a usable bundle does not start. */
  static forProcess(settings: { readonly policyDir: string }): DynamicModule {
    return {
      module: RegulationModule,
      imports: [TypeOrmModule.forFeature([DecisionFactsEntity])],
      providers: [
        { provide: PolicyStore, useFactory: (clock: Clock) => openStore(settings.policyDir, clock), inject: [Clock] },
        { provide: AbilityChecker, useClass: BundleAbilities },
        ObligationRegistry,
        DecisionFactsRepository,
        DecisionView,
        Gate,
      ],
      exports: [PolicyStore, ObligationRegistry, Gate, AbilityChecker, DecisionView],
    };
  }
}

async function openStore(policyDir: string, clock: Clock): Promise<PolicyStore> {
  try {
    return new PolicyStore(await loadPolicy(policyDir, clock.nowMs()));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(
      `the policy bundle in ${policyDir} is not usable: ${describeError(error)}`,
      'run `npm run policy:build`, or set CUAO_POLICY_DIR to a signed bundle',
    );
  }
}
