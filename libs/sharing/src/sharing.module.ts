import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { vietnameseCalendar } from '#libs/deadlines';
import { AccessGrantEntity } from './grant/access-grant.entity.js';
import { CaseBookEntity } from './case/case-book.entity.js';
import { CaseBooks } from './case/case-books.service.js';
import { CaseNumbers } from './case/case-knowledge.service.js';
import { CaseRegister } from './case/case-register.js';
import { ConsentLieuBasisEntity } from './grant/consent-lieu-basis.entity.js';
import { EmergencyBasisEntity } from './grant/emergency-basis.entity.js';
import { GrantCameraEntity } from './grant/grant-camera.entity.js';
import { GrantIssuer } from './grant/grant-issuer.service.js';
import { GrantPapers } from './grant/grant-papers.service.js';
import { SecondApprovalLimitEntity } from './grant/second-approval-limit.entity.js';
import { GrantRepository } from './grant/grant.repository.js';
import { Grants } from './grant/grants.service.js';
import { OwnerActs } from './request/owner-acts.service.js';
import { ApprovalActs } from './request/approval-acts.service.js';
import { PoliceActs } from './request/police-acts.service.js';
import { RepetitionAlertEntity } from './repetition/repetition-alert.entity.js';
import { RepetitionAlerts } from './repetition/repetition-alerts.service.js';
import { RequestCameraEntity } from './request/request-camera.entity.js';
import { RequestEventEntity } from './request/request-event.entity.js';
import { RequestIdempotencyEntity } from './request/request-idempotency.entity.js';
import { RepetitionRepository } from './repetition/repetition.repository.js';
import { RequestRecords } from './request/request-records.service.js';
import { RequestRepository } from './request/request.repository.js';
import { ReviewDeadline } from './request/review-deadline.js';
import { RequestVersionEntity } from './request/request-version.entity.js';
import { SharingRequestEntity } from './request/sharing-request.entity.js';
import { Submissions } from './request/submissions.service.js';
import { Withdrawals } from './request/withdrawals.service.js';
import { EdgeNodeEntity } from './revocation/edge-node.entity.js';
import { RevocationAckEntity } from './revocation/revocation-ack.entity.js';
import { RevocationCounterEntity } from './revocation/revocation-counter.entity.js';
import { RevocationEntity } from './revocation/revocation.entity.js';
import { Revocations } from './revocation/revocations.service.js';
import { SharingClocks } from './sharing-clocks.service.js';

const entities = [
  SharingRequestEntity,
  RequestVersionEntity,
  RequestCameraEntity,
  RequestEventEntity,
  RequestIdempotencyEntity,
  ConsentLieuBasisEntity,
  EmergencyBasisEntity,
  SecondApprovalLimitEntity,
  RepetitionAlertEntity,
  CaseBookEntity,
  AccessGrantEntity,
  GrantCameraEntity,
  RevocationEntity,
  RevocationCounterEntity,
  RevocationAckEntity,
  EdgeNodeEntity,
];

/** For the gateway. Needs the database, audit, identity, regulation, registry and consent modules and a `Clock` in the same process. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [
    { provide: ReviewDeadline, useFactory: () => new ReviewDeadline(vietnameseCalendar()) },
    RequestRepository,
    RepetitionRepository,
    RepetitionAlerts,
    { provide: CaseRegister, useClass: CaseBooks },
    CaseNumbers,
    GrantRepository,
    RequestRecords,
    Submissions,
    OwnerActs,
    GrantIssuer,
    GrantPapers,
    PoliceActs,
    ApprovalActs,
    Withdrawals,
    Grants,
    Revocations,
  ],
  exports: [
    RepetitionAlerts,
    RequestRepository,
    RepetitionRepository,
    GrantRepository,
    Submissions,
    OwnerActs,
    PoliceActs,
    ApprovalActs,
    Withdrawals,
    Grants,
    Revocations,
  ],
})
export class SharingModule {}

/** For the worker: what ends by time. Needs the database and audit modules and a `Clock`; it makes no decision. */
@Module({ providers: [RequestRepository, GrantRepository, Revocations, SharingClocks], exports: [SharingClocks, Revocations] })
export class SharingClocksModule {}
