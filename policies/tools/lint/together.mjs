// Faults that are seen only when all files are looked at together.
import { entrypoints } from '../build.mjs';
import { annotationsOf } from './annotations.mjs';
import { nameOf, packageOf, parsed, pathOf, walk } from './tree.mjs';

/** What the gate collects of a layer, asked by name from elsewhere, and the entrypoints. */
const asked = new Set(['denies', 'needs', 'permits', 'unknowns', 'obligations', 'deadlines', 'standing_authority']);
const entrypointNames = new Set(entrypoints.map((one) => one.replaceAll('/', '.')));

/** @returns {{file: string, row: number, what: string}[]} */
export function togetherFaults(files) {
  const trees = files.map((file) => ({ file, ast: parsed(file).ast })).filter(({ ast }) => ast !== null);
  return [...sameTitle(files), ...withoutDescription(trees), ...nobodyAsks(trees)];
}

/** Titles name a rule in the matrix, so each has its own. */
function sameTitle(files) {
  const seen = new Map();
  const found = [];
  for (const file of files) {
    for (const { annotations, location } of annotationsOf(file).filter((one) => one.annotations.scope === 'rule')) {
      const key = `${annotations.custom?.rule} ${annotations.title}`;
      if (seen.has(key)) found.push({ file, row: location.row, what: `same rule and title as ${seen.get(key)}: ${key}` });
      seen.set(key, `${file}:${location.row}`);
    }
  }
  return found;
}

/** One METADATA a package says what the layer is; a second one opa itself refuses (`package annotation redeclared`). */
function withoutDescription(trees) {
  const packages = new Map();
  for (const { file, ast } of trees) packages.set(packageOf(ast), [...(packages.get(packageOf(ast)) ?? []), file]);
  return [...packages].flatMap(([name, files]) => {
    const described = files.flatMap((file) => annotationsOf(file).filter(({ annotations }) => annotations.scope === 'package' && (annotations.description ?? '') !== ''));
    return described.length === 1 ? [] : [{ file: files[0], row: 1, what: `package ${name} has ${described.length === 0 ? 'no' : described.length} METADATA with a description` }];
  });
}

/** A group of denials that nothing collects, or a helper left behind, decides nothing and looks as if it did. */
function nobodyAsks(trees) {
  const used = new Set();
  for (const { ast } of trees) {
    const own = packageOf(ast);
    for (const rule of ast.rules ?? []) {
      walk([rule.head.value, rule.head.key, rule.body, rule.head.args], (node) => {
        if (node.type === 'var') used.add(`${own}.${node.value} in ${nameOf(rule)}`);
        if (node.type === 'ref' && pathOf(node)[0] === 'data') used.add(`${pathOf(node).slice(1).filter((part) => typeof part === 'string').join('.')} in elsewhere`);
      });
    }
  }
  const usedBy = (name, by) => [...used].some((one) => one.startsWith(`${name} in `) ? one !== `${name} in ${by}` : one.startsWith(`${name}.`));
  return trees.flatMap(({ file, ast }) => {
    const own = packageOf(ast);
    const names = new Map((ast.rules ?? []).map((rule) => [nameOf(rule), rule.location.row]));
    return [...names].filter(([name]) => !asked.has(name) && !entrypointNames.has(`${own}.${name}`) && !usedBy(`${own}.${name}`, name)).map(([name, row]) => ({ file, row, what: `${name}: nobody asks this rule` }));
  });
}
