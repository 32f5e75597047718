// Ports on the loopback address.
import { createServer } from 'node:net';
import { SetupError } from './speech.mjs';

const host = '127.0.0.1';

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

const close = (server) => new Promise((resolve) => server.close(resolve));

export async function isFree(port) {
  try {
    await close(await listen(port));
    return true;
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
    throw error;
  }
}

/**
 * One free port for each name, all different: the wanted one when it is free, else any.
 * @param wanted {name: port or undefined}
 * @returns {Promise<Record<string, number>>}
 */
export async function freePorts(wanted) {
  const held = [];
  const ports = {};
  try {
    for (const [name, port] of Object.entries(wanted)) {
      const server = await listen(port ?? 0).catch(() => listen(0));
      held.push(server);
      ports[name] = server.address().port;
    }
    return ports;
  } finally {
    await Promise.all(held.map(close));
  }
}

/**
 * The public port. One that was asked for is taken or refused, never exchanged; the usual one gives way to the next free one.
 * @param asked number or undefined
 * @param avoid ports that belong to others of ours
 */
export async function publicPort(asked, usual, avoid, free = isFree) {
  if (asked !== undefined) {
    if (await free(asked)) return asked;
    throw new SetupError(
      `cổng ${asked} đang bận`,
      `port ${asked} is taken by another program`,
      `choose another one: npm start -- --port ${asked + 10}`,
    );
  }
  for (let port = usual; port < usual + 100; port += 1) {
    if (!avoid.includes(port) && (await free(port))) return port;
  }
  throw new SetupError(`không có cổng nào trống từ ${usual}`, `no free port from ${usual} to ${usual + 99}`, 'npm start -- --port <port>');
}

/** Whether a program's last words say that somebody else has its port. */
export const isPortTaken = (words) => /EADDRINUSE|could not bind|Address already in use/i.test(words);
