export { run } from './edge-revoke.js';
