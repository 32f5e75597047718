import { IdentityApiModule } from '#api/identity';
import { RegistryApiModule } from '#api/registry';

/** The second doors: resolvers of every lib. Only the gateway opens them. */
export const apiModules = [IdentityApiModule, RegistryApiModule];
