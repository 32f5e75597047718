import http from 'node:http';
import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import pg from 'pg';
import { Database, type Tx } from '#libs/database';
import { CurrentViewer, Requires, seedIdentity } from '#libs/identity';
import type { CameraId, Viewer } from '#libs/kernel';
import { cameraFacts, Cameras, seedRegistry } from '#libs/registry';
import { Gate } from '#libs/regulation';
import type { VisibleCameras } from '../../libs/registry/src/camera-filter.js';
import { CameraPresenter } from '../../libs/registry/src/camera-presenter.js';
import { CameraRepository } from '../../libs/registry/src/camera.repository.js';
import { CameraType } from '../../libs/registry/src/camera.type.js';
import { ClassVisibility } from '../../libs/registry/src/class-visibility.js';
import { withGateway, type BenchGateway } from './bench-gateway.js';
import { benchRow, type BenchRow } from './bench-row.js';

const rounds = 3;
const callers = 16;
const aRound = { one: 1_200, page: 240 } as const;
const fields = 'id code nameVi zoneKind owner { id } unit { code }';

/** The same rows on the same way through the gateway, of somebody signed in: nothing decided, nothing recorded. Only in this bench. */
@Resolver()
class UngovernedResolver {
  private visible: VisibleCameras | null = null;

  constructor(private readonly parts: ModuleRef) {}

  @Requires('read_camera')
  @Query(() => CameraType, { nullable: true, description: 'bench' })
  async ungovernedCamera(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'bench' }) id: string,
  ): Promise<CameraType | null> {
    const cameras = this.parts.get(CameraRepository, { strict: false });
    const visible = await this.everything(viewer);
    const found = await this.db.read((tx) => cameras.listByIds(tx, visible, [id]));
    return (await this.present(found))[0] ?? null;
  }

  /** Decided on as it is by the governed query, and not recorded: what the record costs is the rest. */
  @Requires('read_camera')
  @Query(() => CameraType, { nullable: true, description: 'bench' })
  async unrecordedCamera(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'bench' }) id: string,
  ): Promise<CameraType | null> {
    const found = await this.db.read((tx) => this.parts.get(Cameras, { strict: false }).listByIds(tx, viewer, [id as CameraId]));
    const open = found.filter(
      (camera) => this.parts.get(Gate, { strict: false }).preview(viewer, 'read_camera', { camera: cameraFacts(camera) }).proceeds,
    );
    return (await this.present(open))[0] ?? null;
  }

  @Requires('list_cameras')
  @Query(() => [CameraType], { description: 'bench' })
  async ungovernedCameras(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, description: 'bench' }) first: number,
  ): Promise<CameraType[]> {
    const cameras = this.parts.get(CameraRepository, { strict: false });
    const visible = await this.everything(viewer);
    const found = await this.db.snapshot((tx) => cameras.page(tx, visible, {}, null, first + 1));
    return this.present(found.slice(0, first));
  }

  private get db(): Database {
    return this.parts.get(Database, { strict: false });
  }

  private present(found: Parameters<CameraPresenter['present']>[1]): Promise<CameraType[]> {
    return this.db.read((tx) => this.parts.get(CameraPresenter, { strict: false }).present(tx, found));
  }

  /** Found once: what the viewer may list is asked of no rule again. */
  private async everything(viewer: Viewer): Promise<VisibleCameras> {
    this.visible ??= await this.db.read((tx) => this.parts.get(ClassVisibility, { strict: false }).visible(tx, viewer, 'list_cameras'));
    return this.visible;
  }
}

@Module({ providers: [UngovernedResolver] })
class UngovernedModule {}

/** A governed query beside the same query ungoverned: requests a second of sixteen callers in turns, and one caller's median. */
export function run(): Promise<BenchRow[]> {
  const seed = async (tx: Tx): Promise<void> => {
    await seedIdentity(tx);
    await seedRegistry(tx);
  };
  return withGateway({ seed, modules: [UngovernedModule] }, measured);
}

