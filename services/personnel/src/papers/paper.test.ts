import {
  getPerson,
  keepPaperTemplate,
  listPaperTemplates,
  makePaper,
  openPaperTemplate,
  type FormKind,
  PaperKind,
  proposeCessation,
} from '@antt/contracts';
import { checkedTemplate, line, tagsOf, wordFile } from '@antt/paper';
import { readArchive } from '@antt/reading/archive';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recruiting } from '../recruitments/test-recruitment.ts';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, place, member } = territory(service);
const { listed, take, meeting, proposed } = recruiting(service);

/** What a paper reads as, without its make-up. */
async function textOf(paper: Uint8Array): Promise<string> {
  const parts = await readArchive(paper, (name) => name === 'word/document.xml');
  const xml = new TextDecoder().decode(parts.get('word/document.xml'));
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

async function paper(kind: FormKind, of: string, on = '2026-04-01', asker = service.administrator) {
  const { file } = await service.call(makePaper, { kind, of, on }, asker);
  return textOf(await service.files.read(file));
}

async function keep(
  kind: PaperKind,
  unitId: string,
  bytes: Uint8Array,
  { validFrom = '2026-01-01', asker = service.administrator } = {},
) {
  const file = await service.files.put('mau.docx', new Blob([bytes as BlobPart]).stream(), 1e9);
  const source = 'Công văn 15/CAT-PV01';
  const command = { id: randomUUID(), kind, unitId, validFrom, source, file };
  return service.call(keepPaperTemplate, command, asker);
}

const written = (text: string) => wordFile('mau', [{ children: [line(text)] }]);

test('each delivered form names only tags that its kind fills', async () => {
  const { tags } = await service.call(listPaperTemplates, {});
  for (const kind of PaperKind.options) {
    const { file } = await service.call(openPaperTemplate, { kind, on: '2026-04-01' });
    const known = tags[kind]!.flatMap(({ tag, rows = [] }) => [tag, ...rows]);
    const used = tagsOf(await checkedTemplate(await service.files.read(file)));
    expect({ kind, unknown: used.filter((tag) => !known.includes(tag)) }).toEqual({
      kind,
      unknown: [],
    });
    expect(used.length).toBeGreaterThan(2);
  }
});

test('the minutes carry the council, the votes and who passed, and what is open stays as dots', async () => {
  const province = await unit('province', 'Bắc Giang');
  const { communeId } = await place(10, province);
  const { id, candidates } = await listed(communeId, 2, { places: 1 });
  const before = await paper('selection-minutes', id);
  expect(before).toContain('ỦY BAN NHÂN DÂN XÃ TÂN LẬP');
  expect(before).toContain('Chủ trì: ……………. Thư ký: …………….');
  await take(id, meeting({ [candidates[0]!.id]: 8, [candidates[1]!.id]: 3 }));
  await take(id, { step: 'minutes-signed', on: '2026-03-24', chosen: [], reason: '' });
  const after = await paper('selection-minutes', id);
  expect(after).toContain('Vào ngày 24 tháng 3 năm 2026');
  expect(after).toContain('Số thành viên có mặt: 08');
  expect(after).toContain('Chủ trì: Nguyễn Văn Chủ. Thư ký: Trần Thị Thư.');
  expect(after).toContain('biểu quyết giơ tay');
  expect(after).toContain('Ban công tác Mặt trận');
  expect(after.match(/Trúng tuyển/g)).toHaveLength(1);
  expect(after.match(/Không đạt/g)).toHaveLength(1);
});

test('the lists name who was selected with the team, and leaders only where there are some', async () => {
  const here = await place();
  const { id } = await proposed(here, 2);
  const members = await paper('member-list', id);
  expect(members.match(/Nguyễn Văn An/g)).toHaveLength(2);
  expect(members).toContain('20/05/1985');
  expect(members).toContain('Tổ bảo vệ ANTT');
  expect(await paper('leader-list', id)).not.toContain('Nguyễn Văn An');
  expect(await paper('recognition-decision', id)).toContain('Công nhận 02 người có tên sau');
});

test('no paper tells a citizen ID', async () => {
  const { communeId } = await place();
  const { candidates } = await listed(communeId, 1);
  const form = await paper('application', candidates[0]!.id);
  expect(form).toContain('NGUYỄN VĂN AN');
  const { citizenId } = await service.call(getPerson, {
    id: candidates[0]!.personId,
    on: '2026-04-01',
  });
  expect(form).not.toContain(citizenId!.slice(-4));
  expect(form).not.toMatch(/\d{12}/);
});

test('a cessation gives its report and its decision', async () => {
  const { communeId, teamId } = await place();
  const { id: postingId } = (await member({ communeId, teamId })).posting;
  const id = randomUUID();
  await service.call(proposeCessation, {
    id,
    postingId,
    ground: 'resignation',
    conduct: null,
    letterOn: '2026-03-02',
    proposedOn: '2026-03-04',
    villageHead: 'Lê Văn Thôn',
    frontHead: 'Phạm Thị Mặt',
    basis: null,
    note: '',
    accept: [],
    reason: '',
    dryRun: false,
  });
  const report = await paper('cessation-report', id);
  expect(report).toContain('Ngày 04/03/2026');
  expect(report).toContain('Lê Văn Thôn');
  expect(report).toContain('có đơn xin thôi tham gia');
  expect(await paper('cessation-decision', id)).toContain('thôi tham gia lực lượng từ ngày ……………');
});

test('founding and dissolving name the team with its villages', async () => {
  const { teamId } = await place();
  const founding = await paper('founding-decision', teamId);
  expect(founding).toContain('Thành lập 01 Tổ');
  expect(founding).toContain('Thôn Trung');
  expect(await paper('dissolution-decision', teamId)).toContain('Giải thể 01 Tổ');
});

test("a province's own wording takes the place of the delivered one from its day on, for its communes alone", async () => {
  const province = await unit('province', 'Bắc Giang');
  const elsewhere = await place();
  const here = await place(10, province);
  await keep('founding-decision', province, await written('Mẫu riêng: {XÃ} có {số tổ} Tổ'));
  expect(await paper('founding-decision', here.teamId)).toContain('Mẫu riêng: xã Tân Lập có 01 Tổ');
  expect(await paper('founding-decision', here.teamId, '2025-12-31')).not.toContain('Mẫu riêng');
  expect(await paper('founding-decision', elsewhere.teamId)).not.toContain('Mẫu riêng');
  await keep('founding-decision', province, await written('Mẫu mới'), { validFrom: '2026-06-01' });
  expect(await paper('founding-decision', here.teamId, '2026-05-31')).toContain('Mẫu riêng');
  expect(await paper('founding-decision', here.teamId, '2026-06-01')).toContain('Mẫu mới');
});

test('a template that nothing fills, that is not closed or that is no Word file is refused by name', async () => {
  const province = await unit('province', 'Bắc Giang');
  await expect(keep('ballot', province, await written('{số căn cước}'))).rejects.toMatchObject({
    type: 'paper-template-tags-unknown',
    body: { tags: ['số căn cước'] },
  });
  await expect(keep('ballot', province, await written('{#tổ} {tên tổ}'))).rejects.toMatchObject({
    type: 'paper-template-tags-open',
    body: { tags: ['tổ'] },
  });
  const text = new TextEncoder().encode('no zip');
  await expect(keep('ballot', province, text)).rejects.toMatchObject({
    type: 'paper-template-unreadable',
  });
  const { items } = await service.call(listPaperTemplates, { within: province });
  expect(items).toEqual([]);
});

test('papers and wordings of another area are not for who works elsewhere', async () => {
  const here = await place();
  const other = await place();
  const officer = someone('commune-officer', [other.communeId]);
  const { id } = await listed(here.communeId, 1);
  await expect(paper('ballot', id, '2026-04-01', officer)).rejects.toMatchObject({
    type: 'recruitment-not-found',
  });
  await expect(
    paper('founding-decision', here.teamId, '2026-04-01', officer),
  ).rejects.toMatchObject({ type: 'team-not-found' });
  await expect(
    keep('ballot', here.communeId, await written('Phiếu'), { asker: officer }),
  ).rejects.toMatchObject({ type: 'not-allowed' });
});

test('a leader of a team gets no paper of a recruitment', async () => {
  const here = await place();
  const leader = someone('team-leader', [here.communeId]);
  const { id } = await listed(here.communeId, 1);
  await expect(paper('ballot', id, '2026-04-01', leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
});
