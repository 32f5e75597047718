import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import {
  answer,
  answerUnread,
  Cosigner,
  HeadFile,
  noteKeyTypes,
  parseCheckpointText,
  parseHeadRequest,
  parseNote,
  parseVerifierKey,
  readBody,
  serverPatience,
  verifySignatures,
  type VerifierKey,
} from '#libs/audit';
import type { ConfigOf, RunningProcess } from '#libs/config';
import { logLine, Misuse, type Clock } from '#libs/kernel';

/**
 * A witness of the log (C2SP tlog-witness), run by another institution than the log: it cosigns a checkpoint only when that
 * continues the last one it saw, by Ed25519 and by ML-DSA-44. Knows nothing of entries.
 */
export async function createWitness(config: ConfigOf<'witness'>, clock: Clock): Promise<RunningProcess> {
  const { witnessDir, witnessName, logVkeyFile, port } = config;
  const cosigner = Cosigner.open(witnessDir, 'witness', witnessName);
  cosigner.publish(witnessDir, 'witness');
  const witness = new Witness(trustedLogs(logVkeyFile), witnessDir, cosigner, clock);
  const server = createServer(serverPatience, (request, response) => void witness.handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  logLine('info', 'witness', 'cosigns as', { vkey: cosigner.ed25519.text, mldsaKeyId: cosigner.mlDsa.keyId.toString('hex') });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface TrustedLog {
  readonly origin: string;
  /** All keys trusted for this origin: more than one while a key is being changed. */
  readonly keys: VerifierKey[];
  readonly head: HeadFile;
}

export class Witness {
  private readonly logs = new Map<string, TrustedLog>();

  constructor(
    keys: readonly VerifierKey[],
    folder: string,
    private readonly cosigner: Cosigner,
    private readonly clock: Clock,
  ) {
    for (const logKey of keys) {
      const known = this.logs.get(logKey.name);
      if (known !== undefined) known.keys.push(logKey);
      else
        this.logs.set(logKey.name, {
          origin: logKey.name,
          keys: [logKey],
          head: new HeadFile(path.join(folder, `${originHash(logKey.name)}.json`), logKey.name),
        });
    }
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = (request.url ?? '').split('?')[0] ?? '';
    try {
      // The submission prefix is /witness; the same paths without it serve those who were given the bare address.
      const at = url.startsWith('/witness/') ? url.slice('/witness'.length) : url;
      if (at === '/add-checkpoint')
        return request.method === 'POST' ? this.addCheckpoint(await readBody(request), response) : answer(response, 405, 'POST only\n');
      if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'GET only\n');
      if (at === '/vkey') return answer(response, 200, this.cosigner.keys.map(({ text }) => `${text}\n`).join(''));
      if (at === '/health/live' || at === '/health/ready') return answer(response, 200, '{"ready":true}\n', 'application/json');
      const origin = /^\/([0-9a-f]{64})\/checkpoint$/.exec(at)?.[1];
      const log = origin === undefined ? undefined : [...this.logs.values()].find((each) => originHash(each.origin) === origin);
      const note = log?.head.current.note ?? null;
      return note === null ? answer(response, 404, 'no checkpoint of this log was cosigned\n') : answer(response, 200, note);
    } catch (error) {
      if (error instanceof RangeError) return answerUnread(response, 400, 'body too long\n');
      return answer(response, 500, 'the checkpoint could not be kept, so it was not cosigned\n');
    }
  }

  /** Judged, stored and answered in one turn of the event loop: two requests cannot both continue from the same tree. */
  private addCheckpoint(body: Buffer, response: ServerResponse): void {
    const request = parseHeadRequest(body);
    const note = request === null ? null : parseNote(request.note);
    const next = note === null ? null : parseCheckpointText(note.text);
    if (request === null || note === null || next === null) return answer(response, 400, 'malformed\n');
    const log = this.logs.get(next.origin);
    if (log === undefined) return answer(response, 404, 'unknown log\n');
    const signatures = verifySignatures(note, log.keys);
    if (signatures === null || signatures.length === 0) return answer(response, 403, 'no trusted signature\n');
    if (request.oldSize > next.size) return answer(response, 400, 'the old size is larger than the checkpoint\n');
    const verdict = log.head.judge(request.oldSize, request.proof, next);
    if (verdict.kind === 'not_the_stored_size') return answer(response, 409, `${verdict.size}\n`, 'text/x.tlog.size');
    if (verdict.kind === 'inconsistent') {
      logLine('error', 'witness', 'refused a tree that does not continue the last one', {
        origin: next.origin,
        from: request.oldSize,
        to: next.size,
      });
      return answer(response, 422, 'does not continue the checkpoint that was cosigned last\n');
    }
    const lines = this.cosigner.cosign(note.text, Math.floor(this.clock.nowMs() / 1_000)).join('');
    log.head.store({ size: next.size, root: next.root, note: `${note.text}\n${signatures.map((each) => each.line).join('')}${lines}` });
    answer(response, 200, lines);
  }
}

function originHash(origin: string): string {
  return createHash('sha256').update(origin, 'utf8').digest('hex');
}

/** One vkey a line; the witness trusts nothing else. */
function trustedLogs(file: string): VerifierKey[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Misuse(
      `the file with the log's verifier key, ${file}, cannot be read`,
      "put the log's vkey there (the signer writes it as log.vkey in its folder)",
    );
  }
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const keys = lines.map(parseVerifierKey);
  if (keys.length === 0 || keys.some((key) => key?.type !== noteKeyTypes.ed25519))
    throw new Misuse(`${file} holds no Ed25519 verifier key of a log`, 'one vkey a line');
  return keys.filter((key) => key !== null);
}
