import { IdentityApiModule } from '#api/identity';
import { RegistryApiModule } from '#api/registry';
import { CityApiModule } from './city/city-api.module.js';
import { SessionApiModule } from './session/session-api.module.js';

/** The second doors: resolvers of every lib. Only the gateway opens them. */
export const apiModules = [IdentityApiModule, RegistryApiModule, CityApiModule, SessionApiModule];
