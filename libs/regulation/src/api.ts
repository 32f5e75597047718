export { RegulationApiModule } from './regulation-api.module.js';
export { ReleaseApiModule } from './release/release-api.module.js';
