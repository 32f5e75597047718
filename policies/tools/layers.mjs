// The city layer is replaceable as a whole: what national law says of every case is the same without it, and under another one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildArguments } from './build.mjs';
import { readCases } from './cases.mjs';
import { foldInto } from './fold.mjs';
import { opaOrThrow, root } from './opa.mjs';
import { compiledFiles } from './pack.mjs';
import { readTable, withMilliseconds } from './shape.mjs';
import { openPolicy } from './wasm.mjs';

/** Another city's whole layer: it forbids live views and says nothing else. */
const otherCity = `package hanoi

import rego.v2

denies contains {"rule": "OTHER-1", "articles": [], "message": "camera_outside_regulation", "severity": "high", "at": "action"} if {
	input.action == "live_view"
}
`;

/** The rules compiled with another city layer, or with none (null). */
export async function openWithCity(layer) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-layers-'));
  try {
    foldInto(folder);
    rmSync(path.join(folder, 'policies/hanoi'), { recursive: true });
    if (layer !== null) {
      mkdirSync(path.join(folder, 'policies/other-city'));
      writeFileSync(path.join(folder, 'policies/other-city/layer.rego'), layer);
    }
    const archive = path.join(folder, 'bundle.tar.gz');
    opaOrThrow(buildArguments(path.join(root, 'policies/bundle/capabilities.json'), archive), { cwd: folder });
    for (const [name, bytes] of Object.entries(compiledFiles(archive))) {
      if (name === 'policy.wasm' || name === 'data.json') writeFileSync(path.join(folder, name), bytes);
    }
    return await openPolicy(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<string[]>} cases on which national law says something else without the city layer, or under another one */
export async function layerFaults() {
  const rules = readTable('rules');
  const ofCity = (id) => rules[id]?.layer === 'hanoi' || id === 'OTHER-1';
  const national = (answer) =>
    JSON.stringify(
      ['denies', 'needs', 'reasons', 'deadlines', 'obligations'].map((part) =>
        answer[part].filter(({ rule }) => rule === undefined || !ofCity(rule)).map((one) => JSON.stringify(one)).sort()),
    );
  const [whole, alone, other] = [await openPolicy(), await openWithCity(null), await openWithCity(otherCity)];
  return readCases().flatMap((one) => {
    const input = withMilliseconds(one.input);
    const [hanoi, none, another] = [whole, alone, other].map((ask) => ask('gate/decision', input));
    const place = `${one.file}:${one.line}`;
    const found = [];
    if (none?.effect === undefined || another?.effect === undefined) return [`${place} has no answer without the city layer`];
    if (national(none) !== national(another)) found.push(`${place}: national law changes under another city layer`);
    // A road that the city alone opens (its centre, its delegations, its public cameras) is closed without it.
    const byCity = hanoi.reasons.some(({ rule }) => ['CT-04', 'CT-05', 'CT-07'].includes(rule));
    if (byCity && none.effect === 'allow' && hanoi.action !== 'public_view') found.push(`${place} is allowed without the layer that opens it`);
    if (!byCity && national(none) !== national(hanoi)) found.push(`${place}: national law changes without the city layer`);
    if (input.action === 'live_view' && another.effect === 'allow') found.push(`${place}: the other city's refusal is lost`);
    return found;
  });
}
