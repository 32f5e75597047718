import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, Misuse } from '#libs/kernel';
import { Cursors } from './graphql/cursors.js';
import { IdentitySettings } from './identity-settings.js';
import { MachineClientEntity } from './organisation/machine-client.entity.js';
import { OrganisationEntity } from './organisation/organisation.entity.js';
import { Organisations } from './organisation/organisations.service.js';
import { People } from './organisation/people.service.js';
import { PersonRoleEntity } from './organisation/person-role.entity.js';
import { PersonEntity } from './organisation/person.entity.js';
import { UnitEntity } from './organisation/unit.entity.js';
import { Units } from './organisation/units.service.js';
import { placeOnce } from './session/client-key.js';
import { OidcClient } from './session/oidc-client.js';
import { SessionEntity } from './session/session.entity.js';
import { Sessions } from './session/sessions.service.js';
import { SignInAttemptEntity } from './session/sign-in-attempt.entity.js';
import { SignIn } from './session/sign-in.service.js';
import { TokenVerifier } from './session/token-verifier.js';
import { Viewers } from './session/viewers.service.js';

const entities = [UnitEntity, OrganisationEntity, PersonEntity, PersonRoleEntity, MachineClientEntity, SessionEntity, SignInAttemptEntity];

/** Needs `DatabaseModule`, `AuditModule` and a `Clock` provider in the same process. */
@Global()
@Module({})
export class IdentityModule {
  /** For the gateway, which signs people in. */
  static forGateway(settings: IdentitySettings): DynamicModule {
    return {
      module: IdentityModule,
      imports: [TypeOrmModule.forFeature(entities)],
      providers: [
        { provide: IdentitySettings, useValue: settings },
        { provide: TokenVerifier, useFactory: (clock: Clock) => new TokenVerifier(settings.oidcIssuer, clock), inject: [Clock] },
        { provide: OidcClient, useFactory: () => new OidcClient(settings) },
        { provide: Cursors, useFactory: async () => new Cursors(await cursorKey(settings.stateDir)) },
        Units,
        Organisations,
        People,
        Sessions,
        SignIn,
        Viewers,
      ],
      exports: [Units, Organisations, People, Sessions, SignIn, Viewers, Cursors],
    };
  }

  /** For processes that only read who is who (worker, edge). */
  static forReaders(): DynamicModule {
    return {
      module: IdentityModule,
      imports: [TypeOrmModule.forFeature(entities)],
      providers: [Units, Organisations, People],
      exports: [Units, Organisations, People],
    };
  }
}

/** One key for all gateways of one state folder: a cursor of one must be good at the next. */
async function cursorKey(stateDir: string): Promise<Buffer> {
  const file = path.join(stateDir, 'keys', 'cursor.key');
  await placeOnce(file, `${randomBytes(32).toString('base64')}\n`);
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== 32)
    throw new Misuse(`${file} does not hold 32 bytes in base64`, 'remove the file; cursors that were handed out become invalid');
  return key;
}
