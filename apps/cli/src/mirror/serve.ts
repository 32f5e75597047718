import { createServer } from 'node:http';
import { FolderStore, LogFiles, needsBearer, serverPatience } from '#libs/audit';

/**
 * Serves what a mirror may show to anybody, below `/log/` as the log itself does: checkpoint with the mirror's cosignature, hash
 * tiles and the policy it goes by. Entry bundles are not served at all: whoever may read them asks the log, or the mirror's people.
 * @returns the port
 */
export async function serveCopy(folder: string, port: number, signal: AbortSignal): Promise<number> {
  const files = new LogFiles(new FolderStore(folder));
  const server = createServer(serverPatience, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || needsBearer(path)) {
      response.writeHead(isRead ? 403 : 405, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
      response.end(isRead ? 'entry bundles are not served here\n' : 'GET only\n');
      return;
    }
    files.open(path).then(
      ({ status, contentType, cacheControl, body }) => {
        response.writeHead(status, { 'content-type': contentType, 'content-length': body.length, 'cache-control': cacheControl });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
