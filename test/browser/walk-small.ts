import { byMouse, fillRequest, submitRequest } from './acts.js';
import { minute, type Walk } from './walk.js';

/** A window 320 pixels wide is what 400 % of magnification leaves of an ordinary one (WCAG 1.4.10). */
export function describeSmallWindow(walk: Walk): void {
  describe('in a window of 320 pixels', () => {
    it(
      'every page reflows: nothing has to be scrolled sideways, and the checks find nothing',
      async () => {
        const mai = await walk.open({ width: 320, height: 640, reducedMotion: true });
        await mai.signIn('mai');
        await fillRequest(mai, byMouse);
        expect(await mai.sidewaysPixels()).toBe(0);
        const { path } = await submitRequest(mai, byMouse);
        const pages = [
          '/',
          '/camera',
          '/yeu-cau',
          path,
          '/yeu-cau/moi',
          '/yeu-cau/moi?buoc=2',
          '/yeu-cau/moi?buoc=3',
          '/yeu-cau/moi?buoc=4',
          '/nhat-ky',
          '/kiem-chung',
          '/dang-nhap',
        ];
        for (const address of pages) {
          await mai.go(address);
          expect([address, await mai.sidewaysPixels()]).toEqual([address, 0]);
          expect([address, await mai.accessibilityFindings()]).toEqual([address, []]);
          await mai.picture(`30-nho${address === path ? '-yeu-cau-mot' : address.replace(/[^a-z0-9]+/g, '-')}`);
        }
        const thu = await walk.open({ width: 320, height: 640 });
        await thu.signIn('thu');
        for (const address of ['/duyet', path.replace('/yeu-cau/', '/duyet/')]) {
          await thu.go(address);
          expect([address, await thu.sidewaysPixels()]).toEqual([address, 0]);
          expect([address, await thu.accessibilityFindings()]).toEqual([address, []]);
        }
        await thu.picture('31-nho-quyet-dinh');
        const khanh = await walk.open({ width: 320, height: 640 });
        await khanh.signIn('khanh');
        for (const address of ['/', '/nhat-ky', '/canh-bao', '/suc-khoe', '/xoa-phan-mo', '/chinh-sach']) {
          await khanh.go(address);
          expect([address, await khanh.sidewaysPixels()]).toEqual([address, 0]);
          expect([address, await khanh.accessibilityFindings()]).toEqual([address, []]);
        }
        await khanh.picture('32-nho-chinh-sach');
      },
      4 * minute,
    );

    it(
      'the doors of the house are behind a button that says whether they are open',
      async () => {
        const mai = await walk.open({ width: 320, height: 640 });
        await mai.signIn('mai');
        const door = mai.page.getByRole('button', { name: 'Các trang' });
        expect(await door.getAttribute('aria-expanded')).toBe('false');
        expect(await mai.page.getByRole('link', { name: 'Kiểm chứng' }).isVisible()).toBe(false);
        await door.click();
        await mai.page.getByRole('link', { name: 'Kiểm chứng' }).click();
        await mai.page.getByRole('heading', { name: 'Kiểm chứng', exact: true }).waitFor();
      },
      minute,
    );
  });
}
