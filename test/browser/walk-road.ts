import { byKeys, byMouse, emergencyDocument, fillRequest, hanoiWall, sign, submitRequest } from './acts.js';
import { arrangeApproval, arrangeConsent, arrangeRequest } from './arrange.js';
import type { Person } from './person.js';
import { eventually } from '../support/eventually.js';
import { minute, type Walk } from './walk.js';

/** From the asking to the picture, and the picture's end. */
export function describeRoad(walk: Walk): void {
  describe('the main road', () => {
    it(
      'says why a request without its papers is refused, with rule, next step and entry',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai');
        await fillRequest(mai, byMouse, { withPaper: false });
        const rail = mai.page.getByRole('complementary', { name: 'Hỏi trước quy định' });
        await rail.getByText('Không được phép').waitFor();
        await mai.page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
        const card = mai.page.getByRole('alert', { name: 'Vì sao?' });
        await card.waitFor();
        const words = (await card.textContent()) ?? '';
        expect(words).toContain('Không được phép');
        expect(words).toContain('Bạn có thể làm gì');
        expect(words).toMatch(/[A-Z]{2}-\d{2}/);
        expect(words).toMatch(/dec_/);
        expect(await card.getByRole('link', { name: 'Mục trong nhật ký' }).getAttribute('href')).toMatch(/\/kiem-chung\?muc=ent_/);
        expect(await mai.page.title()).toMatch(/^Lỗi:/);
        expect(await mai.hasFocus(card.locator('..'))).toBe(true);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('10-tu-choi-vi-sao');
      },
      2 * minute,
    );

    it(
      'is walked from request to approval with nothing but the keyboard, and the record keeps what happened',
      async () => {
        const [mai, thu, son, dung] = await Promise.all([walk.open(), walk.open(), walk.open(), walk.open()]);
        await mai.signIn('mai');
        await fillRequest(mai, byKeys);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('11-xem-lai-va-gui');
        const { code } = await submitRequest(mai, byKeys);
        await thu.signIn('thu');
        await sign(thu, byKeys, code, /^Đồng ý và ký 2 camera/);
        expect(await thu.page.getByRole('status').filter({ hasText: 'Đã ký đồng ý 2 camera' }).isVisible()).toBe(true);
        await son.signIn('son');
        await sign(son, byKeys, code, /^Thẩm tra xong và ký 2 camera/);
        await dung.signIn('dung');
        await sign(dung, byKeys, code, /^Duyệt và ký 2 camera/, async ({ page }) => {
          const dialog = page.getByRole('dialog', { name: 'Duyệt yêu cầu' });
          expect(await dialog.textContent()).toMatch(new RegExp(`${code}.*Trật tự đô thị.*2 camera.*Mã băm nội dung`));
          expect(await dung.accessibilityFindings()).toEqual([]);
          await dung.picture('12-duyet-va-ky');
        });
        expect(await dung.page.getByRole('status').filter({ hasText: 'Đã duyệt và ký 2 camera' }).isVisible()).toBe(true);
        await dung.picture('13-da-duyet');

        await mai.page.reload();
        await mai.settled();
        const { page } = mai;
        expect(await page.getByRole('region', { name: 'Nội dung yêu cầu' }).textContent()).toMatch(
          /Sở Xây dựng.*Trật tự đô thị.*128\/SXD-HT/,
        );
        const signed = (await page.getByRole('region', { name: 'Các quyết định đã ký' }).textContent()) ?? '';
        for (const verdict of ['Đồng ý', 'Chuyển duyệt', 'Duyệt']) expect(signed).toContain(verdict);
        expect(await page.getByRole('region', { name: 'Diễn biến' }).getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
        const grants = page.getByRole('region', { name: 'Quyền xem đã cấp' });
        expect(await grants.textContent()).toContain('Đang có hiệu lực');
        expect(await grants.getByRole('link', { name: 'Xem hình' }).isVisible()).toBe(true);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('14-ho-so-yeu-cau');
      },
      5 * minute,
    );

    it(
      'asks an emergency for its document, beside no other basis, and marks the request as one',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai', '/yeu-cau/moi');
        const { page } = mai;
        const field = page.getByLabel(emergencyDocument);
        const basis = (name: RegExp) => page.getByRole('radio', { name }).check();
        await basis(/^Yêu cầu của cơ quan nhà nước có thẩm quyền/);
        expect(await field.count()).toBe(0);
        await basis(/^Thảm hoạ/);
        await field.fill('15/QĐ-UBND');
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('10-khan-cap');
        // With another basis the answer is gone, not hidden and sent.
        await basis(/^Yêu cầu của cơ quan nhà nước có thẩm quyền/);
        await basis(/^Thảm hoạ/);
        expect(await field.inputValue()).toBe('');

        const paper = '07/CĐ-UBND ngày 20/11/2026 của UBND thành phố Hà Nội';
        await fillRequest(mai, byMouse, { emergency: paper });
        const { path } = await submitRequest(mai, byMouse);
        await mai.go(path);
        await page.getByText('Khẩn cấp', { exact: true }).first().waitFor();
        expect(await page.getByRole('region', { name: 'Nội dung yêu cầu' }).textContent()).toContain(paper);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('10-ho-so-khan-cap');
      },
      3 * minute,
    );

    it(
      'shows the picture with its mark, and takes it away when the right is revoked',
      async () => {
        const { mai, dung, asked } = await arrangeApproval(walk);
        const { page } = mai;
        await mai.go(asked.path);
        await page.getByRole('link', { name: 'Xem hình' }).first().click();
        await page.getByRole('heading', { name: 'Mở hình' }).waitFor();
        expect(await page.locator('video').count()).toBe(0);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await page.getByLabel('Xem để làm gì').fill('Kiểm tra vỉa hè trước cổng chợ');
        await page.getByRole('button', { name: 'Mở hình' }).click();
        const video =
          "(({ paused, currentTime, videoWidth }) => !paused && currentTime > 0 && videoWidth > 0)(document.querySelector('video') ?? { paused: true })";
        await eventually('the picture moves', () => page.evaluate<boolean>(video), 20_000);
        const stage = page.getByRole('group', { name: /^Hình của / });
        expect(await stage.textContent()).toContain('Đang được ghi nhật ký');
        const mark = page.getByTestId('watermark');
        expect(await mark.textContent()).toMatch(/Nguyễn Thị Mai.*\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}/);
        const place = await mark.locator('[data-place]').getAttribute('data-place');
        await eventually('the mark moves', async () => (await mark.locator('[data-place]').getAttribute('data-place')) !== place);
        await page.getByText(/Giờ trong hình/).waitFor();
        await page.getByText('Còn được xem').waitFor();
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('15-xem-hinh');
        await page.keyboard.press('k');
        await page.getByRole('button', { name: 'Phát' }).waitFor();
        await page.keyboard.press('k');
        await page.getByRole('button', { name: 'Dừng hình' }).waitFor();

        await revoke(dung, asked.path);
        await page.getByText('Quyền xem đã bị thu hồi').waitFor({ timeout: 5_000 });
        const left =
          "(({ src, readyState, videoWidth, hidden }) => ({ src, readyState, videoWidth, hidden }))(document.querySelector('video'))";
        expect(await page.evaluate(left)).toEqual({ src: '', readyState: 0, videoWidth: 0, hidden: true });
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('16-da-thu-hoi');
        await page.getByRole('button', { name: 'Mở lại từ đầu' }).click();
        await page.getByLabel('Xem để làm gì').fill('Thử mở lại');
        await page.getByRole('button', { name: 'Mở hình' }).click();
        await page.getByRole('alert').waitFor();
        // What the edge refuses after the revocation (410) the browser notes as an error of its own.
        mai.troubles.splice(
          0,
          mai.troubles.length,
          ...mai.troubles.filter((trouble) => !/status of 410|ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(trouble)),
        );
      },
      4 * minute,
    );

    it(
      'carries a coded reason with a refusal, and a stale page cannot sign',
      async () => {
        const [mai, thu, late, son] = await Promise.all([walk.open(), walk.open(), walk.open(), walk.open()]);
        await mai.signIn('mai');
        const asked = await arrangeRequest(mai);
        const { code, path } = asked;
        await thu.signIn('thu');
        await arrangeConsent(thu, asked);
        await late.signIn('son');
        await late.go(path.replace('/yeu-cau/', '/duyet/'));
        await son.signIn('son');
        await sign(son, byMouse, code, /^Từ chối$/, async ({ page }) => {
          const dialog = page.getByRole('dialog');
          expect(await dialog.getByRole('button', { name: 'Từ chối' }).isDisabled()).toBe(true);
          await dialog.getByLabel('Lý do').selectOption('TOO_WIDE');
          await dialog.getByLabel('Ghi thêm').fill('Chỉ cần camera ở cổng chợ');
        });
        await late.page.getByRole('button', { name: /^Thẩm tra xong và ký/ }).click();
        await late.page
          .getByRole('dialog')
          .getByRole('button', { name: /^Thẩm tra xong và ký/ })
          .click();
        await late.page.getByRole('alert').waitFor();
        await late.picture('17-trang-cu');

        await mai.go(path);
        expect(await mai.page.getByRole('region', { name: 'Các quyết định đã ký' }).textContent()).toContain(
          'Phạm vi camera quá rộng. Chỉ cần camera ở cổng chợ',
        );
        await mai.page.getByText('Bị từ chối').first().waitFor();
      },
      3 * minute,
    );

    it(
      'mends a returned request with all its answers still there, and sends it again',
      async () => {
        const [mai, thu, son] = await Promise.all([walk.open(), walk.open(), walk.open()]);
        await mai.signIn('mai');
        const asked = await arrangeRequest(mai);
        await thu.signIn('thu');
        await arrangeConsent(thu, asked);
        await son.signIn('son');
        await sign(son, byMouse, asked.code, /^Trả lại để bổ sung$/, async ({ page }) => {
          await page.getByRole('dialog').getByLabel('Lý do').selectOption('PAPERS_UNCLEAR');
        });
        await mai.go(asked.path);
        const { page } = mai;
        await page.getByText('Cần bổ sung').first().waitFor();
        await page.getByRole('button', { name: 'Bổ sung và gửi lại' }).click();
        await page.getByRole('heading', { name: 'Bổ sung yêu cầu' }).waitFor();
        expect(await page.getByLabel('Số văn bản').inputValue()).toBe('129/SXD-HT');
        await page.getByLabel('Số văn bản').fill('129a/SXD-HT');
        await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
        expect(await mai.accessibilityFindings()).toEqual([]);
        expect((await submitRequest(mai, byMouse)).path).toBe(asked.path);
        await mai.settled();
        expect(await page.getByRole('region', { name: 'Nội dung yêu cầu' }).textContent()).toContain('129a/SXD-HT');
      },
      3 * minute,
    );

    it(
      'ends every right that rests on a consent when the owner takes it back',
      async () => {
        const { mai, asked } = await arrangeApproval(walk);
        const thu = await walk.open();
        await thu.signIn('thu', asked.path);
        await thu.page.getByRole('button', { name: 'Rút đồng ý' }).click();
        const dialog = thu.page.getByRole('dialog', { name: 'Rút đồng ý của chủ camera?' });
        await dialog.getByLabel('Lý do').fill('Không còn cần cho mục đích ban đầu');
        await dialog.getByRole('button', { name: 'Rút đồng ý' }).click();
        await thu.page.getByRole('status').filter({ hasText: 'Đã rút đồng ý' }).waitFor();
        await mai.go(asked.path);
        const grants = mai.page.getByRole('region', { name: 'Quyền xem đã cấp' });
        expect(await grants.textContent()).not.toContain('Đang có hiệu lực');
        expect(await grants.getByRole('link', { name: 'Xem hình' }).count()).toBe(0);
      },
      3 * minute,
    );

    it(
      'lets the requester withdraw, after saying what that does',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai');
        await mai.go((await arrangeRequest(mai)).path);
        const opener = mai.page.getByRole('button', { name: 'Rút yêu cầu' });
        await opener.click();
        const dialog = mai.page.getByRole('dialog', { name: 'Rút yêu cầu này?' });
        await dialog.waitFor();
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        expect(await mai.hasFocus(opener)).toBe(true);
        await opener.click();
        await dialog.getByLabel('Lý do').fill(`Đã xử lý xong lúc ${hanoiWall(0)}`);
        await dialog.getByRole('button', { name: 'Rút yêu cầu' }).click();
        await mai.page.getByText('Yêu cầu đã được rút').waitFor();
        await mai.page.getByText('Đã rút', { exact: true }).first().waitFor();
      },
      2 * minute,
    );
  });
}

async function revoke(officer: Person, path: string): Promise<void> {
  const { page } = officer;
  await officer.go(path);
  await page.getByRole('button', { name: 'Thu hồi quyền xem' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Thu hồi quyền xem này?' });
  await dialog.getByLabel('Lý do').fill('Sự việc đã kết thúc');
  await dialog.getByRole('button', { name: 'Thu hồi quyền xem' }).click();
  const said = page.getByRole('status').filter({ hasText: 'Đã thu hồi quyền xem' });
  await said.waitFor();
  expect(await said.textContent()).toMatch(/\d+\/\d+ cửa phát hình đã xác nhận trong \d+ mili giây/);
}
