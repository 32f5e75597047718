export { SharingApiModule } from './sharing-api.module.js';
