export { AppConfig, loadConfig } from './load.js';
export { runProcess, type RunningProcess } from './run-process.js';
export { defaultLogOrigin, variables, type ConfigOf, type ProcessName } from './schema.js';
