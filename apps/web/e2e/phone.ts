import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/**
 * A team leader's phone: one context is one device, its pages come and go. Unlike a visitor at a desk, its way
 * to the server breaks; what the browser says of that is no trouble.
 */
export class Phone {
  readonly troubles: string[] = [];
  /** Reports that reached the server, whatever it said; told a moment after the server has them. */
  readonly sent: string[] = [];
  private readonly context: BrowserContext;
  readonly url: string;

  private constructor(context: BrowserContext, url: string) {
    this.context = context;
    this.url = url;
  }

  static async of(browser: Browser, url: string): Promise<Phone> {
    const viewport = { width: 360, height: 740 };
    const context = await browser.newContext({ viewport, locale: 'vi-VN' });
    const phone = new Phone(context, url);
    context.on('requestfinished', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/reports') {
        phone.sent.push(String(request.postDataJSON().id));
      }
    });
    return phone;
  }

  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|translation/i.test(message.text())) {
        this.troubles.push(message.text());
      }
    });
    await page.goto(this.url + path);
    return page;
  }

  async signIn(page: Page, username: string, password: string): Promise<void> {
    await page.locator('input[name=username]').last().fill(username);
    await page.locator('input[type=password]').last().fill(password);
    await page.keyboard.press('Enter');
  }

  /** Without a connection: nothing leaves, nothing arrives. */
  away = () => this.context.setOffline(true);
  back = () => this.context.setOffline(false);
  /** As when the time of the session is over: what renews it is gone. */
  endSession = () => this.context.clearCookies();

  /** What reached the server, when it had the time to be told of, and time for a second one. */
  async settled(): Promise<string[]> {
    for (let n = 0; n < 50 && this.sent.length === 0; n += 1) {
      await new Promise((go) => setTimeout(go, 100));
    }
    await new Promise((go) => setTimeout(go, 1_000));
    return this.sent;
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.troubles).toEqual([]);
  }
}

/** Waits until the pages and what they need are on the device. */
export async function takenAlong(page: Page, periodId: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 60_000,
  });
  const found = (asked: string) =>
    new Promise<boolean>((told) => {
      const request = indexedDB.open('antt');
      request.onsuccess = () => {
        const keys = request.result.transaction('answers').objectStore('answers').getAllKeys();
        keys.onsuccess = () => {
          request.result.close();
          told(
            keys.result.some(
              (key) => String(key).includes(`report.get`) && String(key).includes(asked),
            ),
          );
        };
      };
    });
  for (let n = 0; n < 120 && !(await page.evaluate(found, periodId)); n += 1) {
    await page.waitForTimeout(500);
  }
  expect(await page.evaluate(found, periodId)).toBe(true);
}

/** Answers every question: none, no case, no; odd numbers are meant. */
export async function fillIn(page: Page): Promise<void> {
  const form = page.locator('form.report-form');
  await form.waitFor();
  for (const box of await form.getByRole('checkbox', { name: 'Không phát sinh' }).all()) {
    if (!(await box.isChecked())) await box.check();
  }
  for (const input of await form.locator('input[inputmode=decimal]:not(:disabled)').all()) {
    await input.fill('0');
  }
  for (const no of await form.getByRole('radio', { name: 'Không', exact: true }).all()) {
    await no.check({ force: true });
  }
  const meant = form.getByRole('checkbox', { name: /số liệu đúng/ });
  await page.waitForTimeout(200);
  if ((await meant.count()) > 0) await meant.check();
}
