import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReceiptSpool } from './receipt-spool.js';

describe('a spool of receipts', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-spool-'));
  const at = new Date('2026-11-29T01:00:00Z');
  const file = path.join(folder, '20261129.jsonl');
  const line = (pseq: number): string => JSON.stringify({ lane: 'n1', pseq, note: 'chữ' });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on after a line that a crash has cut short, without spoiling the next', async () => {
    const first = new ReceiptSpool(folder);
    await first.append([line(1), line(2)], at);
    await first.close();
    const torn = Buffer.from(line(3), 'utf8');
    appendFileSync(file, torn.subarray(0, torn.indexOf(Buffer.from('ữ', 'utf8')) + 1));
    const again = new ReceiptSpool(folder);
    expect(again.lastNumber('n1')).toBeLessThanOrEqual(3);
    await again.append([line(4)], at);
    await again.close();
    expect(readFileSync(file, 'utf8')).toBe(`${[1, 2, 4].map(line).join('\n')}\n`);
  });

  it('can be read by the group, for the worker that looks for what the database lost, and by nobody else', async () => {
    const own = path.join(folder, 'gateway-1');
    const spool = new ReceiptSpool(own);
    await spool.append([line(1)], at);
    await spool.close();
    const modes = [own, path.join(own, '20261129.jsonl')].map((name) => statSync(name).mode & 0o777);
    expect(modes).toEqual([0o750 & ~process.umask(), 0o640 & ~process.umask()]);
  });
});
