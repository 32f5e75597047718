import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const album = path.resolve(import.meta.dirname, 'screenshots');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[];
}

export interface WindowSize {
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

/** One person in a browser of their own: nothing is shared between two of them. Whatever goes wrong on a page is written down. */
export class Person {
  /** Errors of the console, uncaught faults, breaches of the content security policy. */
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly city: string,
  ) {}

  static async open(
    browser: Browser,
    city: string,
    { width = 1280, height = 900, reducedMotion = false }: WindowSize = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    const person = new Person(page, context, city);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') person.troubles.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => person.troubles.push(`uncaught: ${error.message}`));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left takes its open requests with it.
      if (why !== 'net::ERR_ABORTED' && request.url().startsWith(city)) person.troubles.push(`${why}: ${request.url()}`);
    });
    page.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (!['127.0.0.1', 'localhost'].includes(hostname) && !/^(blob|data):/.test(request.url()))
        person.troubles.push(`asks outside: ${request.url()}`);
    });
    return person;
  }

  /** Through the gate's own button and the identity provider's page, as people do it. */
  async signIn(key: string, at = '/'): Promise<void> {
    const { page } = this;
    await page.goto(this.city + at);
    await page.getByRole('link', { name: 'Đăng nhập', exact: true }).click();
    await page.getByLabel('Tên người dùng').fill(key);
    await page.getByLabel('Mật khẩu').fill(key);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(this.city));
    await page.getByRole('group', { name: 'Đang làm việc với tư cách' }).waitFor();
  }

  async go(address: string): Promise<void> {
    await this.page.goto(this.city + address);
    await this.settled();
  }

  /** Until the page has its heading and nothing is loading any more. */
  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await eventually('the page has loaded', async () => (await this.page.getByRole('status', { name: 'Đang tải' }).count()) === 0);
  }

  /** Whether this very element has the keyboard's focus. */
  async hasFocus(what: Locator): Promise<boolean> {
    return (await what.and(this.page.locator(':focus')).count()) === 1;
  }

  async heading(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  }

  /** What an automatic check finds against WCAG 2.2 AA on the page as it stands. A small part of all there is to find. */
  async accessibilityFindings(): Promise<string[]> {
    const result = (await this.page.evaluate(`${axeSource}; axe.run(document, { runOnly: ${JSON.stringify(standards)} })`)) as AxeResult;
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }

  /** How many pixels the page is wider than the window; 0 means that nothing has to be scrolled sideways. */
  async sidewaysPixels(): Promise<number> {
    return this.page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
  }

  /** A picture for people to look at; kept out of git. */
  async picture(name: string): Promise<void> {
    mkdirSync(album, { recursive: true });
    await this.page.screenshot({ path: path.join(album, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
