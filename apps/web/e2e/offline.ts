import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { fillIn, Phone, takenAlong } from './phone.ts';

type Platform = { url: string; password: string };
type Row = { periodId: string; senderId: string; state: string; name: string };
type Report = { version: number; versions: { id: string; sentBy: string }[] };

/** The same questions that the pages ask, by an account. */
async function asker({ url, password }: Platform, username: string) {
  const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'antt' };
  const answer = await fetch(`${url}/api/sessions`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ username, password }) },
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const get = async <T>(path: string) => {
    const told = await fetch(`${url}/api${path}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(told.status).toBe(200);
    return (await told.json()) as T;
  };
  return { get, accessToken };
}

/** Reports of the running period that the leader owes and nobody has begun. */
async function owed(platform: Platform): Promise<Row[]> {
  const { get } = await asker(platform, 'to');
  const me = await get<{ areas: { unitIds: string[] }[] }>('/me');
  const within = me.areas[0]!.unitIds[0]!;
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  type Period = { id: string; kindCode: string; from: string; to: string };
  const periods = await get<{ items: Period[] }>(`/reporting-periods?within=${within}&limit=200`);
  const running = periods.items.find(
    ({ kindCode, from, to }) => kindCode === 'LL-01' && from <= today && today <= to,
  );
  const rows = await get<{ items: Row[] }>(`/reports?periodId=${running!.id}&sender=team`);
  return rows.items.filter(({ state }) => state === 'missing');
}

const reportAt = ({ periodId, senderId }: Row) => `/reports/${periodId}/${senderId}`;

async function versionsOf(platform: Platform, row: Row): Promise<Report['versions']> {
  const { get } = await asker(platform, 'xa');
  return (await get<Report>(reportAt(row))).versions;
}

async function arrived(platform: Platform, row: Row) {
  for (let n = 0; n < 40; n += 1) {
    const versions = await versionsOf(platform, row);
    if (versions.length > 0) return versions;
    await new Promise((go) => setTimeout(go, 500));
  }
  return [];
}

/** What happens to a report where the network is cut; on the platform that the other journeys run on. */
export function offlineJourneys(given: () => { browser: Browser; platform: Platform }): void {
  /** A leader's phone with everything on it, and a report to write. */
  async function prepared(at: number) {
    const { browser, platform } = given();
    const row = (await owed(platform))[at]!;
    const phone = await Phone.of(browser, platform.url);
    const page = await phone.open(reportAt(row));
    await phone.signIn(page, 'to', platform.password);
    await page.locator('form.report-form').waitFor();
    await takenAlong(page, row.periodId);
    return { platform, phone, page, row };
  }

  test('a report written without a network outlives the closed browser, and is sent once when there is one', async () => {
    const { platform, phone, page, row } = await prepared(0);
    await phone.away();
    await page.reload();
    await page.getByText('Ngoại tuyến').waitFor();
    await page.getByText(/danh mục lưu lúc/).waitFor();
    await fillIn(page);
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText(/Chờ gửi từ/).waitFor();
    await page.close();

    const again = await phone.open('/outbox');
    await again.getByText(row.name).waitFor();
    await again.getByText('1 chờ gửi').waitFor();
    expect(await versionsOf(platform, row)).toEqual([]);
    await phone.back();
    await again.getByText('Không có phiếu nào chờ gửi').waitFor({ timeout: 60_000 });
    expect(await arrived(platform, row)).toHaveLength(1);
    expect(await phone.settled()).toHaveLength(1);
    await again.goto(platform.url + reportAt(row));
    await again.getByText('Đã gửi').first().waitFor();
    await phone.leave();
  }, 240_000);

  test('a session that ends takes nothing away: it is asked for when sending, and the writer sends', async () => {
    const { platform, phone, page, row } = await prepared(1);
    await phone.away();
    await fillIn(page);
    await phone.endSession();
    await page.reload();
    await page.locator('form.report-form').waitFor();
    await phone.back();
    await page.getByText(/Phiên làm việc đã hết hạn/).waitFor({ timeout: 60_000 });
    // Still written on, on the page it was begun.
    expect(
      await page.locator('form.report-form input[inputmode=decimal]').first().inputValue(),
    ).toBe('0');
    await fillIn(page);
    // Whoever has no account any more takes along what was written.
    const list = await phone.open('/outbox');
    const downloaded = list.waitForEvent('download');
    await list.getByRole('button', { name: 'Xuất tệp dữ liệu' }).click();
    const exported = readFileSync((await (await downloaded).path())!, 'utf8');
    expect(JSON.parse(exported)).toMatchObject({ username: 'to', items: [{ title: row.name }] });
    await list.close();

    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByRole('dialog').waitFor();
    expect(phone.sent).toEqual([]);
    await phone.signIn(page, 'to', platform.password);
    const versions = await arrived(platform, row);
    expect(versions).toMatchObject([{ sentBy: 'to' }]);
    expect(await phone.settled()).toEqual([versions[0]!.id]);
    await phone.leave();
  }, 240_000);

  test('what one account wrote is not sent by another on the same phone, which is told that it waits', async () => {
    const { platform, phone, page, row } = await prepared(2);
    await phone.away();
    await fillIn(page);
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText(/Chờ gửi từ/).waitFor();
    await phone.endSession();
    await page.close();
    await phone.back();

    const page2 = await phone.open('/units');
    await phone.signIn(page2, 'xa', platform.password);
    await page2.getByText('1 phiếu của tài khoản khác chờ gửi').waitFor();
    await page2.goto(`${platform.url}/outbox`);
    await page2.getByText('Không có phiếu nào chờ gửi').waitFor();
    expect(await page2.getByText(row.name).count()).toBe(0);
    await page2.waitForTimeout(2_000);
    expect([phone.sent, await versionsOf(platform, row)]).toEqual([[], []]);

    await phone.endSession();
    await page2.goto(`${platform.url}/units`);
    await phone.signIn(page2, 'to', platform.password);
    expect(await arrived(platform, row)).toMatchObject([{ sentBy: 'to' }]);
    await phone.leave();
  }, 240_000);

  test('of two open pages one sends', async () => {
    const { platform, phone, page, row } = await prepared(3);
    const other = await phone.open('/outbox');
    await other.getByText('Không có phiếu nào chờ gửi').waitFor();
    await phone.away();
    await fillIn(page);
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText(/Chờ gửi từ/).waitFor();
    await other.getByText(row.name).waitFor();
    await phone.back();
    await other.getByText('Không có phiếu nào chờ gửi').waitFor({ timeout: 60_000 });
    const versions = await arrived(platform, row);
    expect(versions).toHaveLength(1);
    expect(await phone.settled()).toEqual([versions[0]!.id]);
    await phone.leave();
  }, 240_000);
}
