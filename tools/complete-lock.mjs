#!/usr/bin/env node
// `node tools/complete-lock.mjs`: to be run after every `npm install` that changes package-lock.json.
// A registry that does not serve every platform makes npm write a lock that `npm ci` then refuses.
import { readFile, writeFile } from 'node:fs/promises';
import { completeLock, missingOptional } from './setup/lock-file.mjs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(await readFile(file, 'utf8'));
const missing = missingOptional(lock);
if (missing.length > 0) await writeFile(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
console.log(missing.length === 0 ? 'package-lock.json is complete' : `package-lock.json: ${missing.length} platform entries added`);
