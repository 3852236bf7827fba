import { addDays, type PlainDate } from '@antt/kernel';
import type { DemoClient } from './client.ts';
import { mondayOf } from './people/story.ts';
import { createRandom } from './random.ts';
import { uuidOf } from './uuid.ts';

const media = [
  {
    medium: 'television',
    kind: 'feature',
    title: 'Phóng sự: Tổ bảo vệ ANTT ở cơ sở',
    outlet: 'ANTV',
  },
  {
    medium: 'newspaper',
    kind: 'article',
    title: 'Điểm tựa bình yên ở thôn, xóm',
    outlet: 'Đời sống',
  },
  { medium: 'police', kind: 'news', title: 'Tổ bảo vệ ANTT phối hợp tuần tra', outlet: '' },
] as const;
const weeks = 12;

/** What the province's media published in the last weeks, one of each now and then missing; answers how many. */
export async function loadPublications(
  client: DemoClient,
  unitId: string,
  on: PlainDate,
): Promise<number> {
  let count = 0;
  for (let back = weeks; back > 0; back -= 1) {
    const monday = addDays(mondayOf(on), -7 * back);
    for (const { title, ...one } of media) {
      const random = createRandom(`publication/${monday}/${one.medium}`);
      if (random.chance(0.12)) continue;
      const publishedOn = addDays(monday, random.int(0, 6));
      await client.post('/publications', {
        ...{
          ...one,
          id: uuidOf(monday, `publication/${one.medium}/${monday}`),
          unitId,
          publishedOn,
        },
        ...{ title: `${title} (minh họa)`, link: '', instrumentId: null },
      });
      count += 1;
    }
  }
  return count;
}
