import ts from 'typescript';
import { at, isPortal, isProduction, isSpec, syntaxOf, visitNodes, type SourceFile, type Violation } from './source-files.js';

export const longestFile = 300;
/** Made by `npm run policy:build`; it grows with the facts of the law. */
const generated = 'libs/regulation/src/policy-input.ts';

/** 300 lines at most; migrations are frozen and generated files have no author. */
export function lengthViolations(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => !file.path.startsWith('migrations/') && file.path !== generated)
    .map((file) => ({ file, lines: file.text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ file, lines }) => ({ path: file.path, line: longestFile + 1, what: `${lines} lines, the limit is ${longestFile}` }));
}

const isGlobal = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

/** `process.env` in any spelling, outside libs/config. */
export function environmentViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter((one) => isProduction(one) && !one.path.startsWith('libs/config/') && !isPortal(one))) {
    visitNodes(file, (node) => {
      const dotted = ts.isPropertyAccessExpression(node) && isGlobal(node.expression, 'process') && node.name.text === 'env';
      const indexed =
        ts.isElementAccessExpression(node)
        && isGlobal(node.expression, 'process')
        && ts.isStringLiteralLike(node.argumentExpression)
        && node.argumentExpression.text === 'env';
      const unpacked =
        ts.isVariableDeclaration(node)
        && ts.isObjectBindingPattern(node.name)
        && node.initializer !== undefined
        && isGlobal(node.initializer, 'process')
        && node.name.elements.some((element) => (element.propertyName ?? element.name).getText() === 'env');
      const imported =
        ts.isImportSpecifier(node)
        && (node.propertyName ?? node.name).text === 'env'
        && /process'?"?$/.test(node.parent.parent.parent.moduleSpecifier.getText());
      if (dotted || indexed || unpacked || imported) violations.push(at(file, node, 'reads the environment; only libs/config does'));
    });
  }
  return violations;
}

const sqlClock = /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(timestamp|date|time)\b/i;

/** The clock on the wall, outside `Clock`: in code, in SQL, and as a column default. */
export function clockViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  const governed = (file: SourceFile): boolean => isProduction(file) && !isPortal(file) && file.path !== 'libs/kernel/src/clock.ts';
  for (const file of files.filter((one) => governed(one) || one.path.startsWith('migrations/')))
    visitNodes(file, (node) => {
      if (ts.isNewExpression(node) && isGlobal(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0)
        violations.push(at(file, node, 'new Date() outside Clock'));
      if (ts.isCallExpression(node) && isGlobal(node.expression, 'Date')) violations.push(at(file, node, 'Date() outside Clock'));
      if (ts.isPropertyAccessExpression(node)) {
        const name = `${node.expression.getText()}.${node.name.text}`;
        if (name === 'Date.now' || name === 'Math.random') violations.push(at(file, node, `${name} outside Clock`));
      }
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
      if (isText && sqlClock.test(node.text)) violations.push(at(file, node, 'the clock of the database; pass the time as a parameter'));
    });
  return violations;
}

/** `any`, `!`, compiler gags and default exports; tests may use `!` nowhere either, so that copies stay clean. */
export function typeEscapeViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter((one) => /^(libs|apps|migrations)\//.test(one.path))) {
    visitNodes(file, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) violations.push(at(file, node, '`any`'));
      if (ts.isNonNullExpression(node) && !isSpec(file)) violations.push(at(file, node, 'non-null assertion `!`'));
      if ((ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) && node.exclamationToken !== undefined)
        violations.push(at(file, node, 'definite assignment `!:`'));
      if (isDefaultExport(node) && !/^apps\/portal\/[^/]*config[^/]*$/.test(file.path)) violations.push(at(file, node, 'default export'));
    });
    file.text.split('\n').forEach((line, index) => {
      if (/(\/\/|\/\*|^\s*\*)\s*@ts-(ignore|nocheck|expect-error)/.test(line))
        violations.push({ path: file.path, line: index + 1, what: 'silences the compiler' });
    });
  }
  return violations;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}

const forbiddenFolders = new Set(['dto', 'utils', 'util', 'types', 'common', 'helpers', 'shared', 'misc']);
const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Names of files and folders, and words that say that something is not done. */
export function namingViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files) {
    const folders = file.path.split('/').slice(0, -1);
    const name = file.path.split('/').at(-1) ?? '';
    const bad = folders.find((folder) => forbiddenFolders.has(folder));
    if (bad !== undefined) violations.push({ path: file.path, line: 1, what: `folder "${bad}" is not named after a noun of the domain` });
    if (!isPortal(file) && !/^[a-z0-9]+([.-][a-z0-9]+)*\.(ts|mjs)$/.test(name))
      violations.push({ path: file.path, line: 1, what: 'file name is not kebab-case noun.role' });
    file.text.split('\n').forEach((line, index) => {
      if (unfinished.test(line) && !/\b(TODO|FIXME)\(#\d+\)/.test(line) && !file.path.startsWith('test/architecture/'))
        violations.push({ path: file.path, line: index + 1, what: 'unfinished work without an issue number' });
    });
  }
  return violations;
}

const nestForbidden =
  /\bforwardRef\s*\(|\bScope\.(REQUEST|TRANSIENT)\b|\bsynchronize:\s*true\b|\bcascade:|\beager:\s*true\b|@EventSubscriber\b/;

/** Shortcuts of Nest and TypeORM that hide who does what. */
export function frameworkViolations(files: readonly SourceFile[]): Violation[] {
  const violations: Violation[] = [];
  for (const file of files.filter(isProduction)) {
    file.text.split('\n').forEach((line, index) => {
      const found = nestForbidden.exec(line.replace(/\/\/.*$/, ''));
      if (found !== null) violations.push({ path: file.path, line: index + 1, what: `uses ${found[0]}` });
    });
    ts.forEachChild(syntaxOf(file), (node) => {
      const isLet = ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Let;
      if (isLet && !isPortal(file)) violations.push(at(file, node, 'mutable state of the module'));
      if (ts.isClassDeclaration(node) && isResolver(node) && (node.heritageClauses ?? []).length > 0)
        violations.push(at(file, node, 'a resolver inherits; guards do not follow (GHSA-c658-2mxh-7pqx)'));
    });
  }
  return violations;
}

function isResolver(node: ts.ClassDeclaration): boolean {
  return (ts.getDecorators(node) ?? []).some((decorator) => /^@Resolver\b/.test(decorator.getText()));
}
