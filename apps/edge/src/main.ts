import { loadConfig, runProcess } from '#libs/config';
import { createEdge } from './create-edge.js';

await runProcess('edge', async () => createEdge(loadConfig('edge')));
