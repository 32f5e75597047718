import type { Locator } from 'playwright-core';
import type { Person } from './person.js';

/** How a person works a button or a link: with the mouse, or with nothing but the keyboard. */
export type Hand = (person: Person, what: Locator) => Promise<void>;

export const byMouse: Hand = async (_person, what) => what.click();

/** Tab until it has the focus, then Enter (Space for boxes). Fails when it cannot be reached, or when the focus cannot be seen. */
export const byKeys: Hand = async (person, what) => {
  await what.first().waitFor();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await person.hasFocus(what)) {
      const isBox = ['radio', 'checkbox'].includes((await what.getAttribute('type')) ?? '');
      await person.page.keyboard.press(isBox ? 'Space' : 'Enter');
      return;
    }
    await person.page.keyboard.press('Tab');
  }
  throw new Error(`cannot be reached with Tab: ${String(what)}`);
};

/** Label of the field that stands only beside the basis of an emergency. */
export const emergencyDocument = 'Văn bản chứng minh tình trạng khẩn cấp';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** What a clock field in Hà Nội shows at that many hours from now. */
export function hanoiWall(hoursFromNow: number): string {
  const at = new Date(Date.now() + (hoursFromNow + 7) * 3_600_000);
  return `${at.getUTCFullYear()}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}T${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}`;
}

/** Urban-order cameras of Hoàn Kiếm's own People's Committee: the Department of Construction may ask for them. */
const finder = '/camera?phuong=00070&muc-dich=TRAT_TU_DO_THI';

interface Answers {
  readonly withPaper?: boolean;
  readonly cameras?: number;
  /** The document of an emergency; its basis is chosen then. */
  readonly emergency?: string | null;
}

/** Fills the whole form except what is left out, up to the page that shows all answers. */
export async function fillRequest(
  mai: Person,
  hand: Hand,
  { withPaper = true, cameras = 2, emergency = null }: Answers = {},
): Promise<void> {
  const { page } = mai;
  const next = page.getByRole('button', { name: 'Tiếp tục', exact: true });
  await mai.go(finder);
  await page.getByRole('table').waitFor();
  const rows = page
    .getByRole('row')
    .filter({ hasText: /phường Hoàn Kiếm.*|phường Hoàn Kiếm/i })
    .filter({ has: page.getByRole('button', { name: /^Thêm vào yêu cầu/ }) });
  const names: string[] = [];
  for (let at = 0; at < cameras; at += 1) names.push((await rows.nth(at).getByRole('link').first().textContent()) ?? '');
  for (const name of names) await hand(mai, page.getByRole('button', { name: `Thêm vào yêu cầu: ${name}`, exact: true }).first());
  await hand(mai, page.getByRole('link', { name: 'Tiếp tục yêu cầu' }));
  await page.getByRole('heading', { name: 'Yêu cầu mới' }).waitFor();

  await choose(mai, hand, 'Trật tự đô thị');
  if (emergency !== null) {
    await choose(mai, hand, /^Thảm hoạ/);
    await page.getByLabel(emergencyDocument).fill(emergency);
  } else await choose(mai, hand, /^Yêu cầu của cơ quan nhà nước có thẩm quyền/);
  await hand(mai, page.getByRole('checkbox', { name: 'Xem trực tiếp' }));
  await hand(mai, next);
  await page.getByLabel('Từ', { exact: true }).fill(hanoiWall(-0.2));
  await page.getByLabel('Đến', { exact: true }).fill(hanoiWall(4));
  await hand(mai, next);
  await page.getByLabel('Vì sao cần').fill('Theo dõi lấn chiếm vỉa hè trong giờ cao điểm; không có cách nào ít xâm phạm hơn.');
  if (withPaper) {
    await page.getByLabel('Số văn bản').fill('128/SXD-HT');
    await page.getByLabel('Ngày văn bản').fill(hanoiWall(-48).slice(0, 10));
    await page.getByLabel('Nơi ban hành').fill('Sở Xây dựng Hà Nội');
  }
  await page.getByLabel('Số hồ sơ vụ việc').fill('VV-2026-0419');
  await page.getByLabel('Loại dữ liệu').fill('hình ảnh trực tiếp');
  await page.getByLabel('Mức chi tiết').fill('toàn cảnh, không nhận dạng cá nhân');
  await page.getByLabel('Khối lượng').fill('2 camera, 4 giờ');
  await page.getByLabel('Tần suất truy cập').fill('khi có sự việc');
  await page.getByLabel('Hình thức cung cấp').fill('xem trên cổng, không tải về');
  await hand(mai, next);
  await page.getByRole('heading', { name: 'Xem lại và gửi' }).waitFor();
}

/** One of several; with the keyboard a group is entered by Tab and walked by arrows. */
async function choose(person: Person, hand: Hand, name: string | RegExp): Promise<void> {
  const { page } = person;
  const option = page.getByRole('radio', { name, exact: true });
  if (hand === byMouse) return option.check();
  const group = page.getByRole('group').filter({ has: option });
  const first = group.getByRole('radio').first();
  for (let presses = 0; presses < 200 && !(await person.hasFocus(first)); presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 40 && !(await option.isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
}

/** @returns the request's code and the path of its page */
export async function submitRequest(mai: Person, hand: Hand): Promise<{ readonly code: string; readonly path: string }> {
  const { page } = mai;
  await hand(mai, page.getByRole('button', { name: 'Gửi yêu cầu' }));
  const heading = page.getByRole('heading', { level: 1, name: /^Yêu cầu \S*\d/ });
  await heading.waitFor();
  return { code: ((await heading.textContent()) ?? '').replace('Yêu cầu ', ''), path: new URL(page.url()).pathname };
}

/** Opens the request from the queue by its code and signs one verdict; the dialog's button repeats what is signed. */
export async function sign(
  officer: Person,
  hand: Hand,
  code: string,
  verdict: RegExp,
  more?: (officer: Person) => Promise<void>,
): Promise<void> {
  const { page } = officer;
  await officer.go('/duyet');
  await hand(officer, page.getByRole('link', { name: code, exact: true }));
  await page.getByRole('heading', { level: 1, name: `Quyết định yêu cầu ${code}` }).waitFor();
  await hand(officer, page.getByRole('button', { name: verdict }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await more?.(officer);
  await hand(officer, dialog.getByRole('button', { name: verdict }));
  await dialog.waitFor({ state: 'detached' });
}
