import type { ConnectorManifest } from './source.js';

/** What the connectors of this house state about themselves; asked where no source runs, as in the gateway. */
const synthetic = (id: string): ConnectorManifest => ({
  id,
  version: '1',
  live: { transport: 'hls', codecs: ['avc1'], sharedUpstream: true },
  recorded: null,
  enforcement: { kill: 'gateway-only' },
  time: { zone: 'utc' },
});

export const encoderManifest = synthetic('encoder');
export const virtualManifest = synthetic('virtual');

const manifests: ReadonlyMap<string, ConnectorManifest> = new Map(
  [encoderManifest, virtualManifest].map((manifest) => [manifest.id, manifest]),
);

/** The statement of the connector that serves a kind of source; null when there is none. */
export function manifestOf(sourceKind: string): ConnectorManifest | null {
  return manifests.get(sourceKind) ?? null;
}
