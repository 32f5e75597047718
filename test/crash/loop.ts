import { performance } from 'node:perf_hooks';
import { startProcess, type TestProcess } from '../support/process.js';
import { CrashHouse } from './crash-house.js';
import { openGateways } from './gateways.js';
import { openOwnServices } from './own-services.js';
import { Victim } from './victim.js';

interface Wanted {
  readonly kills: number;
  readonly seed: number;
  /** The loop ends by this time at the latest, with fewer kills; it says how many. */
  readonly minutes: number;
  readonly json: boolean;
}

const usage = 'npm run crash -- loop [--kills 1000] [--seed 1] [--minutes 60] [--json]';

function wantedFrom(words: readonly string[]): Wanted | null {
  const numbers = { kills: 1_000, seed: 1, minutes: 60 };
  let json = false;
  for (let at = 0; at < words.length; at += 1) {
    const name = words[at]?.slice(2) as keyof typeof numbers | 'json';
    if (name === 'json') json = true;
    else if (name in numbers && /^[1-9][0-9]{0,8}$/.test(words[at + 1] ?? '')) numbers[name] = Number(words[(at += 1)]);
    else return null;
  }
  return { ...numbers, json };
}

/** Small seeded generator (mulberry32): the same order of victims and pauses for the same seed, as far as the machine lets them come. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * C16: random kills over the whole pipeline under load. People ask at two gateways, a third process writes as an edge does, two
 * workers race for the log; any of them, signer, witness, Redis and PostgreSQL are killed at any moment, several at once, and
 * started again.
 */
async function loop(wanted: Wanted): Promise<boolean> {
  const began = performance.now();
  const own = await openOwnServices();
  const crash = await CrashHouse.open({ services: own.services });
  const { house } = crash;
  const second = { ...house.environments.worker, CUAO_PORT: '0', CUAO_PRODUCER: 'worker-2' };
  const program = (kind: string, weight: number, first: TestProcess | null, start: () => Promise<TestProcess>): Victim => {
    let running = first;
    return new Victim(kind, weight, {
      kill: async () => void (await running?.stop('SIGKILL')),
      start: async () => void (running = await start()),
    });
  };
  const gateways = await openGateways(crash, own.services);
  const writer = (): Promise<TestProcess> => crash.startWriter('writer-1', { redisUrl: own.redis.url, callers: 4, pauseMs: 15 });
  const victims = [
    program('gateway', 3, gateways.first, gateways.startFirst),
    program('gateway', 3, gateways.second, gateways.startSecond),
    program('writer', 2, await writer(), writer),
    program('worker', 2, house.worker, async () => (house.worker = await startProcess('worker', house.environments.worker))),
    program('worker', 2, await startProcess('worker', second), () => startProcess('worker', second)),
    program('signer', 3, house.signer, async () => (house.signer = await startProcess('signer', house.environments.signer))),
    program('witness', 3, house.witness, async () => (house.witness = await startProcess('witness', house.environments.witness))),
    new Victim('redis', 2, { kill: () => own.redis.kill(), start: () => own.redis.start() }),
    new Victim('postgresql', 2, { kill: () => own.postgres.kill(), start: () => own.postgres.start() }),
  ];
  const lots = victims.flatMap((victim) => Array<Victim>(victim.weight).fill(victim));
  const pick = seeded(wanted.seed);
  const kills: Record<string, number> = {};
  let done = 0;
  const until = performance.now() + wanted.minutes * 60_000;
  while (done < wanted.kills && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, pick(800)));
    // Whoever is still on his way back is waited for a while, so that the slow ones are killed as often as the quick ones.
    const victim = lots[pick(lots.length)];
    if (victim === undefined || !(await victim.isBack(3_000))) continue;
    crash.save();
    await victim.die(pick(300));
    kills[victim.kind] = (kills[victim.kind] ?? 0) + 1;
    done += 1;
    if (done % 50 === 0)
      process.stderr.write(`${done} kills, ${crash.released().length} released, ${Math.round((performance.now() - began) / 1_000)} s\n`);
  }
  for (const victim of victims) await victim.recovered();
  await gateways.close();
  for (const victim of victims.filter(({ kind }) => kind === 'gateway' || kind === 'writer')) await victim.end();
  await crash.settle(180_000);
  const judged = await crash.judge();
  const frozen = await crash.frozenBecause();
  const isWhole =
    judged.lost.length + judged.doubled.length + judged.inconsistent.length === 0 && judged.verifier === null && frozen === null;
  const result = {
    kills: done,
    wanted: wanted.kills,
    seed: wanted.seed,
    killsByKind: kills,
    released: crash.released().length,
    ofThemByGateways: crash.released().filter((id) => id.startsWith('req_')).length,
    entries: judged.entries,
    lost: judged.lost.length,
    doubled: judged.doubled.length,
    checkpoints: crash.checkpointsSaved,
    inconsistent: judged.inconsistent.length,
    verifier: judged.verifier ?? 'audit and all receipts verified',
    frozen,
    seconds: Math.round((performance.now() - began) / 1_000),
    passed: isWhole && done === wanted.kills,
  };
  if (wanted.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const [name, value] of Object.entries(result))
      process.stdout.write(`${name.padEnd(12)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`);
  for (const each of [...judged.lost, ...judged.doubled, ...judged.inconsistent].slice(0, 20)) process.stderr.write(`  ${each}\n`);
  if (!isWhole) process.stderr.write(`everything is left in ${own.folder}\n`);
  for (const victim of victims) await victim.end();
  if (isWhole) await own.services.close();
  return result.passed;
}

const wanted = wantedFrom(process.argv.slice(2));
if (wanted === null) {
  process.stderr.write(`usage: ${usage}\n`);
  process.exit(2);
}
process.exit((await loop(wanted)) ? 0 : 1);
