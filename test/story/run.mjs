// npm run story: builds what is stale, then runs the compiled story with the same arguments.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string} program path below dist/ */
export async function runBuilt(program, args) {
  const { ensureServerBuild } = await import('../../tools/setup/builds.mjs');
  await ensureServerBuild(root);
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist', program), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runBuilt('test/story/main.js', process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
