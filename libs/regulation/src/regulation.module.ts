import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbilityChecker } from '#libs/identity';
import { Clock, Misuse, describeError } from '#libs/kernel';
import { BundleAbilities } from './bundle-abilities.js';
import { RuleUseEntity, RuleUseProgressEntity } from './catalogue/rule-use.entity.js';
import { EmergencyActs } from './emergency/emergency-acts.service.js';
import { EmergencyFollower } from './emergency/emergency-follower.service.js';
import { EmergencyListEntity, EmergencyNodeEntity } from './emergency/emergency-list.entity.js';
import { EmergencyRepository } from './emergency/emergency.repository.js';
import { EmergencyStore } from './emergency/emergency-store.js';
import { ClassGate } from './class-gate.service.js';
import { DecisionFactsEntity } from './decision-facts.entity.js';
import { DecisionFactsRepository } from './decision-facts.repository.js';
import { DecisionView } from './decision-view.service.js';
import { Gate } from './gate.service.js';
import { ObligationRegistry } from './obligations.js';
import { loadPolicy } from './policy.js';
import { PolicyStore } from './policy-store.js';
import { ViewerRows } from './viewer-rows.service.js';
import { BundleArchive } from './release/bundle-archive.service.js';
import { PolicyActivationEntity } from './release/policy-activation.entity.js';
import { PolicyBundleEntity, PolicyFileEntity } from './release/policy-bundle.entity.js';
import { PolicyImpactEntity, PolicyNoteEntity } from './release/policy-impact.entity.js';
import { PolicyNodeEntity } from './release/policy-node.entity.js';
import { PolicySignatureEntity } from './release/policy-signature.entity.js';
import { PolicySettings } from './release/policy-settings.js';
import { ReleaseRepository } from './release/release.repository.js';
import { ReleaseActs } from './release/release-acts.service.js';
import { ReleaseProposals } from './release/release-proposals.service.js';
import { PolicyNodes } from './release/policy-nodes.service.js';
import { ReleaseFollower } from './release/release-follower.service.js';

const releaseEntities = [
  PolicyBundleEntity,
  PolicyFileEntity,
  PolicySignatureEntity,
  PolicyActivationEntity,
  PolicyImpactEntity,
  PolicyNoteEntity,
  PolicyNodeEntity,
  EmergencyListEntity,
  EmergencyNodeEntity,
];

/** Needs `DatabaseModule`, `AuditModule` and a `Clock` provider in the same process. */
@Global()
@Module({})
export class RegulationModule {
  /** @param policyDir folder of the signed bundle. A process without a usable bundle does not start. */
  static forProcess(settings: { readonly policyDir: string }): DynamicModule {
    return {
      module: RegulationModule,
      imports: [TypeOrmModule.forFeature([DecisionFactsEntity, RuleUseEntity, RuleUseProgressEntity, ...releaseEntities])],
      providers: [
        { provide: PolicyStore, useFactory: (clock: Clock) => openStore(settings.policyDir, clock), inject: [Clock] },
        { provide: AbilityChecker, useClass: BundleAbilities },
        ObligationRegistry,
        DecisionFactsRepository,
        DecisionView,
        Gate,
        BundleArchive,
        { provide: PolicySettings, useValue: settings },
        EmergencyStore,
        EmergencyRepository,
        EmergencyFollower,
        EmergencyActs,
        ReleaseRepository,
        ReleaseFollower,
        ClassGate,
        ReleaseProposals,
        ReleaseActs,
        PolicyNodes,
        ViewerRows,
      ],
      exports: [
        PolicyStore,
        PolicySettings,
        ObligationRegistry,
        Gate,
        ClassGate,
        ViewerRows,
        AbilityChecker,
        DecisionView,
        DecisionFactsRepository,
        BundleArchive,
        ReleaseRepository,
        ReleaseProposals,
        ReleaseActs,
        PolicyNodes,
        EmergencyStore,
        EmergencyRepository,
        EmergencyFollower,
        EmergencyActs,
      ],
    };
  }
}

async function openStore(policyDir: string, clock: Clock): Promise<PolicyStore> {
  try {
    return new PolicyStore(await loadPolicy(policyDir, clock.nowMs()), clock);
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(
      `the policy bundle in ${policyDir} is not usable: ${describeError(error)}`,
      'run `npm run policy:build`, or set CUAO_POLICY_DIR to a signed bundle',
    );
  }
}
