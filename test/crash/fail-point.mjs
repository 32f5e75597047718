// Loaded before one of our programs by a crash test (NODE_OPTIONS=--import=…, FAIL_AT={…}): kills or stops the process at a named
// call, once, as soon as the file `armed` exists; the file is gone then. The programs know nothing of it.
//   call: query | open | write | half | datasync | rename | fsyncSync | renameSync | append    match: expression over the SQL or path
//   when: before | after    signal: SIGKILL | SIGSTOP
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import pg from 'pg';

const { armed, call, match, when = 'before', signal = 'SIGKILL' } = JSON.parse(process.env['FAIL_AT'] ?? '{}');
const wanted = new RegExp(match);

function reached(at, what, moment) {
  if (at !== call || moment !== when || !wanted.test(what)) return;
  if (!fs.existsSync(armed)) return;
  fs.rmSync(armed);
  process.kill(process.pid, signal);
}

function around(owner, name, at, whatOf) {
  const original = owner[name];
  owner[name] = function (...args) {
    const what = whatOf.call(this, args);
    reached(at, what, 'before');
    const result = original.apply(this, args);
    if (typeof result?.then !== 'function') {
      reached(at, what, 'after');
      return result;
    }
    return result.then((value) => {
      reached(at, what, 'after');
      return value;
    });
  };
}

const paths = new Map();
around(promises, 'rename', 'rename', ([, to]) => String(to));
const openFile = promises.open;
const someHandle = await openFile('/dev/null');
const handles = Object.getPrototypeOf(someHandle);
await someHandle.close();
promises.open = async (...args) => {
  const handle = await openFile(...args);
  handle.pathOfIt = String(args[0]);
  return handle;
};
const pathOfHandle = function () {
  return this.pathOfIt ?? '';
};
around(handles, 'datasync', 'datasync', pathOfHandle);
around(handles, 'appendFile', 'append', pathOfHandle);
const writeFile = handles.writeFile;
handles.writeFile = async function (bytes, ...rest) {
  const what = this.pathOfIt ?? '';
  if (call === 'half' && wanted.test(what) && fs.existsSync(armed)) {
    const whole = Buffer.from(bytes);
    await writeFile.call(this, whole.subarray(0, Math.floor(whole.length / 2)));
    reached('half', what, when);
  }
  return writeFile.call(this, bytes, ...rest);
};

const openSync = fs.openSync;
fs.openSync = (...args) => {
  const descriptor = openSync(...args);
  paths.set(descriptor, String(args[0]));
  return descriptor;
};
around(fs, 'fsyncSync', 'fsyncSync', ([descriptor]) => paths.get(descriptor) ?? '');
around(fs, 'renameSync', 'renameSync', ([, to]) => String(to));
syncBuiltinESMExports();

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args) {
  const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  reached('query', text, 'before');
  const last = args.at(-1);
  if (typeof last === 'function') {
    args[args.length - 1] = (...answer) => {
      reached('query', text, 'after');
      return last(...answer);
    };
    return query.apply(this, args);
  }
  const result = query.apply(this, args);
  return typeof result?.then === 'function'
    ? result.then((value) => {
        reached('query', text, 'after');
        return value;
      })
    : result;
};
