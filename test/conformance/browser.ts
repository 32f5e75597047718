/** A browser in small: keeps cookies by host, follows redirects when told to, says what browsers say about where a request comes from. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  constructor(private readonly agent = 'Mozilla/5.0 (test)') {}

  /** One request; no redirect is followed. */
  async visit(
    url: string,
    init: { method?: string; body?: string | URLSearchParams; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> {
    const { host } = new URL(url);
    const cookies = [...(this.jar.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'user-agent': this.agent, ...(cookies === '' ? {} : { cookie: cookies }), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) this.keep(host, line);
    return answer;
  }

  /** Follows redirects until a page is shown. @returns the page and where it stands */
  async open(url: string, most = 10): Promise<{ url: string; answer: Response; text: string }> {
    let at = url;
    for (let step = 0; step < most; step += 1) {
      const answer = await this.visit(at);
      const next = answer.headers.get('location');
      if (next === null) return { url: at, answer, text: await answer.text() };
      await answer.text();
      at = new URL(next, at).href;
    }
    throw new Error(`too many redirects from ${url}`);
  }

  /** Goes through the sign-in page as a person would. @returns where it ended */
  async signIn(gatewayUrl: string, key: string, returnTo = '/', password = key): Promise<{ url: string; answer: Response; text: string }> {
    const page = await this.open(`${gatewayUrl}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`no form at ${page.url}: ${page.text.slice(0, 200)}`);
    const { origin } = new URL(page.url);
    const posted = await this.visit(`${origin}${action}`, {
      method: 'POST',
      body: new URLSearchParams({ username: key, password }),
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    });
    return this.open(new URL(posted.headers.get('location') ?? '', page.url).href);
  }

  cookie(url: string, name: string): string | undefined {
    return this.jar.get(new URL(url).host)?.get(name);
  }

  setCookie(url: string, name: string, value: string): void {
    this.keep(new URL(url).host, `${name}=${value}`);
  }

  private keep(host: string, line: string): void {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    const cookies = this.jar.get(host) ?? new Map<string, string>();
    this.jar.set(host, cookies);
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}
