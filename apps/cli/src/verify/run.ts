import { Misused } from './arguments.js';
import { anchor } from './checks/anchor.check.js';
import { audit } from './checks/audit.check.js';
import { consistency } from './checks/consistency.check.js';
import { diffDb } from './checks/diff-db.check.js';
import { exported } from './checks/export.check.js';
import { proof } from './checks/proof.check.js';
import { receipt } from './checks/receipt.check.js';
import { sample } from './checks/sample.check.js';
import type { Check, Verdict } from './verdict.js';

interface Command {
  readonly run: Check;
  readonly form: string;
  readonly summary: string;
}

const checks: Readonly<Record<string, Command>> = {
  proof: {
    run: proof,
    form: 'FILE.tlog-proof [--leaf FILE | --leaf-hash HEX] [--policy FILE]',
    summary: 'một bản ghi nằm trong nhật ký · an entry stands in the log',
  },
  receipt: {
    run: receipt,
    form: 'FILE|SPOOL [--producers FILE] [--log DIR [--deadline-seconds 60]]',
    summary: 'biên nhận, và nhật ký có giữ lời · receipts, and whether the log kept its word',
  },
  export: {
    run: exported,
    form: 'FILE.zip [--policy FILE] [--tsa PEM]',
    summary: 'bản xuất niêm phong cho thanh tra · a sealed export: entries, openings, proofs, counts',
  },
  consistency: {
    run: consistency,
    form: 'OLD NEW (--log DIR | --proof FILE) [--policy FILE]',
    summary: 'giữa hai đầu nhật ký chỉ có nối thêm · nothing but appended between two checkpoints',
  },
  audit: {
    run: audit,
    form: 'LOG-DIR [--policy FILE] [--max-age SECONDS] [--tsa PEM [--max-anchor-gap SECONDS]]',
    summary: 'dựng lại cả nhật ký từ tệp · the whole log rebuilt from its files',
  },
  anchor: {
    run: anchor,
    form: 'FILE.tsr CHECKPOINT --tsa PEM [--policy FILE] [--log DIR]',
    summary: 'dấu thời gian độc lập trên một đầu nhật ký · an independent time stamp over a checkpoint',
  },
  'diff-db': {
    run: diffDb,
    form: 'postgres://… LOG-DIR [--policy FILE]',
    summary: 'cơ sở dữ liệu so với tệp nhật ký, từng dòng · the database against the log, row by row',
  },
  sample: {
    run: sample,
    form: 'LOG-DIR [--seed HEX] [--n 50] [--policy FILE]',
    summary: 'mẫu ngẫu nhiên mà ai cũng rút giống nhau · a random sample that everybody draws alike',
  },
};

const usage = (): string =>
  [
    'cách dùng · usage: cuao verify <cái gì · what> …  (không cần mạng · offline; 0 đúng · verified, 6 sai · not, 2 gọi sai · misuse)',
    ...Object.entries(checks).map(([name, { form, summary }]) => `  cuao verify ${name} ${form}\n      ${summary}`),
    '  --policy: C2SP tlog-policy, ở · at /log/policy (/log/policy-mldsa: hậu lượng tử · post-quantum); --producers: ở · at /log/producers; không có thì tìm · else sought in .cuao/log',
    '  --tsa: chứng thư PEM của tổ chức cấp dấu thời gian, hoặc của bên cấp cho nó · certificate of the time-stamping authority, or of its issuer',
    '  --json  một dòng JSON · one line of JSON',
  ].join('\n');

/** `cuao verify …`. stdout holds the verdict, stderr the talk. @returns 0 verified, 6 not, 2 misuse */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  if (name === '--help' || name === 'help' || rest.includes('--help')) {
    process.stdout.write(`${usage()}\n`);
    return 0;
  }
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined) {
    tell(usage());
    return 2;
  }
  try {
    const { verdict, json } = await check.run(rest, tell);
    print(name, verdict, json);
    return verdict.verified ? 0 : 6;
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    tell(`cuao verify ${name}: ${error.message}`);
    return 2;
  }
}

function print(name: string, { verified, because, rows }: Verdict, json: boolean): void {
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ check: name, verified, because, ...Object.fromEntries(rows.map(([key, , , value]) => [key, value])) })}\n`,
    );
    return;
  }
  const width = Math.max(0, ...rows.map(([, vi, en]) => `${vi} · ${en}`.length));
  for (const [, vi, en, value] of rows) process.stdout.write(`  ${`${vi} · ${en}`.padEnd(width)}  ${value}\n`);
  process.stdout.write(verified ? 'ĐÚNG · verified\n' : `SAI · not verified: ${because ?? ''}\n`);
}
