import { exitCodes, suggestion, type RunCommand } from '../command.js';
import { evalCommand } from './policy-eval.js';
import { buildCommand, statusCommand, testCommand } from './policy-bundle.js';

const actions: Readonly<Record<string, RunCommand>> = { eval: evalCommand, status: statusCommand, test: testCommand, build: buildCommand };

const help = `cách dùng · usage:
  cuao policy eval [tệp · file] [--explain]   hỏi gói quy định, mỗi dòng một câu (NDJSON) · one question a line in, one decision a line out
  cuao policy eval --schema                   JSON Schema của câu hỏi · of a question
  cuao policy status                          gói đang dùng · the bundle in use
  cuao policy test                            chạy các ca mẫu trên gói đã biên dịch · run the cases on the compiled bundle
  cuao policy build                           biên dịch lại từ nguồn · rebuild from sources (needs OPA)
CUAO_POLICY_DIR chọn gói khác · chooses another bundle`;

/** `cuao policy ...` works offline: it needs the bundle's folder and nothing else. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action !== undefined) return action(rest);
  if (name === 'help' || name === '--help') {
    process.stdout.write(`${help}\n`);
    return exitCodes.ok;
  }
  const meant = suggestion(name, Object.keys(actions));
  process.stderr.write(`${meant === null ? '' : `ý bạn là \`cuao policy ${meant}\`? · did you mean \`cuao policy ${meant}\`?\n`}${help}\n`);
  return exitCodes.usage;
}
