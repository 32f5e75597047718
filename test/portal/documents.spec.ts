import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const portal = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps/portal');

describe('the documents beside the pages', () => {
  it('fit the committed schema, and their types are current', () => {
    expect(() => execFileSync(process.execPath, [path.join(portal, 'build/types.mjs'), '--check'], { encoding: 'utf8' })).not.toThrow();
  });

  it('and everything of the portal compiles', () => {
    const compiler = path.resolve(portal, '../../node_modules/tsc7/bin/tsc');
    expect(() => execFileSync(process.execPath, [compiler, '-p', path.join(portal, 'tsconfig.json')], { encoding: 'utf8' })).not.toThrow();
  });

  it('are the only way to ask: no page writes a query of its own', () => {
    const texts = readdirSync(path.join(portal, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated/'))
      .map((name) => [name, readFileSync(path.join(portal, 'src', name), 'utf8')] as const);
    expect(
      texts
        .filter(([, text]) => /\bgql`|graphql`|\btrusted[<(]/.test(text) && !text.includes('export function trusted'))
        .map(([name]) => name),
    ).toEqual([]);
  });
});
