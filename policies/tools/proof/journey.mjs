// Proofs that need PostgreSQL and Redis run as journeys: `npm test` starts neighbours of their own and runs the short form each
// time; here the same file is asked for the whole count.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../opa.mjs';

/** Runs a program of this repository and hears it out. @returns {Promise<{code: number, out: string}>} */
export function heard(program, args, environment = {}) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [path.join(root, program), ...args], { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let all = '';
    child.stdout.on('data', (chunk) => ((out += chunk), (all += chunk)));
    child.stderr.on('data', (chunk) => (all += chunk));
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, all }));
  });
}

/** @param said the word before the figures that the journey prints as JSON */
export async function journey({ file, environment, said, short, asked, unit }) {
  if (short) return { asked: 0, unit, violations: [], skipped: `its short form is ${file}, part of npm test` };
  const { code, all } = await heard('tools/test.mjs', [file], environment);
  const lines = all.split('\n');
  const line = lines.find((one) => one.startsWith(`${said}: {`));
  const figures = line === undefined ? {} : JSON.parse(line.slice(said.length + 2));
  const planted = lines.filter((one) => /^\s+[✓✕] .*planted fault/.test(one)).map((one) => one.trim());
  const violations = code === 0 ? [] : lines.filter((one) => /✕|●|Error|Fault|Expected|Received|not /.test(one)).slice(0, 15).concat(`the journey ended with ${code}`);
  if (line === undefined) violations.push(`no figures were printed: ${lines.slice(-8).join(' / ')}`);
  if (planted.length === 0) violations.push('no planted fault was tried');
  return { asked: asked(figures), unit, violations, figures: { ...figures, ...Object.fromEntries(planted.map((one, i) => [`planted ${i + 1}`, one])) } };
}
