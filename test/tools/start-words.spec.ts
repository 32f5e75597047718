import { parseArguments } from '../../tools/city/arguments.mjs';
import { publicPort } from '../../tools/setup/ports.mjs';
import { backOffMs, isRestless } from '../../tools/city/child.mjs';
import { environments, plainEnvironment } from '../../tools/city/programs.mjs';
import { placeOf } from '../../tools/city/place.mjs';

describe('the words after npm start', () => {
  it('reads a port from the words, else from CUAO_PORT', () => {
    expect(parseArguments(['--port', '7500'], {})).toMatchObject({ port: 7500, fresh: false });
    expect(parseArguments(['--port=7501', '--fresh'], { CUAO_PORT: '1' })).toMatchObject({ port: 7501, fresh: true });
    expect(parseArguments([], { CUAO_PORT: '7502' })).toMatchObject({ port: 7502 });
    expect(parseArguments([], {})).toMatchObject({ port: undefined });
  });

  it.each([[['--prot', '1']], [['--port']], [['--port', '0']], [['--port', '70000']], [['--port', '74OO']], [['fresh']]])(
    'refuses %j',
    (words) => {
      expect(parseArguments(words, {})).toHaveProperty('wrong');
    },
  );
});

describe('the public port', () => {
  const taken =
    (...ports: number[]) =>
    async (port: number) =>
      !ports.includes(port);

  it('never exchanges a port that was asked for', async () => {
    await expect(publicPort(7500, 7400, [], taken(7500))).rejects.toThrow(/7500/);
    await expect(publicPort(7500, 7400, [], taken())).resolves.toBe(7500);
  });

  it('gives way from the usual one to the next free one that is not ours', async () => {
    await expect(publicPort(undefined, 7400, [7401, 7402], taken(7400, 7403))).resolves.toBe(7404);
  });
});

describe('a program that dies', () => {
  it('waits longer each time, and is called restless after five deaths in thirty seconds', () => {
    expect([1, 2, 3, 4].map(backOffMs)).toEqual([100, 200, 400, 800]);
    expect(backOffMs(20)).toBe(5_000);
    expect(isRestless([0, 1_000, 2_000, 3_000, 4_000], 5_000)).toBe(true);
    expect(isRestless([0, 9_000, 18_000, 27_000, 36_000], 37_000)).toBe(false);
  });
});

describe('what a process is told', () => {
  const city = {
    place: placeOf('/srv/cuao', {}),
    ports: { gateway: 7400, edge: 7401, idp: 7402, witness: 7403, worker: 7404 },
    databaseUrls: { gateway: 'postgres://g', worker: 'postgres://w', edge: 'postgres://e' },
    redisUrl: 'redis://r',
    ffmpeg: '/usr/bin/ffmpeg',
    font: null,
    oidc: null,
  };

  it('gives nobody an address that it has no use for', () => {
    const told = environments(city);
    for (const name of ['signer', 'witness', 'idp'] as const) {
      expect(told[name]).not.toHaveProperty('DATABASE_URL');
      expect(told[name]).not.toHaveProperty('REDIS_URL');
    }
    expect(told.edge).not.toHaveProperty('REDIS_URL');
    expect(told.gateway).not.toHaveProperty('CUAO_SIGNER_SOCKET');
    expect(told.worker.DATABASE_URL).toBe('postgres://w');
  });

  it('is a demo only with the embedded identity provider', () => {
    expect(environments(city).gateway).toMatchObject({ CUAO_DEMO: '1', OIDC_ISSUER: 'http://127.0.0.1:7402' });
    const told = environments({ ...city, oidc: { issuer: 'https://id.example', clientId: 'c' } });
    expect(told.gateway).toMatchObject({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'c' });
    expect(told.gateway).not.toHaveProperty('CUAO_DEMO');
  });

  it('leaves the secrets of whoever started us behind', () => {
    expect(plainEnvironment({ PATH: '/bin', AWS_SECRET_ACCESS_KEY: 'x', DATABASE_URL: 'y' })).toEqual({
      PATH: '/bin',
      HOME: '/nonexistent',
      NODE_ENV: 'production',
    });
  });

  it('puts sockets where their path is short enough', () => {
    expect(placeOf('/srv/cuao', {}).signerSocket).toBe('/srv/cuao/.cuao/signer/signer.sock');
    const deep = placeOf(`/srv/${'deep/'.repeat(30)}cuao`, {});
    expect(deep.signerSocket).toMatch(/^\/tmp\/cuao-[0-9a-f]{10}\/signer\/signer\.sock$/);
  });
});
