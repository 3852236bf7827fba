import { type Browser, chromium, type Page } from 'playwright-core';
import { type Line, median, round, type Section } from './line.ts';

const viewport = { width: 1280, height: 900 };
const rounds = 3;

type Script = { url: string; bytes: number };
const isOfMap = ({ url }: Script) => /maplibre/.test(url);
const kilobytes = (scripts: Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;

/** What the browser loads, and how soon the first map stands, each time with nothing kept from before. */
export async function measurePage(
  url: string,
  username: string,
  password: string,
): Promise<Section> {
  const browser = await chromium.launch({
    executablePath: process.env.TEST_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const frames: number[] = [];
    const pages: number[] = [];
    const times: number[] = [];
    const remarks: string[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const { frame, page, map, milliseconds } = await visit(browser, url, username, password);
      frames.push(frame);
      pages.push(page);
      times.push(milliseconds / 1_000);
      if (turn === 0)
        remarks.push(`The map's own chunk and worker: ${Math.round(map)} kB (brotli).`);
    }
    const line = (
      name: string,
      predicted: string,
      value: number,
      bound: number,
      unit: string,
    ): Line => {
      const rounded = round(value);
      return {
        name,
        predicted,
        measured: rounded,
        raw: null,
        unit,
        value: rounded,
        sense: 'at-most',
        bound,
      };
    };
    return {
      lines: [
        line('JavaScript until frame and sign-in', '200', median(frames), 250, 'kB'),
        line('JavaScript until the map page, without the map', '330', median(pages), 360, 'kB'),
        line('first map on a cold cache', '2.2', median(times), 2.5, 's'),
      ],
      remarks,
    };
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, url: string, username: string, password: string) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' });
  try {
    await context.addInitScript(noteMoments);
    const page = await context.newPage();
    await page.goto(`${url}/sign-in`);
    const frame = await until(page, 'signIn');
    await page.locator('input[autocomplete=username]').fill(username);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    await page.goto('about:blank');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.clearBrowserCache');
    await page.goto(`${url}/map`, { waitUntil: 'commit' });
    const cold = await until(page, 'map');
    const map = kilobytes(cold.scripts.filter(isOfMap));
    return {
      frame: kilobytes(frame.scripts),
      page: kilobytes(cold.scripts) - map,
      map,
      milliseconds: cold.at,
    };
  } finally {
    await context.close();
  }
}

type Moment = 'signIn' | 'map';
type Noted = { moments?: Partial<Record<Moment, number>> };

/** Runs in the page, which alone knows the moment: whoever asks from outside comes late. */
function noteMoments(): void {
  const moments: Partial<Record<Moment, number>> = ((globalThis as Noted).moments = {});
  const look = () => {
    if (document.querySelector('input[type=password]')) moments.signIn ??= performance.now();
    if (document.querySelector('.map-view[data-drawn]:not([data-drawn=""])')) {
      moments.map ??= performance.now();
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-drawn', 'type'],
  });
}

/** When it was, since the navigation, and every script that had come by then. */
async function until(page: Page, moment: Moment): Promise<{ at: number; scripts: Script[] }> {
  await page.waitForFunction((name) => (globalThis as Noted).moments?.[name], moment, {
    timeout: 60_000,
  });
  return page.evaluate((name) => {
    const at = (globalThis as Noted).moments![name]!;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources
      .filter(({ name: url, responseEnd }) => /\.m?js(\?|$)/.test(url) && responseEnd <= at)
      .map(({ name: url, encodedBodySize }) => ({ url, bytes: encodedBodySize }));
    return { at, scripts };
  }, moment);
}
