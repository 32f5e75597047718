// The proofs of policy-engine.md 5.5, each asked by its number. Usage: npm run policy:prove -- D3 D4 …
//   --all       every proof              --short     the small form that policy:check runs
//   --seed <n>  other questions          --count <n> more or fewer of them
//   --json      one JSON object a line, the last with passed and failed
// Exit 1 when anything is violated. The same seed gives the same questions on every machine.
import { fileURLToPath } from 'node:url';

/** Module by number; some numbers have two parts. */
export const proofs = {
  D1: [() => import('./proof/alone.mjs')],
  D2: [() => import('./proof/vectors.mjs')],
  D3: [() => import('./proof/engines.mjs')],
  D4: [() => import('./proof/reference.mjs')],
  D5: [() => import('./proof/relations.mjs'), () => import('./proof/hidden.mjs')],
  D6: [() => import('./proof/lists.mjs')],
  D7: [() => import('./proof/bounded.mjs')],
  D8: [() => import('./proof/mutants.mjs'), () => import('./proof/table-mutants.mjs')],
  D9: [() => import('./proof/conformance.mjs')],
  D10: [() => import('./proof/faults.mjs')],
  D11: [() => import('./proof/races.mjs')],
  D12: [() => import('./proof/soak.mjs')],
  D13: [() => import('./proof/speed.mjs')],
  D14: [() => import('./proof/impact.mjs')],
};

/** @returns {Promise<{id: string, title: string, asked: number, unit: string, seconds: number, figures: object, violations: string[], skipped?: string}>} */
export async function prove(id, load, options) {
  const began = performance.now();
  const proof = await load();
  try {
    const { asked, unit, violations, figures = {}, skipped } = await proof.run(options);
    return { id, title: proof.title, asked, unit, seconds: (performance.now() - began) / 1000, figures, violations, ...(skipped ? { skipped } : {}) };
  } catch (error) {
    return { id, title: proof.title, asked: 0, unit: '', seconds: (performance.now() - began) / 1000, figures: {}, violations: [`it broke off: ${error.stack ?? error}`] };
  }
}

function print({ id, title, asked, unit, seconds, figures, violations, skipped }) {
  const state = violations.length > 0 ? 'FAIL' : skipped ? 'skip' : 'ok  ';
  process.stdout.write(`${state} ${id} ${title}: ${asked.toLocaleString('en')} ${unit}, ${violations.length} violations, ${seconds.toFixed(1)} s${skipped ? ` (${skipped})` : ''}\n`);
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`       ${name}: ${typeof value === 'number' ? value.toLocaleString('en') : value}\n`);
  for (const line of violations.slice(0, 20)) process.stdout.write(`       ! ${line}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const number = (name) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined);
  const wanted = args.includes('--all') ? Object.keys(proofs) : args.filter((arg) => /^D\d+$/.test(arg));
  const unknown = wanted.filter((id) => !(id in proofs));
  if (wanted.length === 0 || unknown.length > 0) {
    process.stderr.write(`policy:prove: ${unknown.length > 0 ? `no proof ${unknown.join(', ')} here` : 'say which'}; there are ${Object.keys(proofs).join(', ')}, or --all\n`);
    process.exitCode = 2;
  } else {
    const options = { seed: number('--seed'), count: number('--count'), short: args.includes('--short'), asks: args };
    let passed = 0;
    let failed = 0;
    for (const id of wanted) {
      for (const load of proofs[id]) {
        const said = await prove(id, load, options);
        if (said.violations.length > 0) failed += 1;
        else passed += 1;
        if (args.includes('--json')) process.stdout.write(`${JSON.stringify(said)}\n`);
        else print(said);
      }
    }
    process.stdout.write(args.includes('--json') ? `${JSON.stringify({ passed, failed })}\n` : `${passed} passed, ${failed} failed\n`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
}
