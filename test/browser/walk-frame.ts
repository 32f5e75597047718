import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import type { Person } from './person.js';
import { minute, type Walk } from './walk.js';

const nav = async (person: Person): Promise<string[]> =>
  person.page.getByRole('navigation', { name: 'Các trang' }).getByRole('link').allTextContents();

/** Sign-in, the choice of a role, and what stands around every page. */
export function describeFrame(walk: Walk): void {
  describe('the frame', () => {
    it(
      'says on one page what this is, and lets nobody further without a sign-in',
      async () => {
        const guest = await walk.open();
        await guest.go('/yeu-cau/moi');
        await guest.page.waitForURL(/\/dang-nhap\?den=/);
        expect(await guest.heading()).toBe('Cổng duy nhất trước các camera của thành phố');
        expect(await guest.page.getByRole('link', { name: 'Tôi có một biên nhận cần kiểm chứng' }).isVisible()).toBe(true);
        expect(await guest.accessibilityFindings()).toEqual([]);
        await guest.picture('01-dang-nhap');
      },
      minute,
    );

    it(
      'shows who one acts as, the policy in force and the state of the house, and the doors of the role',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai');
        expect(await mai.heading()).toBe('Việc của tôi');
        const who = mai.page.getByRole('group', { name: 'Đang làm việc với tư cách' });
        for (const words of ['Nguyễn Thị Mai', 'Sở Xây dựng', 'Người yêu cầu']) expect(await who.textContent()).toContain(words);
        const state = mai.page.getByRole('region', { name: 'Tình trạng hệ thống' });
        expect(await state.textContent()).toMatch(/bình thường.*Bộ quy tắc .+/);
        expect(await nav(mai)).toEqual(['Việc của tôi', 'Camera', 'Tạo yêu cầu', 'Yêu cầu', 'Nhật ký truy cập', 'Kiểm chứng', 'Quy định']);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('02-viec-cua-toi');

        await mai.page.getByRole('button', { name: 'Đăng xuất' }).click();
        await mai.page.getByRole('link', { name: 'Đăng nhập', exact: true }).waitFor();
        await mai.go('/');
        expect(mai.page.url()).toContain('/dang-nhap');
      },
      minute,
    );

    it(
      'lets one of several roles be chosen, never two at once',
      async () => {
        const hoa = await walk.open();
        await hoa.page.goto(walk.city());
        await hoa.signIn('hoa');
        await hoa.page.getByRole('heading', { name: 'Chọn vai trò cho phiên này' }).waitFor();
        expect(await hoa.page.getByRole('radio').count()).toBe(2);
        expect(await hoa.accessibilityFindings()).toEqual([]);
        await hoa.picture('03-chon-vai-tro');
        await hoa.page.getByRole('radio', { name: /Người phê duyệt/ }).check();
        await hoa.page.getByRole('button', { name: 'Dùng vai trò này' }).click();
        await hoa.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
        expect(await nav(hoa)).toContain('Chờ quyết định');
        expect(await nav(hoa)).not.toContain('Tạo yêu cầu');

        await hoa.page.getByRole('link', { name: 'Người phê duyệt' }).click();
        await hoa.page.getByRole('radio', { name: /Người yêu cầu/ }).check();
        await hoa.page.getByRole('button', { name: 'Dùng vai trò này' }).click();
        await hoa.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
        expect(await nav(hoa)).toContain('Tạo yêu cầu');
        expect(await nav(hoa)).not.toContain('Chờ quyết định');
      },
      minute,
    );

    it(
      'speaks English when asked to, and remembers it',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai');
        await mai.page.getByRole('button', { name: 'English' }).click();
        await mai.page.getByRole('heading', { name: 'My work' }).waitFor();
        expect(await mai.page.locator('html').getAttribute('lang')).toBe('en');
        await mai.page.reload();
        await mai.page.getByRole('heading', { name: 'My work' }).waitFor();
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('04-english');
        await mai.page.getByRole('button', { name: 'Tiếng Việt' }).click();
        await mai.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
      },
      minute,
    );

    it(
      'is walked by keys, which can be switched off',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai');
        const { keyboard } = mai.page;
        await keyboard.press('g');
        await keyboard.press('c');
        await mai.page.getByRole('heading', { name: 'Tìm camera' }).waitFor();
        await mai.page.getByRole('table').waitFor();
        await keyboard.press('/');
        expect(await mai.hasFocus(mai.page.getByLabel('Tên, tuyến đường hoặc mã camera'))).toBe(true);
        await keyboard.press('Escape');
        await mai.page.getByRole('heading', { level: 1 }).focus();
        await keyboard.press('j');
        await keyboard.press('j');
        await keyboard.press('k');
        await keyboard.press('Enter');
        await mai.page.getByRole('heading', { name: 'Về camera này' }).waitFor();

        await keyboard.press('?');
        const help = mai.page.getByRole('dialog', { name: 'Trợ giúp và phím tắt' });
        await help.waitFor();
        expect(await mai.accessibilityFindings()).toEqual([]);
        await help.getByRole('switch').click();
        await keyboard.press('Escape');
        await help.waitFor({ state: 'detached' });
        await keyboard.press('g');
        await keyboard.press('h');
        await mai.page.waitForTimeout(300);
        expect(mai.page.url()).toContain('/camera/');
      },
      minute,
    );

    it(
      'says so when the gateway cannot be reached, and goes on when it can',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai', '/camera');
        await mai.page.getByRole('table').waitFor();
        await mai.page.route('**/graphql', (route) => route.abort());
        await mai.page.getByRole('combobox', { name: 'Khu vực' }).selectOption({ index: 1 });
        // The list says so first; its shares beside it say the same of themselves.
        const alert = mai.page.getByRole('alert').first();
        await alert.waitFor();
        expect(await alert.textContent()).toContain('Chưa lấy được dữ liệu');
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.page.unroute('**/graphql');
        await alert.getByRole('button', { name: 'Thử lại' }).click();
        await mai.page.getByRole('table').waitFor();
        // The browser itself notes each request that was cut on purpose here.
        mai.troubles.length = 0;
      },
      minute,
    );

    it(
      'is strict: a policy without exceptions, little to load, nothing private left on the device',
      async () => {
        const mai = await walk.open();
        const scripts: Promise<number>[] = [];
        const weigh = (response: Response): void => {
          if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
        };
        mai.page.on('response', weigh);
        const answer = await mai.page.goto(walk.city());
        const policy = answer?.headers()['content-security-policy'] ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toMatch(/unsafe|\*/);
        await mai.page.waitForLoadState('networkidle');
        // What comes later may be cut by the next page: nobody waits for its bytes.
        mai.page.off('response', weigh);
        const javaScript = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
        expect(javaScript).toBeGreaterThan(50_000);
        expect(javaScript).toBeLessThanOrEqual(300 * 1_024);

        await mai.signIn('mai', '/yeu-cau/moi');
        await mai.go('/yeu-cau/moi?buoc=3');
        await mai.page.getByLabel('Vì sao cần').fill('Theo dõi người tên Nguyễn Văn A');
        const kept = await mai.page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])');
        expect(kept).not.toContain('Nguyễn');
        expect(Object.keys((JSON.parse(kept) as [object])[0]).filter((key) => !key.startsWith('cuao.'))).toEqual([]);
      },
      minute,
    );
  });
}