async function measured({ neighbours, port, token }: BenchGateway): Promise<BenchRow[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  try {
    const ask = (query: string): Promise<Record<string, unknown>> => asked(agent, port, token, query);
    const entries = (): Promise<number> => count(neighbours.databaseUrl);
    const list = await ask(`{ cameras(first: 50) { edges { node { ${fields} } } } }`);
    const nodes = (list['cameras'] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node);
    const id = nodes[0]?.id ?? '';
    return [
      await compared(ask, entries, {
        name: 'one camera by its id',
        each: aRound.one,
        governed: `{ camera(id: "${id}") { ${fields} } }`,
        ungoverned: `{ ungovernedCamera(id: "${id}") { ${fields} } }`,
        unrecorded: `{ unrecordedCamera(id: "${id}") { ${fields} } }`,
      }),
      await compared(ask, entries, {
        name: 'a page of 50 cameras, re-checked',
        each: aRound.page,
        governed: `{ cameras(first: 50) { edges { node { ${fields} } } } }`,
        ungoverned: `{ ungovernedCameras(first: 50) { ${fields} } }`,
      }),
    ];
  } finally {
    agent.destroy();
  }
}

interface Pair {
  readonly name: string;
  readonly each: number;
  readonly governed: string;
  readonly ungoverned: string;
  /** Decided, not recorded. */
  readonly unrecorded?: string;
}

async function compared(
  ask: (query: string) => Promise<Record<string, unknown>>,
  entries: () => Promise<number>,
  pair: Pair,
): Promise<BenchRow> {
  const { governed, ungoverned, unrecorded, each } = pair;
  const [one, other] = [rowsOf(await ask(governed)), rowsOf(await ask(ungoverned))];
  const same = one.length > 2 && one === other;
  const before = await entries();
  const load = async (query: string): Promise<number> => {
    let left = each;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        while (left > 0) {
          left -= 1;
          await ask(query);
        }
      }),
    );
    return (each * 1_000) / (performance.now() - began);
  };
  const alone = async (query: string): Promise<number> => {
    const began = performance.now();
    await ask(query);
    return performance.now() - began;
  };
  const figures = {
    governed: [] as number[],
    ungoverned: [] as number[],
    unrecorded: [] as number[],
    governedMs: [] as number[],
    ungovernedMs: [] as number[],
  };
  for (const query of [governed, ungoverned]) await load(query);
  for (let round = 0; round < rounds; round += 1) {
    figures.governed.push(await load(governed));
    figures.ungoverned.push(await load(ungoverned));
    if (unrecorded !== undefined) figures.unrecorded.push(await load(unrecorded));
    for (let i = 0; i < 20; i += 1) {
      figures.governedMs.push(await alone(governed));
      figures.ungovernedMs.push(await alone(ungoverned));
    }
  }
  const recorded = (await entries()) - before;
  const wanted = (rounds + 1) * each + rounds * 20;
  return benchRow({
    name: `graphql: ${pair.name}, governed (decided and recorded before it is shown)`,
    ours: middle(figures.governed),
    baseline: middle(figures.ungoverned),
    baselineName: 'the same query, nothing decided and nothing recorded',
    unit: `requests/s, ${callers} callers`,
    work: {
      same: same && recorded === wanted,
      how: `${same ? 'the same rows' : 'other rows'}; ${recorded} entries committed for ${wanted} governed requests, none for the others`,
    },
    details: {
      'governed p50 ms, one caller': middle(figures.governedMs),
      'ungoverned p50 ms, one caller': middle(figures.ungovernedMs),
      ...(unrecorded === undefined ? {} : { 'decided and not recorded, requests/s': middle(figures.unrecorded) }),
      'design asks': 'at least 0.75 × its requests/s',
    },
  });
}

/** The cameras of an answer, whatever the query is called. */
function rowsOf(data: Record<string, unknown>): string {
  const [answer] = Object.values(data);
  const list =
    typeof answer === 'object' && answer !== null && 'edges' in answer
      ? (answer.edges as { node: unknown }[]).map(({ node }) => node)
      : answer;
  return JSON.stringify(list);
}

function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

async function count(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from audit_outbox');
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}

function asked(agent: http.Agent, port: number, token: string, query: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const request = http.request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => (text += part))
        .on('end', () => {
          const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: unknown };
          if (errors !== undefined || data === undefined || data === null) reject(new Error(`the gateway answers ${text.slice(0, 500)}`));
          else resolve(data);
        });
    });
    request.on('error', reject).end(JSON.stringify({ query }));
  });
}
