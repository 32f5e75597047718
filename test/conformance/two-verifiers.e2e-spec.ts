import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditLog } from '../../apps/cli/src/verify/audit.js';
import { LogFolder } from '../../apps/cli/src/verify/log-folder.js';
import { parseVerifierKey } from '../../apps/cli/src/verify/note.js';
import { verifyReceipt } from '../../apps/cli/src/verify/receipt.js';
import { openTrusted, parseTrustPolicy, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { openLogHouse, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { newId } from '#libs/kernel';

// The house's verifier and one in Go, written from the formats alone, judge the same logs: whole ones, and ones with every kind of damage.

const sources = path.resolve(import.meta.dirname, '../verifier');
const goFound = spawnSync('go', ['version']).status === 0;

interface Judgement {
  readonly verified: boolean;
  /** First bad index, or null when what is wrong has no place. */
  readonly index: number | null;
}

/** Small seeded generator (mulberry32): the same damages on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile() && (name.startsWith('tile') || name === 'checkpoint'))
    .sort();
}

describe(`two verifiers of different makes (${goFound ? 'go found' : 'no Go found: install it, then these run too'})`, () => {
  const whereGoIs = goFound ? it : it.skip;
  const work = mkdtempSync(path.join(tmpdir(), 'cuao-two-'));
  const binary = path.join(work, 'verifier');
  let house: LogHouse;
  let policy: TrustPolicy;
  let policyFile: string;
  let whole: string;

  beforeAll(async () => {
    if (!goFound) return;
    const built = spawnSync('go', ['build', '-o', binary, '.'], {
      cwd: sources,
      encoding: 'utf8',
      env: { ...process.env, CGO_ENABLED: '0' },
    });
    if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
    house = await openLogHouse();
    const writer = house.writer('gateway-1');
    const opened = newId('ent');
    // Each entry is somebody else's, with a key of its own: more at once than a busy database takes within the writer's two seconds.
    for (let from = 0; from < 700; from += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, at) => from + at).map((i) =>
          writer.append(
            someDraft({
              ...(i % 7 === 0 ? { details: { note: `chữ Việt ẫ 🚦 "${i}" \u2028`, count: i, isOdd: i % 2 === 1 } } : {}),
              ...(i % 11 === 0 ? { type: 'live_view.refused', outcome: 'refused' } : {}),
              ...(i % 13 === 0 ? { type: 'live_view.close', outcome: 'done', intentId: opened } : {}),
            }),
          ),
        ),
      );
    await writer.onModuleDestroy();
    await eventually('700 entries are published', () => house.publishedSize() >= 700);
    await house.worker.stop(); // it clears away partial tiles that nobody needs any more
    whole = path.join(work, 'whole');
    cpSync(house.logDir, whole, { recursive: true });
    policyFile = path.join(whole, 'policy');
    const parsed = parseTrustPolicy(readFileSync(policyFile, 'latin1'));
    if (typeof parsed === 'string') throw new Error(parsed);
    policy = parsed;
  }, 240_000);
  afterAll(async () => {
    if (goFound) await house.close();
    rmSync(work, { recursive: true, force: true });
  });

  async function ours(folder: string): Promise<Judgement> {
    const checkpoint = await openTrusted(readFileSync(path.join(folder, 'checkpoint')), policy);
    if (typeof checkpoint === 'string') return { verified: false, index: null };
    const [first] = auditLog(new LogFolder(folder), checkpoint).contradictions;
    return { verified: first === undefined && checkpoint.hasQuorum, index: first?.index ?? null };
  }

  function theirs(folder: string): Judgement & { readonly because?: string } {
    const said = spawnSync(binary, ['audit', folder, '--policy', policyFile], { encoding: 'utf8' });
    const { verified, index, because } = JSON.parse(said.stdout) as { verified: boolean; index?: number; because?: string };
    if (said.status !== (verified ? 0 : 6)) throw new Error(`exit code ${said.status} for ${said.stdout}`);
    return { verified, index: index ?? null, ...(because === undefined ? {} : { because }) };
  }

  whereGoIs('find the whole log whole', async () => {
    expect(await ours(whole)).toEqual({ verified: true, index: null });
    expect(theirs(whole)).toEqual({ verified: true, index: null });
  });

  whereGoIs(
    'agree on 120 damaged logs: the verdict and the first bad index',
    async () => {
      const pick = seeded(20261128);
      const folder = path.join(work, 'damaged');
      cpSync(whole, folder, { recursive: true });
      const files = filesOf(whole);
      const differences: string[] = [];
      let foundBad = 0;
      for (let i = 0; i < 120; i += 1) {
        const name = files[pick(files.length)] ?? 'checkpoint';
        const original = readFileSync(path.join(whole, name));
        const kind = pick(6);
        writeFileSync(path.join(folder, name), damaged(original, kind, pick));
        const [mine, other] = [await ours(folder), theirs(folder)];
        if (!mine.verified) foundBad += 1;
        if (mine.verified !== other.verified || mine.index !== other.index)
          differences.push(`${name}, damage ${kind}: ${JSON.stringify(mine)} here, ${JSON.stringify(other)} there`);
        writeFileSync(path.join(folder, name), original);
      }
      expect(differences).toEqual([]);
      // A partial tile that no published size needs any more is nobody's evidence; all the rest must have been noticed.
      expect(foundBad).toBeGreaterThan(40);
    },
    240_000,
  );

  whereGoIs('agree on receipts, right ones and bent ones', async () => {
    const spool = readdirSync(house.services.stateDir, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.jsonl'));
    const producersFile = path.join(whole, 'producers');
    const producers = readFileSync(producersFile, 'utf8')
      .split('\n')
      .flatMap((line) => parseVerifierKey(line.trim()) ?? []);
    const receipts = readFileSync(path.join(house.services.stateDir, spool ?? ''), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 40);
    const pick = seeded(7);
    const differences: string[] = [];
    for (const [at, line] of receipts.entries()) {
      const bent = at % 4 === 0 ? line : damaged(Buffer.from(line), 1, pick).toString('latin1');
      const file = path.join(work, 'receipt.json');
      writeFileSync(file, bent);
      const mine = typeof (await verifyReceipt(bent, producers)) !== 'string';
      const other = spawnSync(binary, ['receipt', file, '--producers', producersFile], { encoding: 'utf8' }).status === 0;
      if (mine !== other || (at % 4 === 0 && !mine)) differences.push(`${mine} here, ${other} there: ${bent}`);
    }
    expect(receipts.length).toBeGreaterThan(8);
    expect(differences).toEqual([]);
  });
});

/** One of six ways to harm a file. */
function damaged(original: Buffer, kind: number, pick: (below: number) => number): Buffer {
  const at = pick(original.length);
  if (kind === 0) return original.subarray(0, at);
  if (kind === 1) {
    const flipped = Buffer.from(original);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << pick(8));
    return flipped;
  }
  if (kind === 2) return Buffer.concat([original.subarray(0, at), Buffer.from([pick(256)]), original.subarray(at)]);
  if (kind === 3) return Buffer.concat([original, original.subarray(0, pick(64))]);
  if (kind === 4) return Buffer.from(original.toString('latin1').replaceAll('allowed', 'refused'), 'latin1');
  const other = pick(original.length);
  const swapped = Buffer.from(original);
  [swapped[at], swapped[other]] = [swapped[other] ?? 0, swapped[at] ?? 0];
  return swapped;
}
