// Faults of the metadata: every rule that speaks to people carries its id, title, articles and message, all of them known.
import path from 'node:path';
import { opaOrThrow, root } from '../opa.mjs';
import { readTable } from '../shape.mjs';
import { nameOf } from './tree.mjs';

const speaking = /^(\w+_)?(denies|needs|permits|unknowns|obligations|deadlines)$/;

const inspected = new Map();
/** Annotations by file; one `opa inspect` a folder. */
export function annotationsOf(file) {
  const place = file.startsWith('policies/') ? path.dirname(file) : file;
  if (!inspected.has(place)) inspected.set(place, JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', place], { cwd: root })).annotations ?? []);
  return inspected.get(place).filter(({ location }) => location.file === file);
}

/** `denies contains d if { guard; some d in picture_denies }` only passes on what other rules say. */
function isCollector(rule) {
  const text = JSON.stringify([rule.body ?? [], rule.head.key ?? null]);
  return !text.includes('"custom"') && !text.includes('"term"') && !text.includes('"due"') && !text.includes('"object"');
}

export function annotationFaults(file, ast) {
  const found = [];
  const speakers = (ast.rules ?? []).filter((rule) => speaking.test(nameOf(rule)) && !rule.default && !isCollector(rule));
  if (speakers.length === 0) return found;
  const known = annotationsOf(file);
  for (const rule of speakers) ofSpeaker(rule, nameOf(rule), known, (what) => found.push({ row: rule.location.row, what }));
  return found;
}

function ofSpeaker(rule, name, known, say) {
  const one = known.find(({ annotations, location }) => annotations.scope === 'rule' && location.row === rule.location.row);
  const custom = one?.annotations.custom;
  if (!custom) return say(`${name} has no metadata`);
  if (!one.annotations.title) say(`${name} has no title`);
  const rules = readTable('rules');
  const articles = readTable('articles');
  const messages = readTable('messages');
  if (!rules[custom.rule]) say(`rule ${custom.rule} is not in tables/rules.json`);
  else if (!['policy', 'clock'].includes(rules[custom.rule].enforced)) say(`rule ${custom.rule} is catalogued as enforced by ${rules[custom.rule].enforced}`);
  if (!Array.isArray(custom.articles)) say(`rule ${custom.rule} cites no articles`);
  for (const key of custom.articles ?? []) if (!articles[key]) say(`article ${key} is not in tables/articles.json`);
  const ofLaw = !/^POL-/.test(custom.rule) && rules[custom.rule]?.status !== 'I' && (rules[custom.rule]?.articles ?? []).length > 0;
  if ((custom.articles ?? []).length === 0 && ofLaw && /^(\w+_)?(denies|obligations)$/.test(name)) say(`${name.endsWith('denies') ? 'denial' : 'obligation'} by ${custom.rule} cites no article`);
  if (/(denies|needs|permits|unknowns)$/.test(name) && !messages[custom.message]) say(`message ${custom.message} is not in tables/messages.json`);
  if (/denies$/.test(name) && !['high', 'medium', 'low'].includes(custom.severity)) say(`severity of ${custom.rule} is not high, medium or low`);
  if (/obligations$/.test(name) && !readTable('obligations')[custom.code]?.modes.includes(custom.mode)) say(`obligation ${custom.code}/${custom.mode} is not in tables/obligations.json`);
}
