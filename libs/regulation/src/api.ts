export { RegulationApiModule } from './regulation-api.module.js';
