import { listTeams } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

test('the template of a roster offers the positions and the teams of its sender to choose from', async () => {
  const commune = { id: randomUUID(), name: 'Tân Lập', kind: 'xã' };
  const team = (code: string, name: string) => ({
    ...{ id: randomUUID(), code, name, foundedOn: '2024-08-01', dissolvedOn: null },
    ...{ decisionNumber: '12/QĐ-UBND', decisionSignedOn: null, villages: [], commune },
    workplace: null,
  });
  gateway.services.answer(listTeams, ({ cursor }) => ({
    items: [cursor ? team('TO-2', 'Tổ số 2') : team('TO-1', 'Tổ số 1')],
    nextCursor: cursor ? null : 'TO-1',
    total: 2,
  }));
  const { authorization } = gateway.signIn('commune-officer', [commune.id]);
  const answer = await request(gateway.url)
    .get('/api/imports/roster-template.xlsx')
    .set({ authorization })
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.headers['content-disposition']).toContain('mau-danh-sach-thanh-vien.xlsx');
  const book = new excel.Workbook();
  await book.xlsx.load(answer.body);
  const [sheet, lists] = book.worksheets;
  const headings = (sheet!.getRow(1).values as string[]).slice(1);
  expect(headings.slice(0, 4)).toEqual(['Mã Tổ', 'Tên Tổ', 'Xã, phường', 'Chức danh']);
  expect(headings).not.toContain('valid_to');
  const offered = (cell: string) => {
    const { formulae } = sheet!.getCell(cell).dataValidation as { formulae: string[] };
    const [, column, last] = /!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/.exec(formulae[0]!)!;
    return Array.from(
      { length: Number(last) - 1 },
      (_, n) => lists!.getCell(`${column}${n + 2}`).text,
    );
  };
  expect(offered('A2')).toEqual(['TO-1', 'TO-2']);
  expect(offered('D500')).toEqual(['Tổ trưởng', 'Tổ phó', 'Tổ viên']);
});
