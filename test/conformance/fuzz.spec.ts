import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { everyForm, type Forms } from '../fuzz/forms.js';
import { buildGoVerifier, fuzzForm } from '../fuzz/fuzzer.js';

// The short form of `npm run fuzz`, and the public vectors in the verifier in Go.

const sources = path.resolve(import.meta.dirname, '../verifier');

describe('every parser of the log', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-fuzz-go-'));
  let verifier: string | null = null;
  let forms: Forms;

  beforeAll(async () => {
    verifier = buildGoVerifier(sources, folder);
    forms = await everyForm();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ...['checkpoint', 'note', 'cosignature', 'vkey', 'proof', 'tile path', 'entry bundle', 'receipt', 'leaf'],
    ...['witness request', 'trust policy', 'witness policy', 'time stamp'],
  ])('takes, refuses and understands a %s as all the others do, damaged or not', async (name) => {
    const form = forms.forms.find((each) => each.name === name);
    if (form === undefined) throw new Error(`no form ${name}`);
    const report = await fuzzForm(form, forms, { count: 1_500, seed: 20_261_128, verifier });
    expect(report.finds).toEqual([]);
    expect([report.inputs, report.accepted >= form.seeds.length]).toEqual([1_500, true]);
  });

  it('is asked for by name above, none left out', () => {
    expect(forms.forms).toHaveLength(13);
  });

  it('in Go knows the public vectors', () => {
    if (verifier === null) return;
    const run = spawnSync('go', ['test', './...'], { cwd: sources, encoding: 'utf8', env: { ...process.env, CGO_ENABLED: '0' } });
    expect([run.status, run.stdout + run.stderr]).toEqual([0, expect.stringContaining('ok')]);
  });
});
