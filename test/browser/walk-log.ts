import { minute, type Walk } from './walk.js';

/** The log as people read it, and the proof that anybody can work out. */
export function describeLog(walk: Walk): void {
  describe('log and proof', () => {
    it(
      'finds cameras by words without marks, keeps the filters in the address, and shows no picture',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai', '/camera');
        const { page } = mai;
        await page.getByLabel('Tên, tuyến đường hoặc mã camera').fill('dong da');
        await page.keyboard.press('Enter');
        await page.waitForURL(/tim=dong/);
        await mai.settled();
        const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
        expect(await rows.first().textContent()).toMatch(/Đống Đa/);
        const before = await rows.allTextContents();
        await page.reload();
        await page.getByRole('table').waitFor();
        expect(await rows.allTextContents()).toEqual(before);
        expect(await page.locator('svg title').count()).toBe(126);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('20-tim-camera');

        await page.getByRole('combobox', { name: 'Phường, xã' }).fill('hoan kiem');
        await page.getByRole('option', { name: 'Phường Hoàn Kiếm' }).click();
        await page.waitForURL(/phuong=00070/);
        await mai.go('/camera?tim=khong-co-camera-nao-ten-nhu-the');
        await page.getByText('Không có camera nào khớp').waitFor();
        await mai.go('/camera/cam_00000000-0000-4000-8000-000000000000');
        await page.getByText('Không có camera này, hoặc bạn không được biết về nó').waitFor();
        expect(await page.locator('video, img').count()).toBe(0);
        expect(await mai.accessibilityFindings()).toEqual([]);
      },
      2 * minute,
    );

    it(
      'shows an inspector what was done and refused, and each entry leads to its proof',
      async () => {
        const linh = await walk.open();
        await linh.signIn('linh', '/nhat-ky');
        const { page } = linh;
        await page.getByRole('table').waitFor();
        // Bodies are named as people call them; their codes are for exports.
        await page.getByRole('link', { name: 'Sở Xây dựng Hà Nội' }).first().click();
        const chip = page.getByRole('button', { name: 'Bỏ lọc Cơ quan Sở Xây dựng Hà Nội' });
        await chip.waitFor();
        expect((await page.getByRole('table').textContent()) ?? 'so-xay-dung').not.toContain('so-xay-dung');
        await chip.click();
        await chip.waitFor({ state: 'detached' });
        await page.getByRole('table').waitFor();
        expect(await linh.accessibilityFindings()).toEqual([]);
        await linh.picture('21-nhat-ky');
        // One line of words becomes filters in the address; what it does not understand it says.
        await page.keyboard.press('/');
        // Whoever works by keyboard alone sees where they are, in fields too.
        expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
        await page.keyboard.type('màu:đỏ');
        await page.keyboard.press('Enter');
        expect(await page.getByRole('alert').textContent()).toContain('Chưa hiểu phần “màu:đỏ”');
        await page.getByRole('textbox', { name: 'Tìm trong nhật ký' }).fill('việc:auth.signed_in từ:"hôm qua"');
        await page.keyboard.press('Enter');
        await page.waitForURL(/loai=auth.signed_in.*tu=20/);
        await linh.settled();
        await page.getByRole('heading', { name: 'Số lượng theo ngày' }).waitFor();
        const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
        for (const text of await rows.allTextContents()) expect(text).toContain('Đăng nhập');
        await page.getByText('Xem từng ngày').click();
        expect(await linh.accessibilityFindings()).toEqual([]);
        await linh.picture('21b-nhat-ky-loc');
        // What stands out has a box of its own and a word of the line; an empty list says what it is empty of.
        await page.getByRole('checkbox', { name: 'Mở hình không có số hồ sơ' }).check();
        await page.waitForURL(/khong-ho-so=co/);
        const emptiness = page.locator('[data-empty=noMatch]');
        await emptiness.waitFor();
        expect(await emptiness.textContent()).toMatch(/Đã hỏi: Mở hình không có số hồ sơ; Việc: Đăng nhập/);
        // Whoever works by keyboard stands where they stood.
        expect(await page.locator(':focus').getAttribute('type')).toBe('checkbox');
        expect(await linh.accessibilityFindings()).toEqual([]);
        await linh.picture('21d-nhat-ky-khong-ho-so');
        await page.getByRole('textbox', { name: 'Tìm trong nhật ký' }).fill('ban đêm');
        await page.keyboard.press('Enter');
        await page.waitForURL(/dem=co/);
        expect(await page.getByRole('textbox', { name: 'Tìm trong nhật ký' }).and(page.locator(':focus')).inputValue()).toBe('');
        await page.getByRole('checkbox', { name: 'Ban đêm, từ 22 giờ đến 6 giờ', checked: true }).click();
        await page.waitForURL((url) => !url.search.includes('dem='));
        await page.getByRole('checkbox', { name: 'Mở hình không có số hồ sơ', checked: true }).click();
        await page.waitForURL((url) => !url.search.includes('khong-ho-so='));
        await rows.first().waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await linh.sidewaysPixels()).toBe(0);
        // A card names nothing that it does not say.
        expect(await rows.first().getByRole('cell').filter({ hasText: /^$/, visible: true }).count()).toBe(0);
        await linh.picture('21c-nhat-ky-hep');
        await page.setViewportSize({ width: 1280, height: 900 });
        await rows
          .first()
          .getByRole('button', { name: /^Bằng chứng của mục/ })
          .click();
        const verdicts = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
        await verdicts.nth(3).waitFor({ timeout: 15_000 });
        for (const text of await verdicts.allTextContents()) expect(text).toMatch(/Khớp/);
        expect(await verdicts.nth(3).textContent()).toMatch(/cùng ký lúc/);
        expect(await page.getByRole('dialog').textContent()).toContain('npx cuao verify proof ent_');
        expect(await linh.accessibilityFindings()).toEqual([]);
        await linh.picture('22-kiem-chung');
        await page.keyboard.press('Escape');
        await rows
          .first()
          .getByRole('link', { name: /^\d\d\// })
          .click();
        await page.getByRole('heading', { name: 'Kiểm chứng', exact: true }).waitFor();
      },
      3 * minute,
    );

    it(
      'lets anybody check an entry without a sign-in, and says so when there is none',
      async () => {
        const [mai, guest] = await Promise.all([walk.open(), walk.open()]);
        await mai.signIn('mai', '/nhat-ky');
        await mai.page.getByRole('table').waitFor();
        const proof = await mai.page.getByRole('row').getByRole('link').first().getAttribute('href');
        const entryId = /ent_[0-9a-f-]+/.exec(proof ?? '')?.[0] ?? '';
        await guest.go('/kiem-chung');
        const { page } = guest;
        await page.getByLabel('Biên nhận hoặc mã mục').fill('không phải biên nhận');
        await page.getByRole('button', { name: 'Kiểm chứng' }).click();
        expect(await page.getByRole('alert').textContent()).toContain('Không đọc được nội dung đã dán');
        await page.getByLabel('Biên nhận hoặc mã mục').fill(entryId);
        await page.getByRole('button', { name: 'Kiểm chứng' }).click();
        const verdicts = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
        await verdicts.nth(3).waitFor({ timeout: 15_000 });
        // The text of the entry is not for guests; its place in the tree and the signatures are.
        for (const at of [1, 2, 3]) expect(await verdicts.nth(at).textContent()).toMatch(/Khớp/);
        expect(await guest.accessibilityFindings()).toEqual([]);
        await guest.picture('23-khach-kiem-chung');
        await page.getByLabel('Biên nhận hoặc mã mục').fill('ent_00000000-0000-7000-8000-000000000000');
        await page.getByRole('button', { name: 'Kiểm chứng' }).click();
        await page.getByRole('alert').waitFor();
      },
      3 * minute,
    );
  });
}
