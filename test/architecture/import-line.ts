import path from 'node:path';
import ts from 'typescript';
import { at, importedModules, isSpec, syntaxOf, type SourceFile, type Violation } from './source-files.js';

/** `design.md`, floor plan: a lib imports only from its left. */
export const importLine = [
  'kernel',
  'config',
  'database',
  'audit',
  'identity',
  'deadlines',
  'regulation',
  'registry',
  'consent',
  'sharing',
  'footage',
  'inspection',
  'transparency',
  'outbound',
] as const;

/** What the kernel must do without, so that everything else may stand on it. */
const notInKernel = /^(@nestjs\/|typeorm$|typeorm\/|pg$|fastify$|mercurius$|bullmq$|ioredis$)/;

const offlineVerifier = 'apps/cli/src/verify/';

const libOf = (filePath: string): string | null => /^libs\/([^/]+)\//.exec(filePath)?.[1] ?? null;
const appOf = (filePath: string): string | null => /^apps\/([^/]+)\//.exec(filePath)?.[1] ?? null;
const placeOf = (filePath: string): string => filePath.split('/').slice(0, 2).join('/');
const positionOf = (lib: string): number => importLine.findIndex((name) => name === lib);

/** Only-from-the-left, the front door, and the second door for the gateway alone. */
export function importViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files) {
    const lib = libOf(file.path);
    if (lib !== null && positionOf(lib) < 0) {
      violations.push({ path: file.path, line: 1, what: `lib "${lib}" is not in the import line` });
      continue;
    }
    for (const { module, node } of importedModules(file)) {
      const reason = whyForbidden(file, lib, module);
      if (reason !== null) violations.push(at(file, node, reason));
    }
  }
  return violations;
}

function whyForbidden(file: SourceFile, lib: string | null, module: string): string | null {
  if (module.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file.path), module));
    // A test may look at the inside of what it tests; the story is an outsider, who has the offline verifier and nothing else.
    const isOutsider = file.path.startsWith('test/story/') && !target.startsWith(offlineVerifier);
    const isTest = file.path.startsWith('test/') && !isOutsider;
    if (!isTest && placeOf(target) !== placeOf(file.path) && /^(libs|apps)\//.test(target))
      return `reaches into ${placeOf(target)} by a relative path; use its front door`;
    return null;
  }
  const door = /^#(libs|api)\/(.+)$/.exec(module);
  if (door === null) {
    if (lib === 'kernel' && notInKernel.test(module)) return `the kernel does without ${module}`;
    return null;
  }
  const [, kind = '', target = ''] = door;
  if (file.path.startsWith('test/story/')) return `${module}: the story knows the public API and nothing inside`;
  if (target.includes('/')) return `${module} goes around the front door of ${target.split('/')[0] ?? ''}`;
  if (positionOf(target) < 0) return `${module} names no lib of the import line`;
  if (kind === 'api') return appOf(file.path) === 'gateway' || isSpec(file) ? null : `${module}: only apps/gateway opens the second door`;
  if (lib === null) return null;
  if (target === lib) return `${module} imports its own front door; import the file`;
  if (positionOf(target) > positionOf(lib)) return `${lib} imports ${target}, which stands to its right`;
  return null;
}

const keptInside = /\.(entity|repository)\.js$/;

/** A front door (index.ts) and a second door (api.ts) export neither entities nor repositories, by file, by class or by name. */
export function doorViolations(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const violations: Violation[] = [];
  for (const door of files.filter((file) => /^libs\/[^/]+\/src\/(index|api)\.ts$/.test(file.path))) {
    ts.forEachChild(syntaxOf(door), (node) => {
      if (!ts.isExportDeclaration(node) || node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return;
      const module = node.moduleSpecifier.text;
      const target = byPath.get(path.posix.join(path.posix.dirname(door.path), module).replace(/\.js$/, '.ts'));
      const named = node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : null;
      const names = named === null ? null : new Set(named.map((element) => (element.propertyName ?? element.name).text));
      // Plain types may be told from beside a repository; the whole file may not, nor one that cannot be looked into.
      if (keptInside.test(module) && (names === null || target === undefined)) violations.push(at(door, node, `exports ${module}`));
      for (const hidden of target === undefined ? [] : entitiesAndRepositories(target))
        if (names === null || names.has(hidden)) violations.push(at(door, node, `exports ${hidden}, which stays inside`));
    });
  }
  return violations;
}

function entitiesAndRepositories(file: SourceFile): string[] {
  const found: string[] = [];
  ts.forEachChild(syntaxOf(file), (node) => {
    if (!ts.isClassDeclaration(node) || node.name === undefined) return;
    const decorated = (ts.getDecorators(node) ?? []).some((decorator) => /^@(View)?Entity\b/.test(decorator.getText()));
    if (decorated || /(Entity|Repository)$/.test(node.name.text)) found.push(node.name.text);
  });
  return found;
}

/** Every package that is imported by name stands in package.json, so that nothing hangs on somebody else's dependency. */
export function unlistedPackages(files: readonly SourceFile[], listed: ReadonlySet<string>): Violation[] {
  const violations: Violation[] = [];
  for (const file of files)
    for (const { module, node } of importedModules(file)) {
      if (/^([.#/]|node:)/.test(module)) continue;
      const name = module
        .split('/')
        .slice(0, module.startsWith('@') ? 2 : 1)
        .join('/');
      if (name === '@jest/globals') continue; // jest's own, told apart only by its name
      if (!listed.has(name)) violations.push(at(file, node, `${name} is not in package.json`));
    }
  return violations;
}
