import type { DigestEntry } from '@antt/contracts';

/** What is sent outside: how much waits, since when, and where to look; nothing about anybody. */
export function noticeText(entries: readonly DigestEntry[], address: string) {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  const oldest = entries.flatMap((entry) => entry.oldest ?? []).sort()[0];
  const since = oldest ? `, việc lâu nhất từ ngày ${oldest.split('-').reverse().join('/')}` : '';
  const where = address ? ` Xem danh sách: ${address}` : '';
  return {
    subject: `ANTT cơ sở: ${count} việc chờ xử lý`,
    text: `Hôm nay có ${count} việc chờ anh/chị xử lý${since}.${where}`,
  };
}
