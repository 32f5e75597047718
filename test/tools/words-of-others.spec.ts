import { birthFrom } from '../../tools/city/identity.mjs';
import { packagesIn } from '../../tools/setup/archive.mjs';
import { retryAfter } from '../../tools/setup/postgres.mjs';
import { versionOf } from '../../tools/setup/redis.mjs';
import { bestFont } from '../../tools/setup/font.mjs';
import { boxesOf, clip, isWholeClip } from '../../tools/setup/virtual-clip.mjs';
import { countsOf } from '../../tools/trial/jest.mjs';
import { seenFromHere, usersFor } from '../../tools/city/separation.mjs';
import { processesIn } from '../../tools/city/record.mjs';

describe('what other programs say', () => {
  it('reads a process birth past a name with spaces and parentheses, and takes a zombie for dead', () => {
    const fields = (state: string) => `42 (a) b (c)) ${state} 1 42 42 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 290485 1 2`;
    expect(birthFrom(fields('S'), 'boot')).toBe('boot:290485');
    expect(birthFrom(fields('Z'), 'boot')).toBeNull();
  });

  it('takes Redis from 6.2 on, and Valkey', () => {
    expect(versionOf('Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64')).toBe('7.0.15');
    expect(versionOf('Valkey server v=9.1.2 sha=0')).toBe('9.1.2');
    expect(versionOf('Redis server v=6.0.16 sha=0')).toBeNull();
    expect(versionOf('command not found')).toBeNull();
  });

  it('reads the packages that apt would install', () => {
    expect(
      packagesIn('Reading…\nInst libjemalloc2 (5.3.0-1 Debian:12 [amd64])\nInst redis-server (5:7.0)\nConf redis-server (5:7.0)\n'),
    ).toEqual(['libjemalloc2', 'redis-server']);
  });

  it('tries a dead PostgreSQL again for thirty seconds, and another fault not at all', () => {
    expect(retryAfter('FATAL:  lock file "postmaster.pid" already exists', 1_000)).toBe(250);
    expect(retryAfter('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 29_000)).toBe(250);
    expect(retryAfter('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 31_000)).toBeNull();
    expect(retryAfter('FATAL:  could not create lock file: Permission denied', 1_000)).toBeNull();
  });

  it('likes a font that knows Vietnamese', () => {
    expect(bestFont(['/f/Symbol.ttf', '/f/NotoSans-Regular.ttf', '/g/DejaVuSans.ttf'])).toBe('/g/DejaVuSans.ttf');
    expect(bestFont(['/f/Symbol.ttf'])).toBeNull();
  });

  it('counts a test file that could not be loaded as a failure', () => {
    expect(countsOf({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2, numPendingTests: 3, numTodoTests: 0 })).toEqual({
      passed: 7,
      failed: 3,
      skipped: 3,
    });
  });
});

describe('the virtual clip', () => {
  const box = (type: string, size = 8) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32BE(size);
    bytes.write(type, 4, 'latin1');
    return bytes;
  };
  const whole = Buffer.concat([
    box('ftyp', 28),
    box('moov', 100),
    ...Array.from({ length: clip.seconds }, () => [box('moof', 40), box('mdat', 90)]).flat(),
  ]);

  it('is whole with one fragment for each second', () => {
    expect(boxesOf(whole)).toHaveLength(2 + 2 * clip.seconds);
    expect(isWholeClip(whole)).toBe(true);
  });

  it('is not whole when cut short, when a second is missing, or when it is something else', () => {
    expect(isWholeClip(whole.subarray(0, whole.length - 1))).toBe(false);
    expect(isWholeClip(whole.subarray(0, whole.length - 130))).toBe(false);
    expect(isWholeClip(Buffer.from('not a film at all'))).toBe(false);
  });
});

describe('numbers and places', () => {
  it('gives each city a block of users that a small container knows too', () => {
    const users = usersFor('0123456789');
    expect(new Set(Object.values(users)).size).toBe(9);
    for (const user of Object.values(users) as number[]) expect(user).toBeGreaterThan(60_700);
    for (const user of Object.values(users) as number[]) expect(user).toBeLessThan(65_534);
    expect(usersFor('0123456789')).toEqual(users);
    expect(usersFor('9876543210')).not.toEqual(users);
  });

  it('shows a hidden checkout through the working directory, and nothing else', () => {
    expect(seenFromHere('/root/cuao', '/root/cuao/dist/main.js')).toBe('/proc/self/cwd/dist/main.js');
    expect(seenFromHere('/root/cuao', '/root/cuao')).toBe('/proc/self/cwd');
    expect(seenFromHere('/root/cuao', '/root/cuao-other/x')).toBe('/root/cuao-other/x');
    expect(seenFromHere('/root/cuao', 'http://127.0.0.1:7400')).toBe('http://127.0.0.1:7400');
  });

  it('reads the processes of a record, but not its starter', () => {
    const record = { pids: { start: 1, gateway: 2, edge: null }, births: { start: 'a', gateway: 'b' } };
    expect(processesIn(record)).toEqual([{ name: 'gateway', pid: 2, birth: 'b' }]);
    expect(processesIn({})).toEqual([]);
  });
});
