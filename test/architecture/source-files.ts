import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file as the checks see it: its path from the root with `/`, and its text. Samples are written the same way. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One broken rule at one place; `line` counts from 1. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const skipped = new Set(['node_modules', 'dist', '.cuao', '.git', 'coverage', 'generated']);

/** Every file below the folders whose name ends as asked; the tree as it lies there, committed or not. */
export function filesBelow(folders: readonly string[], ending: RegExp): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(repositoryRoot, folder), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const below = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else if (ending.test(entry.name)) found.push({ path: below, text: readFileSync(path.join(repositoryRoot, below), 'utf8') });
    }
  };
  const present = new Set(readdirSync(repositoryRoot));
  for (const folder of folders) if (present.has(folder.split('/')[0] ?? '')) walk(folder);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const isSpec = (file: SourceFile): boolean => /\.(e2e-)?spec\.tsx?$/.test(file.path);
export const isProduction = (file: SourceFile): boolean => /^(libs|apps)\//.test(file.path) && !isSpec(file);
export const isPortal = (file: SourceFile): boolean => file.path.startsWith('apps/portal/');

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

export function syntaxOf(file: SourceFile): ts.SourceFile {
  let tree = parsed.get(file);
  if (tree === undefined) {
    const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true, kind);
    parsed.set(file, tree);
  }
  return tree;
}

export function visitNodes(file: SourceFile, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(syntaxOf(file));
}

export function at(file: SourceFile, node: ts.Node, what: string): Violation {
  const tree = syntaxOf(file);
  return { path: file.path, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, what };
}

/** What an import, an export-from or an `import()` names, with the node that names it. */
export function importedModules(file: SourceFile): { module: string; node: ts.Node; typeOnly: boolean }[] {
  const found: { module: string; node: ts.Node; typeOnly: boolean }[] = [];
  visitNodes(file, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      if (!ts.isStringLiteral(node.moduleSpecifier)) return;
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      found.push({ module: node.moduleSpecifier.text, node, typeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const first = node.arguments[0];
      if (first !== undefined && ts.isStringLiteralLike(first)) found.push({ module: first.text, node, typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ module: node.argument.literal.text, node, typeOnly: true });
    }
  });
  return found;
}

/** For `expect(...).toEqual([])`: a failure then reads as a list of places. */
export function inWords(violations: readonly Violation[]): string[] {
  return violations.map((one) => `${one.path}:${one.line} ${one.what}`);
}
