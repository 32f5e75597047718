import { readFileSync } from 'node:fs';

/**
 * State of the TCP connection that begins at a local port, as Linux lists it (`/proc/net/tcp`, two hexadecimal digits: `01`
 * established, `08` the other side has closed in good order); null when the kernel knows no such connection: it was reset.
 * libuv may report a reset as an ordinary end when bytes were left to read, so a reader in Node cannot tell the two apart.
 */
export function tcpState(localPort: number): string | null {
  const port = localPort.toString(16).toUpperCase().padStart(4, '0');
  for (const line of readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1)) {
    const [, local, , state] = line.trim().split(/\s+/);
    if (local?.endsWith(`:${port}`) === true && state !== '0A') return state ?? null;
  }
  return null;
}
