import { readFile } from 'node:fs/promises';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { clientPublicKeyFile } from '#libs/identity';
import { keyClients, type KeyClient } from './clients.js';

interface Kept {
  readonly payload: AdapterPayload;
  /** `performance.now()` in milliseconds. */
  readonly until: number;
}

/** Everything that lives between two requests: interactions, codes, sessions. A restart forgets them; tokens need none of it. */
export class Memory {
  private readonly kept = new Map<string, Kept>();
  private readonly byUid = new Map<string, string>();
  private readonly byGrant = new Map<string, Set<string>>();

  put(key: string, payload: AdapterPayload, seconds: number): void {
    if (this.kept.size > 20_000) this.sweep();
    this.kept.set(key, { payload, until: performance.now() + seconds * 1_000 });
    if (payload.uid !== undefined) this.byUid.set(payload.uid, key);
    if (payload.grantId === undefined) return;
    const grant = this.byGrant.get(payload.grantId) ?? new Set();
    this.byGrant.set(payload.grantId, grant.add(key));
  }

  get(key: string): AdapterPayload | undefined {
    const found = this.kept.get(key);
    return found !== undefined && found.until > performance.now() ? found.payload : undefined;
  }

  getByUid(uid: string): AdapterPayload | undefined {
    const key = this.byUid.get(uid);
    return key === undefined ? undefined : this.get(key);
  }

  delete(key: string): void {
    const uid = this.kept.get(key)?.payload.uid;
    if (uid !== undefined) this.byUid.delete(uid);
    this.kept.delete(key);
  }

  deleteGrant(grantId: string): void {
    for (const key of this.byGrant.get(grantId) ?? []) this.delete(key);
    this.byGrant.delete(grantId);
  }

  private sweep(): void {
    for (const [key, { until }] of this.kept) if (until <= performance.now()) this.delete(key);
  }
}

/** The provider's door to `Memory`; clients that prove themselves by key are made from the public key that they left. */
export class MemoryAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly memory: Memory,
    private readonly settings: { readonly stateDir: string; readonly publicUrl: string },
  ) {}

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.model === 'Client' ? this.client(id) : this.memory.get(this.key(id));
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.memory.put(this.key(id), payload, expiresIn || 600);
  }

  async consume(id: string): Promise<void> {
    const payload = this.memory.get(this.key(id));
    if (payload !== undefined) payload.consumed = Math.floor(performance.timeOrigin + performance.now());
  }

  async destroy(id: string): Promise<void> {
    this.memory.delete(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.memory.getByUid(uid);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    this.memory.deleteGrant(grantId);
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }

  /** Read at each question: the gateway may make its key after the identity provider has started. */
  private async client(id: string): Promise<AdapterPayload | undefined> {
    const known: KeyClient | undefined = keyClients(this.settings.publicUrl).find(({ client_id: name }) => name === id);
    if (known === undefined) return undefined;
    try {
      const key: unknown = JSON.parse(await readFile(clientPublicKeyFile(this.settings.stateDir, id), 'utf8'));
      return { ...known, jwks: { keys: [key] } } as AdapterPayload;
    } catch {
      return undefined;
    }
  }
}
