import { run } from './run.js';

/** Entry of the single-file verifier (`dist/verify/verify.mjs`): Node and this file, nothing else. */
process.exitCode = await run(process.argv.slice(2));
