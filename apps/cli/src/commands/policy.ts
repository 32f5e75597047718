import { BundleFault } from '#libs/regulation';
import { exitCodes, suggestion, type RunCommand } from '../command.js';
import { CommandEnd } from './city-api.js';
import { buildCommand, statusCommand, testCommand } from './policy-bundle.js';
import { diffCommand } from './policy-diff.js';
import { faultsCommand } from './policy-faults.js';
import { impactCommand } from './policy-impact.js';
import { noteCommand, replayCommand } from './policy-inspection.js';
import { revokeCommand } from './policy-revoke.js';
import { evalCommand } from './policy-eval.js';
import { activateCommand, cityStatusCommand, fetchCommand, proposeCommand, rollbackCommand, signCommand } from './policy-release.js';

const actions: Readonly<Record<string, RunCommand>> = {
  eval: evalCommand,
  build: buildCommand,
  test: testCommand,
  diff: diffCommand,
  faults: faultsCommand,
  // Said by somebody it is the city's; else the folder's, which needs no city.
  status: (args) => (args.some((arg) => arg === '--as' || arg === '--token-file') ? cityStatusCommand(args) : statusCommand()),
  propose: proposeCommand,
  impact: impactCommand,
  sign: signCommand,
  activate: activateCommand,
  rollback: rollbackCommand,
  fetch: fetchCommand,
  note: noteCommand,
  replay: replayCommand,
  revoke: revokeCommand,
};

const help = `cách dùng · usage:
  không cần thành phố đang chạy · without a city
  cuao policy eval [tệp · file] [--explain]   hỏi bộ quy tắc, mỗi dòng một câu (NDJSON) · one question a line in, one decision a line out
  cuao policy eval --schema                   JSON Schema của câu hỏi · of a question
  cuao policy build [--out NƠI · PLACE]       biên dịch (cần OPA); --out: bộ đề xuất, số kế tiếp · a candidate with the next number
  cuao policy test [NƠI · PLACE]              chạy các ca mẫu · run the cases
  cuao policy diff [CŨ · OLD] MỚI · NEW       khác nhau bằng lời · the difference in words
  cuao policy faults                          phá bản sao, xem bị từ chối ra sao · break copies, see what refuses them
  cuao policy status                          bộ trong thư mục · the bundle in the folder
  với thành phố đang chạy · with a city: --as NGƯỜI · PERSON (thử nghiệm · demo) hoặc · or --token-file TỆP · FILE
  cuao policy status                          bộ nào có hiệu lực, máy nào dùng bộ nào · what is in force, which node uses what
  cuao policy propose NƠI · PLACE             đề xuất · propose
  cuao policy impact BỘ · RELEASE             xét lại các quyết định đã qua · replay past decisions
  cuao policy sign BỘ · RELEASE --key TỆP · FILE --confirm MÃ · CODE [--note LỜI · TEXT]   ký, khóa ở lại máy này · sign here
  cuao policy activate BỘ · RELEASE --confirm MÃ · CODE                                  cho có hiệu lực · put in force
  cuao policy rollback --opinion VĂN BẢN · REF [--to BỘ · RELEASE]                        đề xuất quay về · propose going back
  cuao policy fetch BỘ · RELEASE --out NƠI · PLACE                                        lấy bản lưu · get the archived bundle
  cuao policy note BỘ · RELEASE --note LỜI · TEXT                                         thanh tra ghi ý kiến · the inspector's note
  cuao policy replay QUYẾT ĐỊNH · DECISION                                               xét lại một quyết định cũ · take a past decision again
  cuao policy revoke list|add|lift|sign|activate                                          danh sách cấm khẩn cấp · the emergency list (revoke help)
NƠI · PLACE: thư mục hoặc tệp .cuao-policy · a folder or a .cuao-policy file; --json cho máy đọc · for programs
CUAO_POLICY_DIR chọn thư mục khác · chooses another folder`;

/** `cuao policy ...`: rules as files without a city, and their release in a running one. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action !== undefined) return ended(name, () => action(rest));
  if (name === 'help' || name === '--help') {
    process.stdout.write(`${help}\n`);
    return exitCodes.ok;
  }
  const meant = suggestion(name, Object.keys(actions));
  process.stderr.write(`${meant === null ? '' : `ý bạn là \`cuao policy ${meant}\`? · did you mean \`cuao policy ${meant}\`?\n`}${help}\n`);
  return exitCodes.usage;
}

async function ended(name: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandEnd) {
      process.stderr.write(`cuao policy ${name}: ${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof BundleFault) {
      process.stderr.write(`cuao policy ${name}: ${error.code}: ${error.message}\n`);
      return error.code === 'unreadable' ? exitCodes.absent : exitCodes.notVerified;
    }
    throw error;
  }
}
