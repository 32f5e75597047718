import { minute, type Walk } from './walk.js';

/** The regulation as people read it, why a decision came out as it did, and the policy room. */
export function describeRegulation(walk: Walk): void {
  describe('regulation and policy room', () => {
    it(
      'lets a person who knows the law and no code find a rule, its articles and the cases that try it',
      async () => {
        const mai = await walk.open();
        await mai.signIn('mai', '/quy-dinh');
        const { page } = mai;
        await page.getByRole('table').waitFor();
        expect(await mai.accessibilityFindings()).toEqual([]);
        await page.getByLabel('Mã, tên hoặc điều luật').fill('cong khai');
        await page.keyboard.press('Enter');
        await page.waitForURL(/tim=cong/);
        await mai.settled();
        await page.getByRole('link', { name: 'PD-14', exact: true }).click();
        await page.getByRole('heading', { name: /^PD-14 · / }).waitFor();
        await page.getByText('Nghị định 330/2026/NĐ-CP').first().waitFor();
        const cases = page.getByRole('table', { name: 'Ca thử và kết luận phải có' }).getByRole('row');
        expect(await cases.count()).toBeGreaterThan(5);
        // Counts and decisions of others are not hers.
        expect(await page.getByText('Đã được viện dẫn').count()).toBe(0);
        expect(await mai.accessibilityFindings()).toEqual([]);
        await mai.picture('30-quy-dinh');
        await mai.go('/quy-dinh/PD-99');
        await page.getByRole('heading', { name: 'Không có quy tắc này' }).first().waitFor();
      },
      2 * minute,
    );

    it(
      'tries a case on the rules in force, on both sides of a changeover, and says what would flip it',
      async () => {
        const linh = await walk.open();
        await linh.signIn('linh', '/chinh-sach');
        const { page } = linh;
        const question = { action: 'live_view', asOf: '2025-12-31', viewer: { orgKind: 'SO_XD', roles: ['requester'] } };
        await page.getByLabel('Câu hỏi (JSON)').fill(JSON.stringify(question));
        await page.getByRole('button', { name: 'Hỏi bộ quy tắc' }).click();
        const card = page.getByRole('region', { name: 'Vì sao?' });
        await card.waitFor();
        expect(await card.textContent()).toMatch(/Không được phép|Chưa thể quyết định/);
        await page.getByLabel('Câu hỏi (JSON)').fill(JSON.stringify({ ...question, asOf: '2026-09-15' }));
        await page.getByRole('button', { name: 'Hỏi bộ quy tắc' }).click();
        await page.getByText('Toàn bộ câu trả lời').waitFor();
        expect(await card.textContent()).toContain('Không được phép');
        expect(await linh.accessibilityFindings()).toEqual([]);
        await linh.picture('31-phong-chinh-sach');
        await page.getByLabel('Câu hỏi (JSON)').fill('{"action":"live_view","kamera":{}}');
        await page.getByRole('button', { name: 'Hỏi bộ quy tắc' }).click();
        await page.getByRole('alert').first().waitFor();
        expect(await page.getByText('kamera', { exact: true }).count()).toBe(1);
      },
      2 * minute,
    );
  });
}
