export { FootageApiModule } from './footage-api.module.js';
