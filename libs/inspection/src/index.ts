export { halfYearOf, seedInspection, type HalfYear } from './seed.js';
