/** A command returns the process's exit code (the codes are in `exitCodes`); stdout is data, stderr is talk. */
export type RunCommand = (args: readonly string[]) => Promise<number>;

export interface Command {
  /** The words that select it, e.g. `db migrate` has one word, `db`; the rest are its arguments. */
  readonly name: string;
  readonly summary: string;
  /** Loaded only when asked for: `cuao verify` must not load the database, nor a policy engine. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

/** Exit codes of every command; scripts rely on them. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  denied: 3,
  absent: 4,
  conflict: 5,
  notVerified: 6,
  signInNeeded: 7,
  unavailable: 8,
  partlyDone: 9,
  interrupted: 130,
} as const;

/** Number of single-letter changes between two words (Levenshtein). */
export function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** The known word that a mistyped one most likely meant; null when none is near. */
export function suggestion(typed: string, known: readonly string[]): string | null {
  const near = known
    .map((word) => ({ word, away: distance(typed.toLowerCase(), word) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.away - b.away);
  return near[0]?.word ?? null;
}

/** What stands on stderr when nobody knows which command was meant. */
export function usage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'cách dùng · usage: cuao <lệnh · command> [...]',
    ...commands.map((command) => `  cuao ${command.name.padEnd(width)}  ${command.summary}`),
  ].join('\n');
}
