import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../support/eventually.js';
import { minute, type Walk } from './walk.js';

const checkout = path.resolve(import.meta.dirname, '../..');

/** `cuao verify export`, as whoever was handed the file runs it: no city, no network. @returns its verdict; throws unless it verifies */
async function verifiedOffline(file: string, policy: string | null): Promise<string> {
  const words = ['verify', 'export', file, ...(policy === null ? [] : ['--policy', policy])];
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(checkout, 'tools/cuao.mjs'), ...words], { cwd: tmpdir() });
  return stdout;
}

/** Records leave the house by the browser's own download, and are checked where they arrive. */
export function describeExport(walk: Walk): void {
  describe('an export of the log', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'cuao-export-'));
    });
    afterAll(async () => rm(folder, { recursive: true, force: true }));

    it(
      'is made on the sheet, downloaded once, and verified offline by the command and by the page',
      async () => {
        // Somebody of an inspected body does something: her sign-in is a record.
        const mai = await walk.open();
        await mai.signIn('mai', '/');
        const khanh = await walk.open({ width: 360, height: 740 });
        await khanh.signIn('khanh', '/nhat-ky');
        const { page } = khanh;
        const sheet = page.getByRole('region', { name: 'Xuất nhật ký' });
        const made = sheet.getByRole('status');
        // What was done a moment ago is not witnessed yet; the sheet then says so.
        await eventually(
          'something is witnessed that the papers reach',
          async () => {
            await sheet.getByRole('button', { name: 'Lập bản xuất' }).click();
            await sheet.getByRole('status').or(sheet.getByRole('alert')).first().waitFor();
            return (await made.count()) === 1;
          },
          minute,
        );
        expect(await khanh.sidewaysPixels()).toBe(0);
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('60-xuat-nhat-ky');
        const told = (await made.textContent()) ?? '';
        const link = made.getByRole('link', { name: /\.zip$/ });
        const name = (await link.textContent()) ?? '';
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(download.suggestedFilename()).toBe(name);
        const file = path.join(folder, name);
        await download.saveAs(file);
        // The page shows the whole digest of the file that came.
        expect(told).toContain(
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        );
        const entries = /Đã lập bản xuất: ([\d.]+) bản ghi/.exec(told)?.[1] ?? 'none';
        const verdict = await verifiedOffline(file, walk.logPolicy());
        expect(verdict).toContain('ĐÚNG · verified');
        expect(verdict).toMatch(new RegExp(`entries +${entries.replaceAll('.', '')}\\b`));

        await made.getByRole('link', { name: 'Kiểm chứng tệp ngay trong trình duyệt' }).click();
        await page.waitForURL(/\/verify\/$/);
        await page.locator('input[type=file]').setInputFiles(file);
        await page.getByText('ĐÚNG').waitFor();
        expect(await khanh.sidewaysPixels()).toBe(0);
        await khanh.picture('61-kiem-chung-ban-xuat');
      },
      3 * minute,
    );
  });
}
