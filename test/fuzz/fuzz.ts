import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { everyForm } from './forms.js';
import { buildGoVerifier, fuzzForm } from './fuzzer.js';

const usage = `npm run fuzz -- [FORM …] [--count N] [--seed N] [--json]
Damaged inputs for every parser of the log; the log's readers, the offline verifier and the one in Go must agree on each.`;

async function main(args: readonly string[]): Promise<number> {
  const option = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
  const [count, seed] = [option('--count', 20_000), option('--seed', 20_261_128)];
  const words = args.filter((arg, at) => !arg.startsWith('--') && !['--count', '--seed'].includes(args[at - 1] ?? ''));
  const all = await everyForm();
  const wanted = all.forms.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (wanted.length === 0 || !Number.isSafeInteger(count) || !Number.isSafeInteger(seed)) {
    process.stderr.write(`${usage}\nforms: ${all.forms.map(({ name }) => name).join(', ')}\n`);
    return 2;
  }
  const json = args.includes('--json');
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-fuzz-go-'));
  try {
    const verifier = buildGoVerifier(path.join(packageRoot(import.meta.dirname), 'test/verifier'), folder);
    if (verifier === null) process.stderr.write('no Go found: its verifier is not asked\n');
    let [inputs, finds] = [0, 0];
    for (const form of wanted) {
      const report = await fuzzForm(form, all, { count, seed, verifier });
      inputs += report.inputs;
      finds += report.findCount;
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else {
        const figures = `${report.inputs.toLocaleString('en')} inputs, ${report.accepted.toLocaleString('en')} accepted, ${report.readers} readers, ${report.findCount} finds`;
        process.stdout.write(`${report.findCount === 0 ? 'ok  ' : 'FAIL'} ${report.form}: ${figures}\n`);
        for (const line of report.finds) process.stdout.write(`       ! ${line}\n`);
      }
    }
    process.stdout.write(
      json
        ? `${JSON.stringify({ inputs, finds, seed, passed: finds === 0 ? 1 : 0, failed: finds === 0 ? 0 : 1 })}\n`
        : `\n${inputs.toLocaleString('en')} inputs, ${finds} finds (seed ${seed})\n`,
    );
    return finds === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packageRoot(from: string): string {
  for (let at = from; at !== path.dirname(at); at = path.dirname(at)) if (existsSync(path.join(at, 'package-lock.json'))) return at;
  throw new Error('no package.json above the fuzzer');
}

process.exit(await main(process.argv.slice(2)));
