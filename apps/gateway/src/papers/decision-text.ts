import type { getDraft, QuotaDraftRow } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { figure, fullUnit, longDay, unsignedDay } from '@antt/paper';

export type Draft = Output<typeof getDraft>;

export type Sums = Record<
  'villages' | 'teams' | 'members' | 'leaders' | 'deputies' | 'ordinary',
  number | null
>;

export const columns = ['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary'] as const;

export function sumsOf(rows: readonly QuotaDraftRow[]): Sums {
  const total = (name: keyof Sums) => {
    const known = rows.map((row) => row[name]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  return Object.fromEntries(columns.map((name) => [name, total(name)])) as Sums;
}

/** Communes that the decision speaks of. */
export const enteredLines = (draft: Draft) =>
  draft.lines.filter(({ teams, members }) => teams !== null || members !== null);

/** Communes under the unit above them, in the list's order; one group alone needs no heading. */
export function groupsOf(rows: readonly QuotaDraftRow[]) {
  const groups = new Map<string, { name: string; rows: QuotaDraftRow[] }>();
  for (const row of rows) {
    const key = row.parent?.id ?? '';
    const group = groups.get(key) ?? { name: row.parent ? fullUnit(row.parent) : '', rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** An issuer as a heading has it: what it is on one line, of which place on the next. */
function issuerLines(issuer: string): string[] {
  const [, kind, place] = /^(ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (.+)$/u.exec(issuer) ?? [];
  return kind && place ? [kind, place] : [issuer];
}

const kinds: Record<Draft['changes'][number]['kind'], string> = {
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  plan: 'Kế hoạch',
  submission: 'Tờ trình',
  law: 'Luật',
  decree: 'Nghị định',
  circular: 'Thông tư',
};

/** A document as another one cites it: number, day, issuer and what it is about (Decree 30/2020/NĐ-CP, App. I). */
function cited({ kind, number, signedOn, issuer, title }: Draft['changes'][number]): string {
  const [first = '', second = ''] = title;
  // "ANTT …" stays as it is written.
  const lower = second === second.toLowerCase() ? first.toLowerCase() + title.slice(1) : title;
  const about = /^(về|quy định|ban hành)\s/iu.test(title) ? lower : `về việc ${lower}`;
  return `${kinds[kind]} số ${number} ${longDay(signedOn)} của ${issuer} ${about}`;
}

/** What the decision ends, document by document: as a whole, or what it gave the communes of the annex. */
function ending({ changes, effectiveFrom }: Draft): string {
  const whole = changes.filter(({ replaced }) => replaced).map(cited);
  const partly = changes.filter(({ replaced }) => !replaced).map(cited);
  return [
    ` Quyết định này có hiệu lực từ ${longDay(effectiveFrom)}.`,
    whole.length > 0 && ` Quyết định này thay thế ${whole.join('; ')}.`,
    partly.length > 0 &&
      ` Số lượng giao cho các đơn vị nêu tại Phụ lục theo ${partly.join('; ')} hết hiệu lực từ ngày này.`,
  ]
    .filter(Boolean)
    .join('');
}

/** How a line is divided below the commune, a row for each village or team it names. */
export function divisionOf({ parts }: QuotaDraftRow, { places }: Draft) {
  const shares = new Map<string, QuotaDraftRow['parts']>();
  for (const part of parts) {
    const key = `${part.villageId}/${part.teamId}`;
    shares.set(key, [...(shares.get(key) ?? []), part]);
  }
  const named = new Map(
    places.map(({ id, kind, name }) => [id, kind ? fullUnit({ kind, name }) : name]),
  );
  return [...shares.values()].map((own) => {
    const { villageId, teamId } = own[0]!;
    const sum = (some: QuotaDraftRow['parts']) =>
      some.length === 0 ? null : some.reduce((all, { members }) => all + members, 0);
    const at = (position: string) => sum(own.filter((part) => part.position === position));
    const names = [teamId, villageId].map((id) => id && named.get(id)).filter(Boolean);
    return {
      name: names.join(', ') || 'Chung toàn đơn vị',
      figures: {
        villages: null,
        teams: null,
        members: sum(own),
        leaders: at('leader'),
        deputies: at('deputy'),
        ordinary: at('ordinary'),
      } satisfies Sums,
    };
  });
}

/** What the paper says, in the order of Decree 30/2020/NĐ-CP. */
export function decisionText(draft: Draft) {
  const sums = sumsOf(enteredLines(draft));
  const unit = `${draft.unitKind} ${draft.unitName}`;
  const place = draft.place || draft.unitName;
  return {
    issuer: issuerLines(draft.issuer.toUpperCase()),
    number: `Số: ${draft.number ?? '……/QĐ-UBND'}`,
    placeAndDay: `${place}, ${draft.signedOn ? longDay(draft.signedOn) : unsignedDay}`,
    title: 'QUYẾT ĐỊNH',
    about: draft.title,
    body: draft.issuer.toUpperCase(),
    basis: draft.basis.map((line, n) => {
      const text = line.replace(/[;.,\s]+$/u, '');
      return `${/^(căn cứ|theo|xét)/iu.test(text) ? text : `Căn cứ ${text}`}${n === draft.basis.length - 1 ? '.' : ';'}`;
    }),
    articles: [
      [
        'Điều 1.',
        ` Giao số lượng Tổ bảo vệ an ninh, trật tự và số lượng thành viên Tổ bảo vệ an ninh, trật tự cho các xã, phường, đặc khu trên địa bàn ${unit}: ${figure(sums.teams)} Tổ với ${figure(sums.members)} thành viên (có Phụ lục kèm theo).`,
      ],
      [
        'Điều 2.',
        ` Căn cứ số lượng được giao tại Điều 1, Chủ tịch Ủy ban nhân dân cấp xã quyết định thành lập Tổ bảo vệ an ninh, trật tự và công nhận thành viên theo quy định của Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở.`,
      ],
      ['Điều 3.', ending(draft)],
      [
        'Điều 4.',
        ` Chánh Văn phòng Ủy ban nhân dân ${unit}, Giám đốc Công an ${unit}, Thủ trưởng các sở, ngành có liên quan và Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu chịu trách nhiệm thi hành Quyết định này./.`,
      ],
    ] as [string, string][],
    recipients: draft.recipients.length > 0 ? draft.recipients : ['Như Điều 4', 'Lưu: VT'],
    onBehalf: `TM. ${issuerLines(draft.issuer.toUpperCase())[0]}`,
    signerTitle: (draft.signerTitle || 'Chủ tịch').toUpperCase(),
    signerName: draft.signerName,
    annex: 'PHỤ LỤC',
    annexTitle:
      'SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN GIAO CHO CÁC XÃ, PHƯỜNG, ĐẶC KHU',
    annexOf: `(Kèm theo Quyết định số ${draft.number ?? '……/QĐ-UBND'} ${
      draft.signedOn ? longDay(draft.signedOn) : unsignedDay
    } của ${draft.issuer})`,
    headings: [
      'STT',
      'Đơn vị hành chính',
      'Số thôn, tổ dân phố',
      'Số Tổ',
      'Tổng số thành viên',
      'Tổ trưởng',
      'Tổ phó',
      'Tổ viên',
      'Ghi chú',
    ],
    total: 'Tổng cộng',
    draftMark: 'DỰ THẢO',
    illustrative: 'Số liệu minh họa, không phải văn bản thật',
  };
}
