// npm run bench: builds what is stale, then runs the compiled bench with the same arguments.
import { runBuilt } from '../story/run.mjs';

runBuilt('test/bench/bench.js', process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
