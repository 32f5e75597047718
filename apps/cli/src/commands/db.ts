import { isConnectionError, ownerDataSource, runMigrations } from '#libs/database';
import { loadConfig } from '#libs/config';
import { Misuse } from '#libs/kernel';
import { exitCodes, suggestion } from '../command.js';
import { seeders } from './seeders.js';

const actions: Readonly<Record<string, (databaseUrl: string) => Promise<void>>> = { migrate, seed };
const help = 'cách dùng · usage: cuao db migrate | cuao db seed (DATABASE_URL đặt trong môi trường · set in the environment)';

/** `cuao db migrate` brings the schema up to date; `cuao db seed` plants the demo city. Both may be run again. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined || rest.length > 0) {
    const meant = suggestion(name, Object.keys(actions));
    talk(meant === null || action !== undefined ? help : `ý bạn là \`cuao db ${meant}\`? · did you mean \`cuao db ${meant}\`?\n${help}`);
    return exitCodes.usage;
  }
  try {
    const { databaseUrl } = loadConfig('cli');
    if (databaseUrl === undefined) throw new Misuse('DATABASE_URL is not set', 'give the address of the database, as its owner');
    await action(databaseUrl);
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof Misuse) talk(`cuao db: ${error.message}\n  remedy: ${error.remedy}`);
    else talk(`cuao db ${name}: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof Misuse) return exitCodes.usage;
    return isConnectionError(error) ? exitCodes.unavailable : exitCodes.unexpected;
  }
}

async function migrate(databaseUrl: string): Promise<void> {
  const done = await runMigrations(databaseUrl);
  for (const name of done) talk(`migrated ${name}`);
  process.stdout.write(`${done.length} migrations run\n`);
}

async function seed(databaseUrl: string): Promise<void> {
  const source = await ownerDataSource(databaseUrl);
  try {
    for (const { name, plant } of seeders) {
      const began = performance.now();
      await source.transaction(plant);
      talk(`planted ${name} in ${Math.round(performance.now() - began)} ms`);
    }
  } finally {
    await source.destroy();
  }
  process.stdout.write(`${seeders.length} seeders run\n`);
}

function talk(text: string): void {
  process.stderr.write(`${text}\n`);
}
