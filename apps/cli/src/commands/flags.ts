/** Arguments of the commands: places and names first, `--name value` and bare `--json` after or between. */
export interface Flags {
  readonly places: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** @returns what is not understood, in words, or the flags */
export function readFlags(args: readonly string[], texts: readonly string[], bare: readonly string[] = ['json']): Flags | string {
  const values = new Map<string, string>();
  const places: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      places.push(arg);
      continue;
    }
    const name = arg.slice(2);
    if (values.has(name)) return `--${name} stands twice`;
    if (bare.includes(name)) values.set(name, '');
    else if (!texts.includes(name)) return `unknown option --${name}`;
    else {
      at += 1;
      const value = args[at];
      if (value === undefined || value.startsWith('--')) return `--${name} needs a value`;
      values.set(name, value);
    }
  }
  return { places, text: (name) => values.get(name), has: (name) => values.has(name) };
}
