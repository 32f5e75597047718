import { execFile } from 'node:child_process';
import { repositoryRoot } from './source-files.js';

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

/** Runs a tool of ours as `npm run` does; a tool that could not run at all is told apart from one that found something. */
function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: repositoryRoot, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code !== 'number' || code > 1) reject(new Error(`${args.join(' ')} ended with ${String(code)}: ${stderr}`));
      else resolve({ code, output: stdout + stderr });
    });
  });
}

const eslint = 'node_modules/eslint/bin/eslint.js';
const prettier = 'node_modules/prettier/bin/prettier.cjs';
const samples = 'test/architecture/samples';

async function lint(...args: string[]): Promise<string[]> {
  const { output } = await run([eslint, '--format', 'json', ...args]);
  const results = JSON.parse(output) as LintResult[];
  return results.flatMap((one) =>
    one.messages.map((message) => `${one.filePath.slice(repositoryRoot.length + 1)}:${message.line} ${message.ruleId ?? message.message}`),
  );
}

// The tree itself is linted and its formatting checked by `npm test` (`npm run lint`, `npm run format:check`) beside these tests.
describe('lint with types', () => {
  it('finds each planted sample', async () => {
    const found = await lint('--no-ignore', samples);
    expect(found.sort()).toEqual([
      `${samples}/floating-promise.ts:4 @typescript-eslint/no-floating-promises`,
      `${samples}/missing-case.ts:4 @typescript-eslint/switch-exhaustiveness-check`,
      `${samples}/misused-promise.ts:6 @typescript-eslint/no-misused-promises`,
      `${samples}/non-null-assertion.ts:2 @typescript-eslint/no-non-null-assertion`,
      `${samples}/type-escapes.ts:1 @typescript-eslint/no-explicit-any`,
      `${samples}/type-escapes.ts:2 @typescript-eslint/ban-ts-comment`,
    ]);
  });
});

describe('formatting', () => {
  it('finds the planted sample', async () => {
    const { code } = await run([prettier, '--check', '--ignore-path', '/dev/null', `${samples}/unformatted.ts`]);
    expect(code).toBe(1);
  });
});
