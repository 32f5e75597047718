import { fromUtf8, isSame, toHex } from '../src/verify/codec.js';
import { verifyExport } from '../src/verify/export.js';
import { hashLeaf } from '../src/verify/merkle.js';
import { parseVerifierKey, type VerifierKey } from '../src/verify/note.js';
import { sha256 } from '../src/verify/primitives.js';
import { parseProof, verifyProof } from '../src/verify/proof.js';
import { verifyReceipt } from '../src/verify/receipt.js';
import { exportRows, proofRows, receiptRows } from '../src/verify/rows.js';
import { parseTrustPolicy, type TrustPolicy } from '../src/verify/trust-policy.js';
import { failed, passed, type Verdict } from '../src/verify/verdict.js';

/** The page that verifies dropped files: the verifier's own sources, a file's kind by its content, and nothing from the network. */
interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Judged {
  readonly title: string;
  readonly file: Dropped;
  /** null: nothing can be said before something else is dropped. */
  readonly verdict: Verdict | null;
  readonly note: string;
}

/** What was dropped since the page was opened. */
interface Desk {
  readonly kept: Dropped[];
  readonly leaves: Uint8Array[];
  policy: { readonly name: string; readonly policy: TrustPolicy } | null;
  producers: { readonly name: string; readonly keys: readonly VerifierKey[] } | null;
}

const desk: Desk = { kept: [], leaves: [], policy: null, producers: null };

const ownPolicy = 'Theo chính sách bạn đã thả vào · by the policy that you dropped';
const innerPolicy =
  'Theo chính sách nằm trong chính tệp này: thả tệp policy bạn giữ từ trước để kiểm chặt hơn · by the policy inside this very file: drop the one that you kept for a stronger check';

async function judge(file: Dropped): Promise<Judged> {
  const { bytes } = file;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const report = await verifyExport(bytes, desk.policy?.policy ?? null);
    const verdict =
      'what' in report ? failed(`${report.index === null ? '' : `index ${report.index}: `}${report.what}`) : passed(exportRows(report));
    return { title: 'Bản xuất niêm phong · sealed export', file, verdict, note: desk.policy === null ? innerPolicy : ownPolicy };
  }
  const text = fromUtf8(bytes) ?? '';
  if (text.startsWith('c2sp.org/tlog-proof')) return judgeProof(file, text);
  if (text.includes('"leafHash"')) return judgeReceipts(file, text);
  return {
    title: 'Không rõ là tệp gì · not a file that this page knows',
    file,
    verdict: failed('neither an export, a proof nor a receipt'),
    note: '',
  };
}

async function judgeProof(file: Dropped, text: string): Promise<Judged> {
  const title = 'Bằng chứng · proof';
  if (desk.policy === null) return { title, file, verdict: null, note: 'Hãy thả thêm tệp policy · drop the policy file too' };
  const proof = parseProof(text);
  const leafHash = typeof proof === 'string' ? null : proof.leafHash;
  const leaf = leafHash === null ? undefined : desk.leaves.find((each) => isSame(hashLeaf(each), leafHash));
  const checked = await verifyProof(text, desk.policy.policy, leaf === undefined ? {} : { bytes: leaf });
  const verdict = typeof checked === 'string' ? failed(checked) : passed(proofRows(checked));
  return { title, file, verdict, note: ownPolicy };
}

async function judgeReceipts(file: Dropped, text: string): Promise<Judged> {
  const title = 'Biên nhận · receipts';
  if (desk.producers === null) return { title, file, verdict: null, note: 'Hãy thả thêm tệp producers · drop the producers file too' };
  const receipts = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const checked = await verifyReceipt(line, desk.producers.keys);
    if (typeof checked === 'string')
      return { title, file, verdict: failed(`line ${at + 1}: the receipt ${checked}`), note: desk.producers.name };
    receipts.push(checked);
  }
  return { title, file, verdict: passed(receiptRows(receipts)), note: `Theo · by ${desk.producers.name}` };
}

/** Files that say whom to believe, or what is proven; everything else is judged. @returns whether it was one */
function learn({ name, bytes }: Dropped): boolean {
  const text = fromUtf8(bytes);
  if (text === null) return false;
  if (/^quorum[ \t]/m.test(text)) {
    const parsed = parseTrustPolicy(text);
    if (typeof parsed === 'string' || parsed.logs.length === 0) return false;
    desk.policy = { name, policy: parsed };
    return true;
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const keys = lines.map((line) => parseVerifierKey(line.trim())).filter((key) => key !== null);
  if (keys.length > 0 && keys.length === lines.length) {
    desk.producers = { name, keys };
    return true;
  }
  if (/^\{.*"log":.*"t":.*\}\n?$/s.test(text) && !text.includes('"signature"')) {
    desk.leaves.push(bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes);
    return true;
  }
  return false;
}

function element(name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function shown({ title, file, verdict, note }: Judged): HTMLElement {
  const word = verdict === null ? 'CHƯA KIỂM ĐƯỢC · not judged yet' : verdict.verified ? 'ĐÚNG · verified' : 'SAI · not verified';
  const list = element('dl', '');
  const add = (vi: string, en: string, value: string): void => list.append(element('dt', '', `${vi} · ${en}`), element('dd', '', value));
  if (verdict?.because !== null && verdict !== null) add('vì', 'because', verdict.because);
  for (const [, vi, en, value] of verdict?.rows ?? []) add(vi, en, String(value));
  add('SHA-256 của tệp', 'of the file', toHex(sha256(file.bytes)));
  const article = element(
    'article',
    verdict === null ? '' : verdict.verified ? 'right' : 'wrong',
    element('p', 'word', word),
    element('h2', '', `${title}: ${file.name}`),
    element('p', 'en', note),
    list,
  );
  return article;
}

async function showAll(): Promise<void> {
  const results = document.getElementById('results');
  const trust = document.getElementById('trust');
  if (results === null || trust === null) return;
  const lines = [
    ...(desk.policy === null
      ? []
      : [`Tin theo · trusting ${desk.policy.name}: ${desk.policy.policy.logs.map(({ name }) => name).join(', ')}`]),
    ...(desk.producers === null ? [] : [`Biên nhận theo · receipts by ${desk.producers.name}`]),
  ];
  trust.replaceChildren(...lines.map((line) => element('p', '', line)));
  const cards: HTMLElement[] = [];
  for (const file of desk.kept) {
    try {
      cards.push(shown(await judge(file)));
    } catch (error) {
      // Above all a browser without Ed25519: then nothing is said of the file, neither good nor bad.
      const why = `Trình duyệt này không kiểm được chữ ký Ed25519 · this browser cannot check Ed25519 signatures (${error instanceof Error ? error.message : ''})`;
      cards.push(shown({ title: '–', file, verdict: null, note: why }));
    }
  }
  results.replaceChildren(...cards);
}

async function take(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const dropped = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    if (!learn(dropped)) desk.kept.unshift(dropped);
  }
  await showAll();
}

const input = document.getElementById('files') as HTMLInputElement | null;
const drop = document.getElementById('drop');
input?.addEventListener('change', () => {
  void take([...(input.files ?? [])]).then(() => (input.value = ''));
});
for (const event of ['dragover', 'dragleave', 'drop'] as const)
  document.addEventListener(event, (happened) => {
    happened.preventDefault();
    drop?.classList.toggle('over', event === 'dragover');
    if (event === 'drop') void take([...(happened.dataTransfer?.files ?? [])]);
  });
