import { exitCodes, suggestion, usage, type Command } from './command.js';

const commands: readonly Command[] = [
  { name: 'policy', summary: 'hỏi và kiểm tra gói quy định · ask and check the policy bundle', load: () => import('./commands/policy.js') },
  {
    name: 'finding',
    summary: 'phát hiện của nhật ký: xem, khép bằng hai người · findings of the log: list, close by two hands',
    load: () => import('./commands/finding.js'),
  },
  {
    name: 'witness',
    summary: 'nhân chứng của nhật ký: xem, thêm, bỏ · witnesses of the log: list, add, remove',
    load: () => import('./commands/witness.js'),
  },
  {
    name: 'log-key',
    summary: 'đổi khóa ký nhật ký, ba bước · change the key that signs the log, in three steps',
    load: () => import('./commands/log-key.js'),
  },
  {
    name: 'mirror',
    summary: 'giữ một bản sao của nhật ký, kiểm từng bản ghi, cùng ký · hold a full copy of the log, judge it, cosign it',
    load: () => import('./commands/mirror.js'),
  },
  {
    name: 'verify',
    summary: 'kiểm chứng ngoại tuyến · check receipts, proofs and the log offline',
    load: () => import('./commands/verify.js'),
  },
  {
    name: 'token',
    summary: 'mã truy cập cho người thử nghiệm · a bearer token for a demo person',
    load: () => import('./commands/token.js'),
  },
  {
    name: 'demo',
    summary: 'những người trong thành phố thử nghiệm · the people of the demo city',
    load: () => import('./commands/demo.js'),
  },
  { name: 'db', summary: 'cơ sở dữ liệu: migrate, seed · database: migrate, seed', load: () => import('./commands/db.js') },
];

async function main(argv: readonly string[]): Promise<number> {
  const [typed, ...args] = argv;
  const help = typed === 'help' || typed === '--help' || typed === '-h';
  const command = commands.find(({ name }) => name === typed);
  if (command !== undefined) return (await command.load()).run(args);
  if (help) {
    process.stdout.write(`${usage(commands)}\n`);
    return exitCodes.ok;
  }
  if (typed !== undefined) {
    const meant = suggestion(
      typed,
      commands.map(({ name }) => name),
    );
    const hint = meant === null ? '' : ` Ý bạn là \`cuao ${meant}\`? · did you mean \`cuao ${meant}\`?`;
    process.stderr.write(`không có lệnh \`${typed}\` · unknown command \`${typed}\`.${hint}\n`);
  }
  process.stderr.write(`${usage(commands)}\n`);
  return exitCodes.usage;
}

process.once('SIGINT', () => process.exit(exitCodes.interrupted));
// A reader that stops early (`cuao … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.unexpected));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`cuao: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCodes.unexpected;
}
