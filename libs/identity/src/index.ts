export { AbilityChecker, type ActionCode } from './access/ability-checker.js';
export { AccessRefused, type AccessRefusal } from './access/access-refused.js';
export type { GraphqlContext } from './access/graphql-context.js';
export { CurrentSignIn, CurrentViewer, FromParent, Requires } from './access/requires.decorator.js';
export { RequiresGuard } from './access/requires.guard.js';
export { demoPeople, demoPersonId, type DemoPerson } from './demo-people.js';
export { Cursors, InvalidCursor, type CursorPosition, type CursorScope } from './graphql/cursors.js';
export { DateTime } from './graphql/date-time.scalar.js';
export { LogEntryRef } from './graphql/entry-ref.type.js';
export { Node } from './graphql/node.type.js';
export { longestPage, PageArgs, PageInfo, pageOf } from './graphql/page.type.js';
export {
  invalidInput,
  InvalidInput,
  notFound,
  NotFound,
  Problem,
  stateConflict,
  StateConflict,
  type ProblemFields,
} from './graphql/problem.type.js';
export { functionsOf, inspectorateKinds, organisationKindOf } from './organisation/organisation-kind.js';
export { organisationType, OrganisationType, PersonRef, UnitType } from './organisation/organisation.type.js';
export { Organisations, type Organisation } from './organisation/organisations.service.js';
export { People, type NamedPerson } from './organisation/people.service.js';
export { Units, type Unit } from './organisation/units.service.js';
export { organisationIdOf, readOrganisations, readUnits, type OrganisationFacts, type UnitFacts } from './reference-data.js';
export { mirrorClient, seedIdentity } from './seed.js';
export type { MachineCaller, SignedIn } from './session/signed-in.js';
export { ensureClientKey, clientKeyFile, clientPublicKeyFile, placeOnce } from './session/client-key.js';
export { isRoleCode, roleCodes, roleType } from './session/role-names.js';
export { actorOf, Sessions, type Arrival, type BeginOutcome } from './session/sessions.service.js';
export { SignIn, type SignInOutcome } from './session/sign-in.service.js';
export { ViewerInspections } from './session/viewer-inspections.js';
export { RoleType, ViewerType } from './session/viewer.type.js';
export { Viewers, type Caller } from './session/viewers.service.js';
export { IdentityModule } from './identity.module.js';
export { gatewayAudience, type IdentitySettings } from './identity-settings.js';
export { isResolverClass, rootFieldsOf, unguardedFields, type UnguardedField } from './access/guard-proof.js';
export { ViewerView } from './session/viewer-view.service.js';
