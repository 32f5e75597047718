import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire to a neighbour that a test can cut: put its address where PostgreSQL's, Redis' or another process' would stand. */
export interface Cable {
  /** The neighbour's URL with this wire's port. */
  readonly url: string;
  /** Breaks what is connected and refuses what comes, as a dead neighbour does. */
  readonly cut: () => Promise<void>;
  /** Keeps connections open but carries nothing, as a lost network does. */
  readonly mute: () => void;
  /** Leads to another neighbour of the same kind from the next connection on, as after a failover. */
  readonly redirect: (url: string) => void;
  /** Carries again. */
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function layCable(url: string): Promise<Cable> {
  let target = new URL(url);
  const ends = new Set<Socket>();
  let isMute = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => isMute || to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
    }
  });
  const open = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await open(0);
  const { port } = server.address() as AddressInfo;
  const cut = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
    for (const end of ends) end.destroy();
    await closed;
  };
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    cut,
    mute: () => {
      isMute = true;
    },
    redirect: (other) => {
      target = new URL(other);
    },
    mend: async () => {
      isMute = false;
      if (!server.listening) await open(port);
    },
    close: cut,
  };
}
