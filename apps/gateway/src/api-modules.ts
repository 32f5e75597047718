import { FootageApiModule } from '#api/footage';
import { IdentityApiModule } from '#api/identity';
import { InspectionApiModule } from '#api/inspection';
import { RegistryApiModule } from '#api/registry';
import { RegulationApiModule, ReleaseApiModule } from '#api/regulation';
import { SharingApiModule } from '#api/sharing';
import { CityApiModule } from './city/city-api.module.js';
import { SessionApiModule } from './session/session-api.module.js';

/** The second doors: resolvers of every lib. Only the gateway opens them. */
export const apiModules = [
  IdentityApiModule,
  RegulationApiModule,
  RegistryApiModule,
  ReleaseApiModule,
  SharingApiModule,
  FootageApiModule,
  InspectionApiModule,
  CityApiModule,
  SessionApiModule,
];
