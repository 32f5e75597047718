import type { IncomingMessage, ServerResponse } from 'node:http';

export interface HealthView {
  isReady(): boolean;
  metricsText(): string;
}

/** Probes and metrics; everything else on this port does not exist. */
export function answerOthers(request: IncomingMessage, response: ServerResponse, view: HealthView): void {
  const [status, type, body] = answerTo(request, view);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function answerTo(request: IncomingMessage, view: HealthView): [number, string, string] {
  if (request.method !== 'GET') return [405, 'text/plain', 'method not allowed\n'];
  switch (request.url) {
    case '/health/live':
      return [200, 'text/plain', 'live\n'];
    case '/health/ready':
      return view.isReady() ? [200, 'text/plain', 'ready\n'] : [503, 'text/plain', 'cannot see the list of revocations\n'];
    case '/metrics':
      return [200, 'text/plain; version=0.0.4', view.metricsText()];
    default:
      return [404, 'text/plain', 'not found\n'];
  }
}
