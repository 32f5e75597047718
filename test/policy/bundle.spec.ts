import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { policyRoot } from './policy-cases.js';

const check = path.join(policyRoot, 'tools/check.mjs');

/** Building needs the compiler; running the system and every other test does not. */
const opaFound = spawnSync(process.execPath, [path.join(policyRoot, 'tools/opa.mjs'), '--find']).status === 0;

describe(`the committed bundle (${opaFound ? 'opa found' : 'no opa 1.22.2 found: set OPA_PATH or go install it, then these run too'})`, () => {
  const whereOpaIs = opaFound ? it : it.skip;

  whereOpaIs(
    'is what its sources make, byte by byte, and the rules pass the lint that catches every planted fault',
    () => {
      const only = ['formatted', 'strictly', 'lint', 'tables', 'rebuilding', 'entrypoints'].flatMap((word) => ['--only', word]);
      const said = spawnSync(process.execPath, [check, ...only], { encoding: 'utf8' });
      expect(`${said.stdout}${said.stderr}`).not.toMatch(/^FAIL/m);
      expect(said.status).toBe(0);
    },
    300_000,
  );
});
