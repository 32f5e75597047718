import { loadConfig, runProcess } from '#libs/config';
import { startIdp } from './start-idp.js';

await runProcess('idp', () => startIdp(loadConfig('idp')));
