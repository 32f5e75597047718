// Go OPA as a server over the sources (never over a bundle: that lacks the entrypoints' rules), asked through a socket.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as open } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ruleFiles } from '../lint.mjs';
import { findOpa, root } from '../opa.mjs';

const asked = `package oracle

import rego.v2

answers := [answer |
	some item in input.items
	answer := object.get({"said": said | said := data.gate.decision with input as item}, "said", "undefined")
]

many := [answer |
	some item in input.items
	answer := object.get({"said": said | said := data.gate.briefs with input as item}, "said", "undefined")
]
`;

/** @returns {Promise<{answers: (items: object[]) => Promise<any[]>, many: (items: object[]) => Promise<any[]>, close: () => void}>} */
export async function openOracle(tables) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-oracle-'));
  const socket = path.join(folder, 'opa.sock');
  writeFileSync(path.join(folder, 'oracle.rego'), asked);
  const files = ruleFiles().map((file) => path.join(root, file));
  const server = spawn(findOpa(), ['run', '--server', '--log-level', 'error', '--addr', `unix://${socket}`, ...files, path.join(folder, 'oracle.rego')], { cwd: root, stdio: 'ignore' });
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(socket);
    await request(socket, 'PUT', '/v1/data/tables', tables);
  } catch (error) {
    close();
    throw error;
  }
  const ask = (name) => async (items) => {
    const said = await request(socket, 'POST', `/v1/data/oracle/${name}`, { input: { items } });
    if (Array.isArray(said.result)) return said.result;
    // One question that errs takes the whole list with it: then each is asked alone.
    if (items.length === 1) return [{ failed: said.message ?? said.code ?? 'error' }];
    const alone = [];
    for (const item of items) alone.push(...(await ask(name)([item])));
    return alone;
  };
  return { answers: ask('answers'), many: ask('many'), close };
}

async function ready(socket) {
  for (let i = 0; i < 400; i += 1) {
    try {
      await request(socket, 'GET', '/health');
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('opa server did not answer within 20 s');
}

function request(socketPath, method, url, body) {
  return new Promise((done, failed) => {
    const call = open({ socketPath, method, path: url, headers: { 'content-type': 'application/json' } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        done(said === '' ? {} : JSON.parse(said));
      });
    });
    call.on('error', failed);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
