export { InspectionApiModule } from './inspection-api.module.js';
