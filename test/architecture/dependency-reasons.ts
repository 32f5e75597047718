/** The part of the README below a heading that names dependencies, up to the next heading of the same or a higher level. */
export function dependencySection(readme: string): string {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => /^#{2,4} .*(dependenc|phụ thuộc)/i.test(line));
  if (start < 0) return '';
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 2;
  const end = lines.findIndex((line, index) => index > start && /^#+ /.test(line) && (/^#+/.exec(line)?.[0].length ?? 9) <= level);
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

/** A reason is words beside the name: at least this many letters on its line that are not package names. */
const shortestReason = 12;

/** Names of packages without a written reason. A line may give one reason for several packages, each in backticks; `@x/*` covers a scope. */
export function withoutReason(packages: readonly string[], readme: string): string[] {
  const reasons = new Set<string>();
  for (const line of dependencySection(readme).split('\n')) {
    const names = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    const words = line.replace(/`[^`]+`/g, '').replace(/[^\p{L}]/gu, '');
    if (words.length >= shortestReason) for (const name of names) reasons.add(name);
  }
  return packages.filter((name) => !reasons.has(name) && !reasons.has(`${name.split('/')[0] ?? ''}/*`));
}

/** Ranges let somebody else choose what runs here. */
export function notPinned(versions: Readonly<Record<string, string>>): string[] {
  return Object.entries(versions)
    .filter(([, version]) => !/^(npm:(@[a-z0-9-]+\/)?[a-z0-9-]+@)?\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`);
}
