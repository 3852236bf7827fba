import { expect } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Software rendering, so that a picture is the same on each run; `--no-sandbox` because tests may run as root. */
const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.TEST_CHROMIUM, headless: true, args });
}

/** Somebody at a screen, and everything that went wrong in front of them. */
export class Visitor {
  readonly troubles: string[] = [];
  readonly page: Page;
  readonly url: string;
  private readonly context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.context = context;
    this.page = page;
    this.url = url;
  }

  static async arrive(
    browser: Browser,
    url: string,
    { width = 1366, height = 768 } = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
    const page = await context.newPage();
    const visitor = new Visitor(context, page, url);
    const note = (text: string) => visitor.troubles.push(text);
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    page.on('console', (message) => {
      // A refused sign-in is told by the browser, too; it is no trouble of the page.
      if (message.type() === 'error' && !message.text().includes('401')) note(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== url) note(`request left: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    return visitor;
  }

  async signIn(username: string, password: string, path = '/'): Promise<void> {
    await this.page.goto(this.url + path);
    await this.page.fill('input[name=username]', username);
    await this.page.fill('input[type=password]', password);
    await this.page.keyboard.press('Enter');
    await this.page.locator('nav').filter({ visible: true }).first().waitFor();
  }

  /** Waits until the map of a day is drawn. */
  async mapDrawn(on: string): Promise<void> {
    await this.page.waitForSelector(`.map-view[data-drawn="${on}"]`, { timeout: 60_000 });
  }

  /**
   * What is serious for people who see or move otherwise, and what is cut off at the side; each fault
   * begins with the page and its width.
   */
  async faults(): Promise<string[]> {
    // The page's own policy forbids scripts from outside it; this one comes by the debugger.
    await this.page.evaluate(axe.source);
    const faults = await this.page.evaluate(async () => {
      // A colour half way from one state to the next is nobody's choice; what turns for ever is not waited for.
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
          .map(({ finished }) => finished),
      );
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`));
      const over = document.documentElement.scrollWidth - window.innerWidth;
      if (over <= 0) return serious;
      const outside = [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 150));
      return [...serious, `${over} px too wide: ${outside.slice(0, 5).join(' | ')}`];
    });
    const page = `${this.page.url().slice(this.url.length)} at ${this.page.viewportSize()!.width}`;
    return faults.map((fault) => `${page}: ${fault}`);
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.troubles).toEqual([]);
  }
}
