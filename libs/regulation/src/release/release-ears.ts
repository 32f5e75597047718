import { Client } from 'pg';
import type { AuditSettings } from '#libs/audit';
import { connectionOptions } from '#libs/database';

const listenAgainAfterMs = 500;

/** A connection of its own for `LISTEN cuao_policy`. Hearing is a courtesy: whoever listens also looks by itself. */
export class ReleaseEars {
  private client: Client | null = null;
  private closed = false;

  constructor(
    private readonly settings: Pick<AuditSettings, 'databaseUrl' | 'role' | 'producer'>,
    private readonly heard: () => void,
  ) {}

  async open(): Promise<void> {
    if (this.closed) return;
    const { databaseUrl, role, producer } = this.settings;
    const client = new Client({
      ...connectionOptions({ databaseUrl, role, poolSize: 1, applicationName: `${producer}-policy` }),
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', this.heard);
    client.on('error', () => client.emit('end'));
    client.once('end', () => {
      if (this.client !== client || this.closed) return;
      this.client = null;
      setTimeout(() => void this.open(), listenAgainAfterMs).unref();
    });
    try {
      await client.connect();
      await client.query('listen cuao_policy');
      this.heard();
    } catch {
      client.emit('end');
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }
}
