import { loadConfig, runProcess } from '#libs/config';
import { createSigner } from './signer.js';

await runProcess('signer', () => createSigner(loadConfig('signer')));
