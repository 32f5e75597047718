import { minute, type Walk } from './walk.js';

/** What a list holds, and what a person could ask for: by words, with the mouse, in the address. */
export function describeFinder(walk: Walk): void {
  describe('the finder', () => {
    it(
      'leaves the cameras whose footage one could ask for, says how the list divides up, and each line leads to its part',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai', '/camera');
        await mai.settled();
        const { page } = mai;
        const total = async (): Promise<number> => {
          await mai.settled();
          return Number(
            (
              (await page
                .getByRole('status')
                .filter({ hasText: /camera$/ })
                .textContent()) ?? ''
            ).replace(/\D/g, ''),
          );
        };
        const all = await total();
        await page.getByLabel('Tôi cần hình ảnh để').selectOption({ value: 'HA_TANG' });
        await page.waitForURL(/xem=HA_TANG/);
        const askable = await total();
        expect(askable).toBeGreaterThan(0);
        expect(askable).toBeLessThan(all);

        const shares = page.getByRole('region', { name: 'Danh sách này gồm' });
        const zones = shares.getByRole('region', { name: 'Khu vực' });
        const first = zones.getByRole('button').first();
        await first.waitFor();
        const said = Number(((await first.textContent()) ?? '').replace(/^.*\s/, '').replace(/\D/g, ''));
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('19-camera-theo-muc-dich');
        await first.click();
        await page.waitForURL(/khu=/);
        expect(await total()).toBe(said);
        expect(await zones.getByRole('button', { pressed: true }).count()).toBe(1);

        // Nothing runs for her yet: an empty list says why, and what to do.
        await page.getByLabel('Chỉ camera mở được ngay với quyền đang có').check();
        await page.waitForURL(/ngay=co/);
        await mai.settled();
        expect(await page.getByRole('main').textContent()).toContain('Bạn chưa có quyền nào đang chạy cho mục đích này');
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('20-camera-mo-duoc-ngay');
        expect(await mai.sidewaysPixels()).toBe(0);
      },
      2 * minute,
    );
  });
}
