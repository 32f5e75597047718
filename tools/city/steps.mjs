// Small pieces of the start that have no better home.
import { copyFileSync, chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastLines, run } from '../setup/command.mjs';
import { SetupError, Stopped } from '../setup/speech.mjs';

/** Runs tasks side by side; the first failure aborts, and is thrown when all have ended. */
export async function together(abort, tasks) {
  const failures = [];
  await Promise.all(
    tasks.map((task) =>
      task().catch((error) => {
        failures.push(error);
        abort.abort();
      }),
    ),
  );
  const failure = failures.find((error) => !(error instanceof Stopped)) ?? failures[0];
  if (failure !== undefined) throw failure;
}

/** `cuao <args>` with the given environment. @returns what it printed */
export async function cuao(place, args, environment, signal) {
  const result = await run(process.execPath, [place.cli, ...args], { cwd: place.root, env: environment, signal });
  if (result.code !== 0) {
    throw new SetupError(
      `lệnh cuao ${args.join(' ')} không xong`,
      `cuao ${args.join(' ')} ended with ${result.code}\n    ${lastLines(result.stderr, 10)}`,
      `see the lines above`,
    );
  }
  return result.stdout;
}

/** The verifier key that a process wrote into its own folder. @param name of the file */
export function vkeyIn(folder, name) {
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new SetupError('thiếu khóa kiểm chứng', `there is no verifier key ${file}`, 'see the logs in .cuao/logs');
  return file;
}

/** Publishes the log's verifier key where every process may read it. */
export function publishVkey(from, to) {
  copyFileSync(from, `${to}.next`);
  chmodSync(`${to}.next`, 0o644);
  renameSync(`${to}.next`, to);
}

/**
 * Whom the log's checkpoints must be witnessed by: this city's own witness, and whoever was added meanwhile (`cuao witness add`).
 * @param mldsaVkeyFile its second key, ML-DSA-44: a city of before gets it at its next start, where readers' 16 signatures leave room
 * @param witnessUrl submission prefix of C2SP tlog-witness
 */
export function writeLogPolicy(file, { witnessVkeyFile, mldsaVkeyFile, witnessUrl }) {
  const [vkey, mldsaVkey] = [witnessVkeyFile, mldsaVkeyFile].map((each) => readFileSync(each, 'utf8').trim());
  const name = vkey.split('+')[0];
  const before = existsSync(file) ? earlierPolicy(file) : { witnesses: [{ name }], quorum: 1 };
  const othersKeys = before.witnesses.reduce((sum, each) => sum + (each.name === name ? 0 : each.mldsaVkey === undefined ? 1 : 2), 0);
  const own = { name, vkey, ...(othersKeys + 2 < 16 ? { mldsaVkey } : {}), url: witnessUrl };
  // Taken away by hand, ours stays away: a policy is the operator's.
  const witnesses = before.witnesses.map((each) => (each.name === own.name ? own : each));
  writeFileSync(`${file}.next`, `${JSON.stringify({ ...before, witnesses }, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${file}.next`, file);
}

function earlierPolicy(file) {
  try {
    const policy = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(policy.witnesses) && Number.isInteger(policy.quorum)) return policy;
  } catch {
    // said below
  }
  throw new SetupError(
    'tệp chính sách nhân chứng hỏng',
    `${file} is not readable as a policy of witnesses`,
    `rm ${file} (only this city's own witness stays)`,
  );
}

/** Waits until the gateway calls itself ready. */
export async function untilReady(url, signal, patienceMs = 30_000) {
  const until = performance.now() + patienceMs;
  let said = '';
  while (performance.now() < until) {
    if (signal.aborted) throw new Stopped();
    try {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (answer.status === 200) return;
      said = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      said = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new SetupError('cổng vào chưa sẵn sàng', `the gateway does not get ready: ${said}`, 'see .cuao/logs/gateway.log');
}
