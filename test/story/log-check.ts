import { isSame } from '../../apps/cli/src/verify/codec.js';
import { verifyProof } from '../../apps/cli/src/verify/proof.js';
import { verifyReceipt } from '../../apps/cli/src/verify/receipt.js';
import { rootFromTiles } from '../../apps/cli/src/verify/tile-tree.js';
import { openTrusted, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import type { AddressBook } from './address-book.js';
import type { HeldProof } from './inspection.js';
import { fetchHead, fetchProducers, LogCopy, trustFrom, type SavedHead } from './log-copy.js';
import type { Story } from './story.js';
import type { Transcript } from './transcript.js';

/** Before anything happens: what the log has signed so far, kept for the comparison at the end. */
export async function rememberTheLog(book: AddressBook, transcript: Transcript): Promise<SavedHead> {
  transcript.chapter('Trước khi bắt đầu: giữ lại đầu sổ nhật ký', 'Before anything: the head of the log is kept');
  const startedAt = performance.now();
  const saved = await fetchHead(book);
  transcript.step({
    who: null,
    vi: 'lấy /log/checkpoint và /log/vkeys',
    en: 'fetches the checkpoint and the keys',
    answer: `${saved.size} bản ghi/entries`,
    ms: performance.now() - startedAt,
  });
  return saved;
}

/** At the end: the log has only grown, its signatures hold, and every entry of this story is in it. Checked with the keys alone. */
export async function checkTheLog(story: Story, before: SavedHead, proofs: readonly HeldProof[]): Promise<void> {
  const { transcript, book } = story;
  transcript.chapter('Kiểm chứng ngoại tuyến', 'Checked offline');
  const after = await fetchHead(book);
  transcript.expect(after.vkeys === before.vkeys, 'khóa kiểm chứng không đổi', 'the keys are the same as before', after.vkeys);
  const policy = trustFrom(before.vkeys);
  await verifyProofs(story, policy, proofs);
  await verifyReceipts(story);
  await verifyGrowth(story, policy, before, after);
}

async function verifyProofs(story: Story, policy: TrustPolicy, proofs: readonly HeldProof[]): Promise<void> {
  const startedAt = performance.now();
  const wrong: { en: string; why: string }[] = [];
  for (const { noted, leaf, proof, index } of proofs) {
    const verdict = await verifyProof(proof, policy, { bytes: Buffer.from(leaf, 'utf8') });
    const why =
      typeof verdict === 'string'
        ? verdict
        : verdict.index !== Number(index)
          ? `the proof is of index ${verdict.index}`
          : leafProblem(leaf, noted);
    if (why !== null) wrong.push({ en: noted.en, why });
  }
  const numbers = proofs.map(({ index }) => Number(index)).sort((a, b) => a - b);
  story.transcript.step({
    who: null,
    vi: 'kiểm chứng từng bằng chứng bằng khóa công khai',
    en: 'verifies every proof with the public keys',
    answer: `${proofs.length} bản ghi/entries, số/numbers ${numbers[0] ?? '-'}…${numbers.at(-1) ?? '-'}`,
    ms: performance.now() - startedAt,
  });
  story.transcript.expect(
    wrong.length === 0 && proofs.length > 0 && proofs.length === story.notebook.entries.length,
    'mọi việc và mọi lần từ chối đều nằm trong nhật ký',
    'every act and every refusal stands in the log, in the words of its own leaf',
    wrong,
  );
}

/** The leaf must be the entry that the actor was told of, with the outcome that the actor saw. */
function leafProblem(leaf: string, noted: { readonly entryId: string; readonly outcome: 'done' | 'refused' }): string | null {
  const parsed = JSON.parse(leaf) as { id?: string; outcome?: string };
  if (parsed.id !== noted.entryId) return `the leaf is entry ${parsed.id ?? '?'}`;
  if ((parsed.outcome === 'refused') !== (noted.outcome === 'refused')) return `the leaf says ${parsed.outcome ?? '?'}`;
  return null;
}

async function verifyReceipts(story: Story): Promise<void> {
  const { receipts } = story.notebook;
  const producers = await fetchProducers(story.book);
  const wrong: string[] = [];
  for (const receipt of receipts) {
    const verdict = await verifyReceipt(receipt, producers);
    if (typeof verdict === 'string') wrong.push(verdict);
  }
  story.transcript.expect(
    wrong.length === 0 && receipts.length > 0,
    `${receipts.length} biên nhận có chữ ký đúng`,
    'every receipt handed out bears a right signature',
    wrong,
  );
}

async function verifyGrowth(story: Story, policy: TrustPolicy, before: SavedHead, after: SavedHead): Promise<void> {
  const { transcript } = story;
  const copy = await LogCopy.fetch(story.book, [before.size, after.size]);
  try {
    for (const [head, words] of [
      [before, 'before the story'],
      [after, 'after it'],
    ] as const) {
      const checkpoint = await openTrusted(head.checkpoint, policy);
      if (
        !transcript.expect(
          typeof checkpoint !== 'string',
          `chữ ký đầu sổ (${head.size}) đúng`,
          `the head ${words} is rightly signed`,
          checkpoint,
        )
      )
        continue;
      const root = head.size === 0 ? null : rootFromTiles(copy.log, head.size);
      const rebuilt = typeof checkpoint !== 'string' && root !== null && typeof root !== 'string' && isSame(root, checkpoint.root);
      transcript.expect(
        rebuilt || head.size === 0,
        `dựng lại ${head.size} mã băm ra đúng gốc`,
        `its root is rebuilt from ${head.size} hashes fetched now`,
        root,
      );
    }
    const seen = await openTrusted(after.checkpoint, policy);
    transcript.expect(
      typeof seen !== 'string' && seen.hasQuorum,
      'nhân chứng độc lập đã đồng ký',
      'independent witnesses have co-signed the last head',
      seen,
    );
  } finally {
    await copy.remove();
  }
  transcript.expect(
    after.size > before.size,
    'nhật ký chỉ dài thêm',
    `the log was only added to: from ${before.size} to ${after.size} entries`,
  );
}
