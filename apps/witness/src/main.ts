import { loadConfig, runProcess } from '#libs/config';
import { SystemClock } from '#libs/kernel';
import { createWitness } from './witness.js';

await runProcess('witness', () => createWitness(loadConfig('witness'), new SystemClock()));
