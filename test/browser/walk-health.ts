import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { minute, type Walk } from './walk.js';

/** A finding freezes the log: everybody is told what is held, and two people of two bodies close it. */
export function describeHealth(walk: Walk): void {
  describe('the health of the log', () => {
    it(
      'tells everybody what is held back, and lets an inspector and the operator close the finding',
      async () => {
        const sql = walk.sql();
        const khanh = await walk.open();
        await khanh.signIn('khanh', '/suc-khoe');
        await khanh.page.getByRole('heading', { name: 'Sức khoẻ nhật ký', level: 1 }).waitFor();
        await khanh.page.getByText('Mọi việc theo quyền đều được phép').waitFor();
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('40-suc-khoe');
        if (sql === null) return;
        await sql(
          `insert into log_finding (id, origin, kind, digest, what, found_at)
           select $1, origin, 'number_missing', $2, 'gateway-1 (n1): entry number 7 was given and is not on the log', now() from log_progress`,
          [randomUUID(), 'a'.repeat(64)],
        );
        const isHeld = async (): Promise<boolean> => (await sql('select 1 from log_progress where frozen_because is not null')).length > 0;
        await eventually('the worker has seen the finding', isHeld, minute);

        const mai = await walk.open({ width: 480 });
        await mai.signIn('mai', '/');
        const banner = mai.page.getByRole('status', { name: 'Việc đang bị ngừng' });
        await banner.getByText('Tạm ngừng giao, trích xuất và công khai').waitFor();
        // No insides of the house for everybody.
        expect(await banner.textContent()).not.toMatch(/gateway|entry number/);
        expect(await banner.getByRole('link').count()).toBe(0);
        expect(await mai.sidewaysPixels()).toBe(0);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('41-dang-ngung');

        await khanh.go('/suc-khoe');
        await khanh.page.getByText('entry number 7').first().waitFor();
        const propose = async (reason: string): Promise<void> => {
          await khanh.page.getByRole('button', { name: 'Đề nghị khép' }).click();
          await khanh.page.getByLabel('Lý do').fill(reason);
          await khanh.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị khép' }).click();
          await khanh.page.getByText('Chờ người của cơ quan khác xác nhận').waitFor();
          await khanh.page.getByText(reason).waitFor();
        };
        await propose('Đã đối chiếu biên nhận với nhật ký máy chủ.');
        expect(await khanh.page.getByRole('button', { name: 'Xác nhận khép' }).count()).toBe(0);
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('42-de-nghi-khep');

        const ngoc = await walk.open();
        await ngoc.signIn('ngoc', '/suc-khoe');
        await ngoc.page.getByText('Đã đối chiếu biên nhận với nhật ký máy chủ.').waitFor();
        // The reason changes while the second hand still has the page before it: what it read is no longer there to be confirmed.
        await propose('Đã đối chiếu biên nhận; đĩa hỏng ngày 28/11.');
        await ngoc.page.getByRole('button', { name: 'Xác nhận khép' }).click();
        await ngoc.page.getByText('Lý do khép đã thay đổi so với bản bạn đang xem').waitFor();
        expect(await ngoc.accessibilityFindings()).toEqual([]);
        await ngoc.picture('43-ly-do-da-doi');
        expect(await sql('select 1 from log_finding where closed_at is null and healed_at is null')).toHaveLength(1);
        await ngoc.go('/suc-khoe');
        await ngoc.page.getByText('đĩa hỏng ngày 28/11').waitFor();
        await ngoc.page.getByRole('button', { name: 'Xác nhận khép' }).click();
        await ngoc.page.getByText('Đã khép; vẫn còn trong nhật ký').waitFor();
        await ngoc.picture('44-da-khep');
        await eventually('the worker lets releases go again', async () => !(await isHeld()), minute);
        await mai.go('/');
        await eventually('the banner is gone', async () => (await banner.textContent()) === '');
      },
      4 * minute,
    );
  });
}
