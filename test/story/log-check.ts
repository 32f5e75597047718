import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressBook } from './address-book.js';
import type { HeldProof } from './inspection.js';
import { cuao } from './sign-in.js';
import type { Story } from './story.js';
import type { Transcript } from './transcript.js';

/** The log as an outsider saw it at one moment: its signed head and the keys it is checked with. */
export interface SavedLog {
  readonly checkpoint: string;
  readonly vkeys: string;
  readonly size: bigint;
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return text;
}

async function save(book: AddressBook): Promise<SavedLog> {
  const checkpoint = await fetchText(`${book.gateway}/log/checkpoint`);
  return { checkpoint, vkeys: await fetchText(`${book.gateway}/log/vkeys`), size: BigInt(checkpoint.split('\n')[1] ?? '0') };
}

/** Before anything happens: what the log has signed so far, kept for the comparison at the end. */
export async function rememberTheLog(book: AddressBook, transcript: Transcript): Promise<SavedLog> {
  transcript.chapter('Trước khi bắt đầu: giữ lại đầu sổ nhật ký', 'Before anything: the head of the log is kept');
  const startedAt = performance.now();
  const saved = await save(book);
  transcript.step({
    who: null,
    vi: 'lấy /log/checkpoint và /log/vkeys',
    en: 'fetches the checkpoint and the keys',
    answer: `${saved.size} bản ghi/entries`,
    ms: performance.now() - startedAt,
  });
  return saved;
}

/** At the end: the log has only grown, its signatures hold, and every entry of this story is in it. Checked without the city. */
export async function checkTheLog(story: Story, before: SavedLog, proofs: readonly HeldProof[]): Promise<void> {
  const { transcript, book } = story;
  transcript.chapter('Kiểm chứng ngoại tuyến', 'Checked offline');
  const after = await save(book);
  transcript.expect(after.size > before.size, 'nhật ký đã dài thêm', `the log grew from ${before.size} to ${after.size} entries`);
  transcript.expect(after.vkeys === before.vkeys, 'khóa kiểm chứng không đổi', 'the keys are the same as before');
  const folder = await mkdtemp(path.join(tmpdir(), 'cuao-story-'));
  try {
    await writeFile(path.join(folder, 'vkeys'), after.vkeys);
    await verifyProofs(story, folder, proofs);
    await verifyReceipts(story, folder);
    await verifyGrowth(story, folder, before, after);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function verifyProofs(story: Story, folder: string, proofs: readonly HeldProof[]): Promise<void> {
  const startedAt = performance.now();
  const wrong: { en: string; said: string }[] = [];
  for (const [index, { noted, leaf, proof }] of proofs.entries()) {
    const file = path.join(folder, `${index}.tlog-proof`);
    await writeFile(file, proof);
    await writeFile(`${file}.leaf`, leaf);
    const { code, stderr, stdout } = await cuao(
      story.book,
      'verify',
      'proof',
      file,
      '--leaf',
      `${file}.leaf`,
      '--vkeys',
      path.join(folder, 'vkeys'),
    );
    const problem = code === 0 ? leafProblem(leaf, noted) : `${stderr}${stdout}`;
    if (problem !== null) wrong.push({ en: noted.en, said: problem });
  }
  story.transcript.step({
    who: null,
    vi: 'kiểm chứng từng bằng chứng',
    en: `verifies ${proofs.length} proofs with the keys alone`,
    ms: performance.now() - startedAt,
  });
  story.transcript.expect(
    wrong.length === 0 && proofs.length > 0,
    'mọi việc và mọi lần từ chối đều nằm trong nhật ký',
    'every act and every refusal stands in the log',
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

async function verifyReceipts(story: Story, folder: string): Promise<void> {
  const file = path.join(folder, 'receipts.jsonl');
  await writeFile(file, story.notebook.receipts.map((receipt) => `${receipt}\n`).join(''));
  const { code, stdout, stderr } = await cuao(story.book, 'verify', 'receipt', file);
  story.transcript.expect(
    code === 0,
    'mọi biên nhận đều có chữ ký đúng',
    `${story.notebook.receipts.length} receipts verify`,
    `${stdout} ${stderr}`,
  );
}

async function verifyGrowth(story: Story, folder: string, before: SavedLog, after: SavedLog): Promise<void> {
  const files = { old: path.join(folder, 'before.checkpoint'), new: path.join(folder, 'after.checkpoint') };
  await writeFile(files.old, before.checkpoint);
  await writeFile(files.new, after.checkpoint);
  const { code, stdout, stderr } = await cuao(
    story.book,
    'verify',
    'consistency',
    files.old,
    files.new,
    '--log',
    `${story.book.gateway}/log`,
    '--vkeys',
    path.join(folder, 'vkeys'),
  );
  story.transcript.expect(
    code === 0,
    'nhật ký chỉ được nối thêm, không sửa',
    'the log was only added to since the story began',
    `${stdout} ${stderr}`,
  );
}
