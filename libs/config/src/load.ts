import { Misuse } from '#libs/kernel';
import { schemas, variables, type ConfigOf, type ProcessName } from './schema.js';

/**
 * Reads the environment once, validates it against the schema of this process and freezes the result.
 * The only place in the server code that touches `process.env`.
 * @throws Misuse naming every wrong or missing variable
 */
export function loadConfig<P extends ProcessName>(processName: P, environment: NodeJS.ProcessEnv = process.env): ConfigOf<P> {
  const schema = schemas[processName];
  const raw: Record<string, string | undefined> = {};
  for (const field of Object.keys(schema.shape)) {
    const variable = variables[field];
    if (variable === undefined) throw new Misuse(`configuration field ${field} has no variable`, 'add it to libs/config/src/schema.ts');
    raw[field] = environment[variable];
  }
  const result = schema.safeParse(raw);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${variables[String(issue.path[0])] ?? String(issue.path[0])}: ${issue.message}`);
    throw new Misuse(
      `configuration of ${processName} is not usable: ${problems.join('; ')}`,
      'set the variables named above; `npm start` sets all of them for the demo city',
    );
  }
  return Object.freeze(result.data) as ConfigOf<P>;
}

/** Nest token under which a process injects its own frozen configuration. */
export const AppConfig = Symbol('AppConfig');
