import { eventually } from '../support/eventually.js';
import { minute, type Walk } from './walk.js';

/** What commitments of the log stand for is erased by two people of two bodies, who see what goes and what stays. */
export function describeErasure(walk: Walk): void {
  describe('erasing openings of the log', () => {
    it(
      'shows no door and no form to whoever may not',
      async () => {
        const ngoc = await walk.open();
        await ngoc.signIn('ngoc', '/');
        await ngoc.page.getByRole('heading', { name: 'Các trang của vai trò này' }).waitFor();
        await ngoc.picture('49-cac-trang');
        expect(await ngoc.page.getByRole('link', { name: 'Xoá phần mở' }).count()).toBe(0);
        await ngoc.go('/xoa-phan-mo');
        await ngoc.page.getByText('Không có yêu cầu xoá nào đang chờ').waitFor();
        expect(await ngoc.page.getByRole('button', { name: 'Đề nghị xoá' }).count()).toBe(0);
      },
      minute,
    );

    it(
      'refuses with reasons, and lets the data-protection officer propose and an inspector erase',
      async () => {
        const sql = walk.sql();
        const yen = await walk.open();
        await yen.signIn('yen', '/');
        await yen.page.getByRole('link', { name: 'Xoá phần mở' }).click();
        await yen.page.getByRole('heading', { name: 'Xoá phần mở của nhật ký', level: 1 }).waitFor();
        await yen.page.getByText('Không có yêu cầu xoá nào đang chờ').waitFor();
        expect(await yen.accessibilityFindings()).toEqual([]);
        await yen.picture('50-xoa-phan-mo');
        if (sql === null) return;

        const idOf = async (key: string): Promise<string> =>
          (await sql<{ id: string }>('select id from person where demo_key = $1', [key]))[0]?.id ?? '';
        const propose = async (subject: string): Promise<void> => {
          await yen.page.getByRole('textbox', { name: 'Mã người' }).fill(subject);
          await yen.page.getByRole('combobox', { name: 'Căn cứ' }).fill('xoa, huy du lieu');
          await yen.page.getByRole('option', { name: /^Điều 14 khoản 1, Luật 91/ }).click();
          await yen.page.getByRole('button', { name: 'Đề nghị xoá' }).click();
        };
        await propose(await idOf('yen'));
        await yen.page.getByRole('alert').getByText('Không ai xoá dấu vết của chính mình').waitFor();
        await propose('Bùi Gia Khánh');
        await yen.page.getByRole('alert').getByText('Nêu một người').waitFor();

        // Somebody whom no inspection covers; first what they did is young, then as old as the rules ask.
        const binh = await walk.open();
        await binh.signIn('binh', '/');
        const former = await idOf('binh');
        const acts = async (): Promise<number> =>
          (await sql<{ acts: number }>('select count(*)::integer as acts from audit_search where actor_id = $1', [former]))[0]?.acts ?? 0;
        await eventually('what they did can be found', async () => (await acts()) > 0);
        await binh.close();
        await propose(former);
        const why = yen.page.getByRole('alert');
        await why.getByRole('link', { name: 'SE-04' }).waitFor();
        expect(await yen.accessibilityFindings()).toEqual([]);
        await yen.picture('51-xoa-bi-tu-choi');
        await sql(`select audit_search_partition((now() - interval '13 months')::date)`);
        await sql(`update audit_search set at = at - interval '13 months' where actor_id = $1`, [former]);
        // By name, since a data-protection officer has no papers to read the log by.
        await yen.page.getByRole('textbox', { name: 'Tìm người theo họ tên' }).fill('Bình');
        await yen.page.getByRole('button', { name: 'Tìm người' }).click();
        await yen.page.getByRole('alert').getByText('ít nhất hai chữ').waitFor();
        await yen.page.getByRole('textbox', { name: 'Tìm người theo họ tên' }).fill('dang quoc binh');
        await yen.page.getByRole('button', { name: 'Tìm người' }).click();
        await yen.page.getByText('Chọn người yêu cầu xoá').waitFor();
        expect(await yen.accessibilityFindings()).toEqual([]);
        await yen.picture('51b-tim-nguoi');
        await yen.page.getByRole('button', { name: /^Đặng Quốc Bình, Công chức UBND phường/ }).click();
        expect(await yen.page.getByRole('textbox', { name: 'Mã người' }).inputValue()).toBe(former);
        await propose(former);
        await yen.page.getByText('Đã đề nghị. Chưa có gì mất').waitFor();
        await yen.page.getByText('Đặng Quốc Bình, Công chức UBND phường').waitFor();
        await yen.page.getByText('Chờ người của cơ quan khác xoá.', { exact: true }).waitFor();
        expect(await yen.page.getByRole('button', { name: 'Xoá…' }).count()).toBe(0);
        await yen.picture('52-da-de-nghi-xoa');

        const khanh = await walk.open({ width: 360, height: 740 });
        await khanh.signIn('khanh', '/xoa-phan-mo');
        const erase = khanh.page.getByRole('button', { name: 'Xoá…' });
        await erase.waitFor();
        expect(await khanh.sidewaysPixels()).toBe(0);
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('53-xoa-dien-thoai');
        await erase.click();
        const dialog = khanh.page.getByRole('dialog', { name: 'Xoá hẳn phần mở này?' });
        await dialog.getByText('Đặng Quốc Bình').waitFor();
        await dialog.getByText(/^\d+ phần mở ở \d+ bản ghi$/).waitFor();
        expect(await dialog.textContent()).toContain('Mã các quy tắc đã áp dụng và mã quyết định');
        const now = dialog.getByRole('button', { name: 'Xoá hẳn' });
        expect(await now.isDisabled()).toBe(true);
        await dialog.getByRole('checkbox').check();
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('54-xoa-hop-thoai');
        await now.click();
        const done = khanh.page.getByRole('status').filter({ hasText: /^Đã xoá \d+ phần mở/ });
        await done.waitFor();
        expect(await acts()).toBe(0);
        await khanh.page.getByRole('heading', { name: 'Đã xoá gần đây' }).waitFor();
        // Nobody is told any more whose openings they were.
        await eventually(
          'the name is gone',
          async () => (await khanh.page.locator('main').textContent())?.includes('Đặng Quốc Bình') === false,
        );
        expect(await khanh.sidewaysPixels()).toBe(0);
        expect(await khanh.accessibilityFindings()).toEqual([]);
        await khanh.picture('55-da-xoa');
        await done.getByRole('link', { name: 'Bản ghi và bằng chứng của việc này' }).click();
        const verdicts = khanh.page.getByRole('listitem').filter({ has: khanh.page.getByRole('heading', { level: 3 }) });
        await verdicts.nth(3).waitFor({ timeout: 15_000 });
        for (const at of [1, 2, 3]) expect(await verdicts.nth(at).textContent()).toMatch(/Khớp/);
      },
      4 * minute,
    );
  });
}
