// Jest as a program: its talk goes to the terminal, its figures to a file.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Stopped } from '../setup/speech.mjs';

/**
 * Reads Jest's JSON. A file that could not even be loaded has no tests in it, so each such file counts as one failure.
 * @returns {{passed: number, failed: number, skipped: number}}
 */
export function countsOf(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
}

/** @returns counts, and `broken`: null or what went wrong beyond single tests */
export async function runJest({ root, words, env, folder, signal }) {
  const report = path.join(folder, 'jest.json');
  const code = await jest(root, ['--json', `--outputFile=${report}`, ...words], env, signal);
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0, broken: `Jest ended with ${code} and no report` };
  const counts = countsOf(JSON.parse(readFileSync(report, 'utf8')));
  return { ...counts, broken: code !== 0 && counts.failed === 0 ? `Jest ended with ${code}` : null };
}

function jest(root, args, env, signal) {
  return new Promise((resolve, reject) => {
    // stdout would be the JSON once more; people read stderr.
    const child = spawn(
      process.execPath,
      ['--experimental-vm-modules', '--no-warnings', path.join(root, 'node_modules/jest/bin/jest.js'), ...args],
      {
        cwd: root,
        env,
        detached: true,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      end(); // what a test started and forgot
      if (signal.aborted) reject(new Stopped());
      else resolve(code ?? 1);
    });
  });
}
