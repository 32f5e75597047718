// npm run fuzz: builds what is stale, then runs the compiled fuzzer with the same arguments.
import { runBuilt } from '../story/run.mjs';

runBuilt('test/fuzz/fuzz.js', process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
