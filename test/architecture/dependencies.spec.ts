import { readFileSync } from 'node:fs';
import path from 'node:path';
import { notPinned, withoutReason } from './dependency-reasons.js';
import { repositoryRoot } from './source-files.js';

const read = (name: string): string => readFileSync(path.join(repositoryRoot, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const versions = { ...manifest.dependencies, ...manifest.devDependencies };

describe('a dependency enters with one written reason', () => {
  it('and every one of ours has it in the README', () => {
    expect(withoutReason(Object.keys(versions), read('README.md'))).toEqual([]);
  });

  it('and one without is named', () => {
    const readme =
      '# Product\n`left-pad` is mentioned elsewhere with many words.\n## Dependencies\n| `pg` | speaks to PostgreSQL |\n| `rxjs` | ? |\n';
    expect(withoutReason(['pg', 'rxjs', 'left-pad'], readme)).toEqual(['rxjs', 'left-pad']);
  });
});

describe('dependencies are pinned exactly', () => {
  it('in package.json', () => {
    expect(notPinned(versions)).toEqual([]);
  });

  it('and a range is named', () => {
    expect(notPinned({ a: '^1.0.0', b: '1.2.3', c: 'npm:typescript@7.0.2', d: 'latest', e: '18.4.0-beta.17' })).toEqual([
      'a@^1.0.0',
      'd@latest',
    ]);
  });
});
