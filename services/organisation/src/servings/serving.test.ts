import { compareServings, countPostings, listPostingCopies } from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { eventually, StandIn, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';

const service = useService(organisation);

test('postings of a personnel that comes up later than organisation are taken once it is there', async () => {
  const posting = {
    ...{ id: randomUUID(), personId: randomUUID(), teamId: randomUUID(), version: 1, gone: false },
    ...{ position: 'leader' as const, validFrom: '2024-08-01', validTo: null },
  };
  const connection = await connectBus(service.bus.url, 'personnel');
  try {
    const personnel = new StandIn(connection);
    personnel.answer(countPostings, () => ({ postings: 1, versions: 1 }));
    personnel.answer(listPostingCopies, ({ after }) => ({ postings: after ? [] : [posting] }));
    const { copy } = await eventually(async () => {
      const counts = await service.call(compareServings, {});
      return counts.agree ? counts : null;
    });
    expect(copy).toBe(1);
  } finally {
    await connection.close();
  }
});
