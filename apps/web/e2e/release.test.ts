import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startReleases } from './release-server.ts';

let browser: Browser;
let releases: Awaited<ReturnType<typeof startReleases>>;

beforeAll(async () => {
  [browser, releases] = await Promise.all([openBrowser(), startReleases()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await releases?.stop();
});

/** Looks for a new release, and waits until it is in charge or has failed. */
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (!installing) return 'none';
    return new Promise<string>((told) =>
      installing.addEventListener('statechange', () => {
        if (installing.state === 'activated' || installing.state === 'redundant')
          told(installing.state);
      }),
    );
  });
const later = (page: Page) =>
  page.evaluate(() => (window as unknown as { later: () => Promise<string> }).later());
const nonceOf = (page: Page) => page.locator('meta').getAttribute('content');

test('a release stands until the next one is there to the last file, and no page is of both', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  releases.give('one');
  await page.goto(`${releases.url}/reports`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  // Without the machine it opens all the same, at any address, each time with a nonce of its own.
  await context.setOffline(true);
  await page.goto(`${releases.url}/reports/1/2`);
  expect(await page.title()).toBe('release one');
  const before = await nonceOf(page);
  await page.reload();
  expect(await nonceOf(page)).not.toBe(before);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(1, 2, 3)');
  await context.setOffline(false);

  // Half a release is none.
  releases.give('two', { without: '/assets/part-two.js' });
  expect(await update(page)).toBe('redundant');
  await page.reload();
  expect([await page.title(), await later(page)]).toEqual(['release one', 'part one']);

  // A page that stands goes on with its own files, which the machine has no more.
  await page.reload();
  releases.give('two');
  expect(await update(page)).toBe('activated');
  expect(await page.title()).toBe('release one');
  expect(await later(page)).toBe('part one');
  await page.reload();
  expect([await page.title(), await later(page)]).toEqual(['release two', 'part two']);

  // Of what is three releases old nothing stays on the device.
  releases.give('three');
  expect(await update(page)).toBe('activated');
  const kept = await page.evaluate(() => caches.keys());
  expect(kept).toEqual(['antt-shell-two', 'antt-shell-three']);
  expect(violations).toEqual([]);
  await context.close();
}, 60_000);
