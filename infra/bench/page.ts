import { type Browser, chromium, type CDPSession, type Page } from 'playwright-core';
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
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const scripts = await listen(cdp);
    await page.goto(`${url}/sign-in`);
    await page.locator('input[type=password]').waitFor();
    const frame = kilobytes(scripts());
    await page.locator('input[autocomplete=username]').fill(username);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    const milliseconds = await coldMap(page, cdp, url);
    const all = scripts();
    const loaded = all.slice(all.findIndex(({ url: at }) => at === 'cold') + 1);
    const map = kilobytes(loaded.filter(isOfMap));
    return { frame, page: kilobytes(loaded) - map, map, milliseconds };
  } finally {
    await context.close();
  }
}

/** A signed-in user opens the map with an empty cache; until every tile of it is drawn. */
async function coldMap(page: Page, cdp: CDPSession, url: string): Promise<number> {
  await page.goto('about:blank');
  await cdp.send('Network.clearBrowserCache');
  marks.get(cdp)?.();
  const began = performance.now();
  await page.goto(`${url}/map`, { waitUntil: 'commit' });
  await page.locator('.map-view[data-drawn]:not([data-drawn=""])').waitFor({ timeout: 60_000 });
  return performance.now() - began;
}

const marks = new WeakMap<CDPSession, () => void>();

/** Every script that comes, with its bytes on the wire. */
async function listen(cdp: CDPSession): Promise<() => Script[]> {
  const scripts: Script[] = [];
  const urls = new Map<string, string>();
  await cdp.send('Network.enable');
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\.m?js(\?|$)/.test(response.url)) urls.set(requestId, response.url);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url) scripts.push({ url, bytes: encodedDataLength });
  });
  marks.set(cdp, () => scripts.push({ url: 'cold', bytes: 0 }));
  return () => [...scripts];
}
