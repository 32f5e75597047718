import { readFileSync } from 'node:fs';
import path from 'node:path';
import { doorViolations, importViolations, unlistedPackages } from './import-line.js';
import { filesBelow, inWords, repositoryRoot, type SourceFile, type Violation } from './source-files.js';
import {
  clockViolations,
  environmentViolations,
  frameworkViolations,
  lengthViolations,
  namingViolations,
  typeEscapeViolations,
} from './source-rules.js';

const server = filesBelow(['libs', 'apps', 'migrations'], /\.tsx?$/);
const everything = [...server, ...filesBelow(['test', 'tools'], /\.(ts|mjs)$/)];
const packages = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
const listed = new Set([...Object.keys(packages['dependencies'] ?? {}), ...Object.keys(packages['devDependencies'] ?? {})]);

const sample = (filePath: string, text: string): SourceFile => ({ path: filePath, text });

interface Rule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => Violation[];
  readonly tree: readonly SourceFile[];
  /** Each breaks the rule exactly as often as it says; the check that keeps the tree must find it. */
  readonly planted: readonly (readonly [times: number, files: SourceFile | readonly SourceFile[]])[];
  readonly clean?: readonly SourceFile[];
}

const service = 'libs/sharing/src/requests.service.ts';

const rules: readonly Rule[] = [
  {
    name: 'libs import only from the left, through the front door',
    check: importViolations,
    tree: everything,
    planted: [
      [1, sample('libs/audit/src/x.ts', `import { Gate } from '#libs/regulation';`)],
      [1, sample('libs/audit/src/x.ts', `export type G = import('#libs/regulation').Gate;`)],
      [1, sample(service, `import { CameraRow } from '../../registry/src/camera.entity.js';`)],
      [1, sample(service, `import { Cameras } from '#libs/registry/src/cameras.service.js';`)],
      [1, sample(service, `import { CamerasApiModule } from '#api/registry';`)],
      [1, sample('apps/worker/src/main.ts', `import { CamerasApiModule } from '#api/registry';`)],
      [1, sample('apps/edge/src/main.ts', `import { start } from '../../gateway/src/create-gateway.js';`)],
      [1, sample(service, `const { Playback } = await import('#libs/footage');`)],
      [1, sample('libs/kernel/src/x.ts', `import { Injectable } from '@nestjs/common';`)],
      [1, sample('test/story/x.ts', `import { Gate } from '#libs/regulation';`)],
      [1, sample('test/story/x.ts', `import { ownerDataSource } from '../../libs/database/src/migrate.js';`)],
      [1, sample('libs/extras/src/x.ts', `export const one = 1;`)],
      [1, sample('apps/worker/src/x.ts', `import { y } from '#libs/extras';`)],
    ],
    clean: [
      sample(service, `import { Gate } from '#libs/regulation';\nimport { x } from './x.js';`),
      sample('apps/gateway/src/app.module.ts', `import { SharingApiModule } from '#api/sharing';`),
      sample('test/story/x.ts', `import { verifyProof } from '../../apps/cli/src/verify/proof.js';`),
      sample('test/journeys/x.e2e-spec.ts', `import { judge } from '../../apps/edge/src/verdict.js';`),
    ],
  },
  {
    name: 'front doors export no entity and no repository',
    check: doorViolations,
    tree: server,
    planted: [
      [1, sample('libs/registry/src/index.ts', `export { CameraRow } from './camera.entity.js';`)],
      [1, sample('libs/registry/src/api.ts', `export * from './camera.repository.js';`)],
      [
        1,
        [
          sample('libs/registry/src/index.ts', `export * from './camera.js';`),
          sample('libs/registry/src/camera.ts', `@Entity('camera')\nexport class Camera {}`),
        ],
      ],
      [
        1,
        [
          sample('libs/registry/src/index.ts', `export { CameraRepository } from './store.js';`),
          sample('libs/registry/src/store.ts', `export class CameraRepository {}\nexport class Cameras {}`),
        ],
      ],
    ],
    clean: [
      sample('libs/registry/src/index.ts', `export { Cameras } from './store.js';`),
      sample('libs/registry/src/store.ts', `export class CameraRepository {}\nexport class Cameras {}`),
    ],
  },
  {
    name: 'imported packages stand in package.json',
    check: (files) => unlistedPackages(files, listed),
    tree: server,
    planted: [[1, sample(service, `import lodash from 'lodash';`)]],
    clean: [sample(service, `import { readFile } from 'node:fs/promises';\nimport { Injectable } from '@nestjs/common';`)],
  },
  {
    name: 'files have at most 300 lines',
    check: lengthViolations,
    tree: everything,
    planted: [[1, sample(service, 'const x = 1;\n'.repeat(301))]],
    clean: [sample(service, 'const x = 1;\n'.repeat(300)), sample('migrations/1764000000999-x.ts', 'select 1;\n'.repeat(900))],
  },
  {
    name: 'the environment is read in libs/config only',
    check: environmentViolations,
    tree: server,
    planted: [
      [1, sample(service, `const url = process.env.DATABASE_URL;`)],
      [1, sample(service, `const url = process['env']['DATABASE_URL'];`)],
      [1, sample(service, `const { env } = process;`)],
      [1, sample('apps/edge/src/main.ts', `import { env } from 'node:process';`)],
    ],
    clean: [sample('libs/config/src/load.ts', `const url = process.env.DATABASE_URL;`)],
  },
  {
    name: 'the time comes from Clock',
    check: clockViolations,
    tree: server,
    planted: [
      [1, sample(service, `const at = new Date();`)],
      [1, sample(service, `const at = Date.now();`)],
      [1, sample(service, `const at = Date();`)],
      [1, sample(service, `const pick = Math.random();`)],
      [1, sample(service, `await tx.query('update request set seen_at = now()');`)],
      [1, sample(service, 'await tx.query(`select ${x} where expires_at < current_timestamp`);')],
      [1, sample('migrations/1764000000999-x.ts', `await runner.query('create table t (at timestamptz default now())');`)],
    ],
    clean: [sample(service, `const at = new Date(row.at);\nconst now = this.clock.now();\nconst t = performance.now();`)],
  },
  {
    name: 'no any, no !, no compiler gags, no default export',
    check: typeEscapeViolations,
    tree: server,
    planted: [
      [1, sample(service, `export function f(x: any): void {}`)],
      [1, sample(service, `const x = rows[0]!;`)],
      [1, sample(service, `class A { b!: string; }`)],
      [1, sample(service, `// @ts-ignore\nconst x = 1;`)],
      [1, sample(service, `export default class A {}`)],
      [1, sample(service, `const a = 1;\nexport { a as default };`)],
    ],
    clean: [sample('apps/portal/vite.config.ts', `export default {};`), sample(service, `const no = !yes; // any word may say any`)],
  },
  {
    name: 'files and folders are named after nouns, nothing is left unfinished',
    check: namingViolations,
    tree: everything,
    planted: [
      [1, sample('libs/sharing/src/utils/dates.ts', '')],
      [1, sample('libs/sharing/src/RequestsService.ts', '')],
      [1, sample(service, '// TODO later')],
    ],
    clean: [sample(service, '// TODO(#12) say it better'), sample('libs/footage/src/playback-session.service.ts', '')],
  },
  {
    name: 'no hidden wiring of Nest or TypeORM',
    check: frameworkViolations,
    tree: server,
    planted: [
      [1, sample(service, `@Inject(forwardRef(() => X)) x: X;`)],
      [1, sample(service, `@ManyToOne(() => X, { cascade: true })`)],
      [1, sample(service, `let counter = 0;`)],
      [1, sample('libs/sharing/src/x.resolver.ts', `@Resolver()\nexport class X extends Base {}`)],
    ],
  },
];

describe.each(rules)('$name', (rule) => {
  it('holds in the tree', () => {
    expect(inWords(rule.check(rule.tree))).toEqual([]);
  });

  it('is caught when broken', () => {
    for (const [times, files] of rule.planted) {
      const planted: readonly SourceFile[] = 'path' in files ? [files] : files;
      expect([planted[0]?.text, inWords(rule.check(planted)).length]).toEqual([planted[0]?.text, times]);
    }
  });

  it('lets clean code pass', () => {
    expect(inWords(rule.check(rule.clean ?? []))).toEqual([]);
  });
});
