import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startThrowaway } from '../../../infra/local/throwaway.mjs';
import { openBrowser, Visitor } from './browser.ts';
import { offlineJourneys } from './offline.ts';

let browser: Browser;
let platform: Awaited<ReturnType<typeof startThrowaway>>;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const folder = mkdtempSync(join(tmpdir(), 'antt-journey-'));

beforeAll(async () => {
  [platform, browser] = await Promise.all([startThrowaway(), openBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, 60_000);

test('a district officer sees which communes of the own area lack what, on both sides of a reform', async () => {
  const visitor = await Visitor.arrive(browser, platform.url);
  const { page } = visitor;
  await visitor.signIn('huyen', platform.password, '/map');
  await visitor.mapDrawn(today);
  await page.getByText('8 / 8 đơn vị').waitFor();
  expect(await visitor.faults()).toEqual([]);

  await page.getByText('Xã Sa Lý').first().click();
  await page.getByLabel(/Hồ sơ .*Sa Lý/).waitFor();
  expect(page.url()).toContain('unit=');

  await page.goto(`${platform.url}/map?on=2025-06-30`);
  await visitor.mapDrawn('2025-06-30');
  await page.getByText('19 / 19 đơn vị').waitFor();

  await page.getByRole('button', { name: 'Xã thiếu Tổ, thiếu nơi làm việc' }).click();
  await page.waitForFunction(() => !document.body.innerText.includes('19 / 19 đơn vị'));
  await visitor.leave();
}, 180_000);

test('a provincial administrator checks an annex, is shown the row that is off, and applies the mended one', async () => {
  const visitor = await Visitor.arrive(browser, platform.url);
  const { page } = visitor;
  await visitor.signIn('tinh', platform.password, '/imports');
  expect(await visitor.faults()).toEqual([]);
  const head =
    'STT,Đơn vị hành chính,Số Tổ bảo vệ ANTT,Tổng số thành viên,Tổ trưởng,Tổ phó,Tổ viên';
  const annex = (total: number) => [
    head,
    '1,Xã Sa Lý,15,45,15,15,15',
    `,TỔNG CỘNG,${total},45,15,15,15`,
  ];
  const send = async (total: number) => {
    const file = join(folder, `phu-luc-${total}.csv`);
    writeFileSync(file, annex(total).join('\n'));
    await page.goto(`${platform.url}/imports`);
    await page.getByText('Phụ lục chỉ tiêu', { exact: true }).first().click();
    await page.waitForURL(/kind=quotas/);
    await page.getByRole('button', { name: 'Ghi văn bản' }).first().waitFor();
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('combobox').first().click();
    await page.getByText('01-MH/2025/QĐ-UBND').last().click();
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.waitForURL(/imports\/organisation\./);
  };

  await send(16);
  await page
    .getByText(/16.*15|15.*16/)
    .first()
    .waitFor({ timeout: 30_000 });
  await send(15);
  await page.getByRole('button', { name: 'Áp dụng' }).click({ timeout: 30_000 });
  await page.getByText('Đã áp dụng').first().waitFor({ timeout: 30_000 });
  await visitor.leave();
}, 180_000);

/** Lists; the first entry of each leads to a profile. */
const lists = [
  '/units?q=Sa Lý',
  '/teams',
  '/people',
  '/incidents',
  '/drafts',
  '/criteria',
  '/policies',
  '/payrolls',
];

async function profileOf({ page, url }: Visitor, list: string): Promise<string> {
  await page.goto(url + list);
  // ids begin with a digit, words such as "new" do not
  const entry = page.locator(`main a[href^="${new URL(list, url).pathname}/0"]`).first();
  return (await entry.getAttribute('href'))!;
}

/** Pages as the provincial administrator sees them; the profiles are added to them. */
const pages = [
  '/',
  '/map',
  '/gaps',
  '/coverage/days',
  '/coverage/series',
  '/coverage/gaps',
  '/notices',
  '/worklist/teams-await-consolidation',
  '/units',
  '/units?level=village',
  '/units/tags',
  '/units/standards',
  '/teams',
  '/workplaces',
  '/equipment',
  '/reorganisations',
  '/reorganisations/new',
  '/consolidations',
  '/instruments',
  '/criteria',
  '/criteria/new?template=ha-noi',
  '/quotas',
  '/quotas/comparison',
  '/drafts',
  '/proposals',
  '/transitions',
  '/people',
  '/people?record=new',
  '/records',
  '/records?view=removals',
  '/records?view=editing',
  '/recruitments',
  '/duties',
  '/incidents',
  '/campaigns',
  '/awards',
  '/awards?view=standings',
  '/awards?view=criticisms',
  '/awards?propose=new',
  '/grades',
  '/publications',
  '/publications?view=list',
  '/reports',
  '/report-completeness',
  '/report-completeness?view=map',
  '/compiled-report',
  '/compiled-report?span=year',
  '/outbox',
  '/incidents?view=map',
  '/incidents?record=new',
  '/claims',
  '/claims?tab=severances',
  '/supervisions',
  '/courses',
  '/supplies',
  '/absences',
  '/cessations',
  '/force-statistics',
  '/policies',
  '/policies/new?template=ha-noi',
  '/rate-tables',
  '/payrolls',
  '/budgets',
  '/budgets?by=unit',
  '/budgets?tab=requests',
  '/allowance-totals',
  '/settings',
  '/paper-templates',
  '/imports',
  '/accounts',
  '/audit',
  '/tokens',
];

/** Where the profiles are; on a wide screen every list has links, on a phone some have cards. */
async function profiles(): Promise<string[]> {
  const visitor = await Visitor.arrive(browser, platform.url, { width: 1920, height: 1080 });
  await visitor.signIn('tinh', platform.password);
  const found: string[] = [];
  for (const list of lists) found.push(await profileOf(visitor, list));
  await visitor.leave();
  return found;
}

async function walk(paths: readonly string[], width: number, height: number): Promise<string[]> {
  const faults: string[] = [];
  const visitor = await Visitor.arrive(browser, platform.url, { width, height });
  await visitor.signIn('tinh', platform.password);
  for (const path of paths) {
    await visitor.page.goto(platform.url + path);
    // The live stream never ends, so the network never rests: what is awaited is the page's own content.
    await visitor.page.locator('main').first().waitFor();
    await visitor.page.waitForTimeout(1_500);
    faults.push(...(await visitor.faults()));
  }
  await visitor.leave();
  return faults;
}

test('every page holds on a phone and on a wide screen', async () => {
  const paths = [...pages, ...(await profiles())];
  const faults = await Promise.all([walk(paths, 360, 740), walk(paths, 1920, 1080)]);
  expect(faults.flat()).toEqual([]);
}, 600_000);

const isFocused = (element: Element) => element === document.activeElement;

test('who has no pointer sorts a list, opens a row and leaves it, and stays in a dialog', async () => {
  const visitor = await Visitor.arrive(browser, platform.url);
  const { page } = visitor;
  const { keyboard } = page;
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n += 1) await keyboard.press(key);
  };
  const focused = (what: string) => page.locator(`${what}:focus`).waitFor();
  await visitor.signIn('tinh', platform.password, '/units');
  await page.getByRole('row', { name: /Xã An Lạc/ }).waitFor();

  // past the navigation, into the list
  await press('Tab');
  await focused('a.skip');
  await press('Enter');
  await focused('main');
  for (let n = 0; n < 20 && (await page.locator('[role=grid]:focus').count()) === 0; n += 1) {
    await press('Tab');
  }
  await focused('[role=grid]');
  await press('Tab');
  await press('ArrowRight');
  await press('Enter');
  await page.waitForURL(/sort=/);
  // the links of one row, not of every row, then out of the list
  await press('ArrowDown');
  await focused('[role=grid]');
  await press('Tab', 2);
  await page.locator('[role=grid] tr[data-active] a:focus').waitFor();
  expect(await page.locator('tbody tr:not([data-active]) a:not([tabindex="-1"])').count()).toBe(0);
  await press('Shift+Tab', 2);
  await focused('[role=grid]');
  await press('Enter');
  await page.waitForURL(/\/units\/[0-9a-f-]{36}/);

  // what lies over the page keeps the focus
  await page.goto(`${platform.url}/units/standards`);
  await page.getByRole('button', { name: 'Đặt quy mô' }).focus();
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await press('Tab', 12);
  expect(await page.locator('main :focus').count()).toBe(0);
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Đặt quy mô' }).evaluate(isFocused)).toBe(true);

  // the search from anywhere
  await press('Control+k');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await keyboard.type('sa ly');
  await page
    .getByRole('option', { name: /Xã Sa Lý/ })
    .first()
    .waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.waitForURL(/\/units\/[0-9a-f-]{36}/);
  await focused('main');
  await visitor.leave();
}, 180_000);

test('a wrong password is told in Vietnamese, and the page asked for is kept', async () => {
  const visitor = await Visitor.arrive(browser, platform.url);
  const { page } = visitor;
  await page.goto(`${platform.url}/quotas`);
  await page.fill('input[name=username]', 'huyen');
  await page.fill('input[type=password]', 'không phải mật khẩu');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/mật khẩu/i);
  await page.fill('input[type=password]', platform.password);
  await page.keyboard.press('Enter');
  await page.getByText('Được giao theo quyết định').waitFor();
  expect(new URL(page.url()).pathname).toBe('/quotas');
  await visitor.leave();
}, 60_000);

offlineJourneys(() => ({ browser, platform }));

test('the areas of the demo are the ones its history tells', () => {
  const areas = JSON.parse(readFileSync(join(platform.local, 'demo/areas.json'), 'utf8'));
  expect(areas.map(({ accounts }: { accounts: string[] }) => accounts).flat()).toContain('huyen');
});
