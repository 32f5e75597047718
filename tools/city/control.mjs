// The city's ear: a unix socket that only its owner can open. One JSON object a line in, one out.
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { faults } from './faults.mjs';

/**
 * @param file path of the socket
 * @param city what a fault may touch: {children: Map<name, Child>, redisPort, notice(vi, en)}
 * @returns {Promise<() => Promise<void>>} closes the ear
 */
export async function listen(file, city) {
  rmSync(file, { force: true });
  const server = createServer((socket) => {
    let received = '';
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', async (text) => {
      received += text;
      if (!received.includes('\n') || received.length > 4_096) return;
      socket.pause();
      socket.end(`${JSON.stringify(await answer(received.split('\n')[0], city))}\n`);
    });
  });
  const umask = process.umask(0o177); // the socket is ours alone from its first moment
  try {
    await new Promise((resolve, reject) => server.once('error', reject).listen(file, resolve));
  } finally {
    process.umask(umask);
  }
  chmodSync(file, 0o600);
  return () => new Promise((resolve) => server.close(resolve));
}

async function answer(line, city) {
  const began = performance.now();
  const name = nameIn(line);
  const fault = Object.hasOwn(faults, name) ? faults[name] : undefined;
  if (fault === undefined) return { ok: false, error: `unknown fault; known: ${Object.keys(faults).join(', ')}` };
  try {
    city.notice(`theo yêu cầu: ${fault.vi}`, `asked for: ${fault.en}`);
    await fault.break(city);
    return { ok: true, fault: name, vi: fault.vi, en: fault.en, tookMs: Math.round(performance.now() - began) };
  } catch (error) {
    return { ok: false, fault: name, error: error.message };
  }
}

function nameIn(line) {
  try {
    return String(JSON.parse(line).fault);
  } catch {
    return '';
  }
}

/** Asks the running city for a fault. @returns its answer; rejects when nobody listens */
export function askFor(file, fault) {
  return new Promise((resolve, reject) => {
    const socket = connect(file);
    let received = '';
    socket.once('error', reject);
    socket.once('connect', () => socket.write(`${JSON.stringify({ fault })}\n`));
    socket.setEncoding('utf8').on('data', (text) => (received += text));
    socket.once('end', () => {
      try {
        resolve(JSON.parse(received));
      } catch (error) {
        reject(error);
      }
    });
  });
}
