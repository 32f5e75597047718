import 'reflect-metadata';
import { loadConfig, runProcess } from '#libs/config';
import { createWorker } from './worker.js';

await runProcess('worker', () => createWorker(loadConfig('worker')));
