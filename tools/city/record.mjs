// What `.cuao/run.json` says (tools, tests and the story read it).
import { birthOf } from './identity.mjs';

/** Processes that a record names, as [{name, pid, birth}]; the starter itself is not among them. */
export function processesIn(record) {
  return Object.entries(record.pids ?? {})
    .filter(([name, pid]) => name !== 'start' && pid !== null)
    .map(([name, pid]) => ({ name, pid, birth: record.births?.[name] ?? null }));
}

/**
 * @param city {place, holder, startedAt, state, ports, separation, databaseUrl, redisUrl, tools, demo}
 * @param running [{name, pid, birth}]
 */
export function recordOf(city, running) {
  const { place, holder, startedAt, state, ports, separation, databaseUrl, redisUrl, tools, demo } = city;
  const own = [{ name: 'start', ...holder }, ...running].filter(({ pid }) => pid !== null);
  const urls = Object.fromEntries(
    Object.entries(ports)
      .filter(([name]) => name !== 'postgres' && name !== 'redis')
      .map(([name, port]) => [name, `http://127.0.0.1:${port}`]),
  );
  return {
    version: 1,
    state,
    startedAt,
    url: urls.gateway ?? null,
    ports,
    urls,
    pids: Object.fromEntries(own.map(({ name, pid }) => [name, pid])),
    births: Object.fromEntries(own.map(({ name, birth }) => [name, birth])),
    paths: {
      checkout: place.root,
      state: place.state,
      log: place.log,
      receipts: place.receipts,
      keys: place.keys,
      logs: place.logs,
      witness: place.witness,
      mirror: place.mirror,
      signer: place.signer,
      logPolicy: place.logPolicy,
      logVkey: place.logVkey,
      media: place.media,
      control: place.control,
    },
    databaseUrl,
    redisUrl,
    tools,
    separation,
    demo,
    holder,
  };
}

export const thisProcess = () => ({ pid: process.pid, birth: birthOf(process.pid) });
