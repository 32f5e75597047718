export { run } from '../verify/run.js';
