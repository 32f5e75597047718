// The inspectorate's mirror of the log, as one more program of the demo city.
import { chmodSync, chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainEnvironment } from './programs.mjs';

const clientId = 'inspectorate-mirror';
const keyFile = (place) => path.join(place.handed, 'client.json');
const policyFile = (place) => path.join(place.handed, 'policy');

/**
 * Gives the mirror, in a folder that it can read and not write: the key of its client, and once, before its first run, whom to
 * believe. That comes from the files of those who sign, as a person would carry it over; nothing of it is read from the log.
 */
export function handToMirror(place, users) {
  give(keyFile(place), readFileSync(path.join(place.keys, `client-${clientId}.json`)), users);
  if (!existsSync(policyFile(place)))
    give(policyFile(place), trustPolicy(readFileSync(place.logVkey, 'utf8'), JSON.parse(readFileSync(place.logPolicy, 'utf8'))), users);
}

function give(file, content, users) {
  writeFileSync(`${file}.next`, content, { mode: 0o600 });
  if (users !== null) {
    chownSync(`${file}.next`, 0, users.mirror);
    chmodSync(`${file}.next`, 0o640);
  }
  renameSync(`${file}.next`, file);
}

/** C2SP tlog-policy. @param witnesses as in `log-policy.json` */
export function trustPolicy(logVkey, { witnesses, quorum }) {
  const lines = witnesses.map(({ vkey, url }, at) => `witness w${at + 1} ${vkey} ${url}`);
  const needed =
    quorum === 0 ? ['quorum none'] : [`group needed ${quorum} ${witnesses.map((_, at) => `w${at + 1}`).join(' ')}`, 'quorum needed'];
  return `${[`log ${logVkey.trim().split('\n')[0]}`, ...lines, ...needed].join('\n')}\n`;
}

/** `cuao mirror` as a program for `Child`. It is never waited for: what it follows may be away. */
export function mirrorProgram(place, ports, env = process.env) {
  const local = (name) => `http://127.0.0.1:${ports[name]}`;
  const isFirst = !existsSync(path.join(place.mirror, 'policy'));
  return {
    name: 'mirror',
    command: process.execPath,
    args: [
      ...[place.cli, 'mirror', `${local('gateway')}/log`, place.mirror, '--client', clientId],
      ...['--client-key', keyFile(place), '--idp', local('idp')],
      ...(isFirst ? ['--policy', policyFile(place)] : []),
    ],
    env: plainEnvironment(env),
    cwd: place.root,
    logFile: path.join(place.logs, 'mirror.log'),
    ready: () => true,
  };
}
