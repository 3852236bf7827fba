import { listLaunches, listScores } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));
beforeAll(() => answerAsker(gateway.services, { username: 'tinh', kind: () => 'real' }));

async function csv(path: string): Promise<string[]> {
  const { status, text } = await request(gateway.url)
    .get(`/api${path}`)
    .set('authorization', gateway.signIn('auditor', [randomUUID()]).authorization)
    .buffer(true);
  expect(status).toBe(200);
  return text.replace('\ufeff', '').trimEnd().split('\r\n');
}

test('the board of a round is a file with ranks, points, grades in words and breaches', async () => {
  const roundId = randomUUID();
  gateway.services.answer(listScores, ({ roundId: asked, state }) => ({
    items: [
      {
        ...{ subjectId: randomUUID(), name: 'Tổ số 1', unitId: randomUUID(), unitName: asked },
        ...{ group: 'Cụm 1', contents: [], base: 87.5, bonus: 2, penalty: 0, total: 89.5 },
        ...{ grade: 'good', lowered: true, rank: 2, rankOverall: 9, breaches: state ? 1 : 0 },
        ...{ missing: 0, disqualified: [], verified: true },
      },
    ],
    ...{ nextCursor: null, total: 1, ratified: true, revision: 1, groups: [], grades: [] },
    revokedAwards: [],
    capAllows: null,
  }));
  const [heading, row] = await csv(
    `/campaign-rounds/${roundId}/scores.csv?subject=team&sort=rank&state=breached`,
  );
  expect(heading).toBe(
    'STT,Tên,Thuộc đơn vị,Cụm thi đua,Điểm chuẩn đạt,Điểm cộng,Điểm trừ,Tổng điểm,Mức đạt,' +
      'Hạ mức do vượt tỷ lệ,Hạng trong cụm,Hạng chung,Số vi phạm chỉ tiêu không để xảy ra,' +
      'Số mục chưa có số liệu,Đã thẩm định',
  );
  expect(row).toBe(`1,Tổ số 1,${roundId},Cụm 1,87.5,2,0,89.5,Khá,Có,2,9,1,0,Có`);
});

test('launch ceremonies are a file with their kind in words and who was late', async () => {
  gateway.services.answer(listLaunches, () => ({
    items: [
      {
        ...{ unitId: randomUUID(), unitName: 'Huyện Lục Nam', heldOn: '2024-09-26' },
        ...{ manner: 'within-another' as const, note: '', daysLate: 2 },
      },
    ],
    ...{ nextCursor: null, total: 1 },
  }));
  const [heading, row] = await csv(`/campaigns/${randomUUID()}/launches.csv`);
  expect(heading).toBe('STT,Đơn vị,Ngày tổ chức,Hình thức,Số ngày chậm,Ghi chú');
  expect(row).toBe('1,Huyện Lục Nam,2024-09-26,Lồng ghép,2,');
});
