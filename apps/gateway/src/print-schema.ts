import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { schemaText } from './schema.js';

/** `npm run schema`: writes schema.graphql at the root; with `--check` says whether it is current and writes nothing. */
const file = path.resolve(import.meta.dirname, '../../../../schema.graphql');
const text = await schemaText();
if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => '');
  process.stdout.write(
    current === text ? 'schema.graphql is current\n' : 'schema.graphql is not current: run `npm run schema` and commit it\n',
  );
  process.exitCode = current === text ? 0 : 1;
} else {
  await writeFile(file, text);
  process.stdout.write(`schema.graphql written, ${text.split('\n').length} lines\n`);
}
