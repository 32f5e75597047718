#!/usr/bin/env node
// The command `cuao` of a checkout (`npx cuao`): runs the built command line, builds it first where there is none.
import { existsSync } from 'node:fs';
import { placeOf } from './city/place.mjs';
import { ensureServerBuild } from './setup/builds.mjs';
import { ensurePackages } from './setup/packages.mjs';

const place = placeOf();
process.env.CUAO_STATE_DIR ??= place.state;
process.env.CUAO_POLICY_DIR ??= place.policies;
try {
  if (!existsSync(place.cli)) {
    await ensurePackages(place.root);
    await ensureServerBuild(place.root);
  }
  process.argv[1] = place.cli;
  await import(place.cli);
} catch (error) {
  console.error(`cuao: ${error.message}`);
  process.exitCode = 1;
}
