import type {
  Account,
  Claim,
  Consolidation,
  EditingClosure,
  Figure,
  Incident,
  listAreas,
  listPayrollVariance,
  PersonDetail,
  PersonRow,
  RecruitmentRow,
} from '@antt/contracts';
import { causeNames, channelNames } from '@antt/contracts/text/pay.vi';
import { addDays, type Output } from '@antt/kernel';
import { told } from './personnel-value.ts';
import { valueText } from './list-value.ts';
import type { Column, Value } from './workbook.ts';
import { day, formatMonth, fullName, moment } from './workbook-text.ts';

type Row = Record<string, unknown>;
type NamedArea = Output<typeof listAreas>['items'][number];
type Differing = Output<typeof listPayrollVariance>['items'][number];
type Night = { minutes: number };
type Pair = { people: [PersonRow, PersonRow] };

const hours = (minutes: number) => Math.round((minutes / 60) * 100) / 100;
const lines = (parts: readonly (string | null | undefined | false)[]) =>
  parts.filter(Boolean).join('; ');

/** A column with what a cell of it says of a row. */
function column<One>(heading: string, cell: (row: One) => Value, width = 22): Column<Row> {
  return { heading, width, cell: (row) => cell(row as One) };
}

/** "hạn 08/07/2025, xong 07/07/2025" */
function term(step: string, due: string, done: string | null): string {
  return `${step}: hạn ${day(due)}${done === null ? '' : `, xong ${day(done)}`}`;
}

/** Of two records side by side, each thing of both. */
const ofPair = [0, 1].flatMap((at) => {
  const n = at + 1;
  const of = (heading: string, tell: (person: PersonRow) => Value) =>
    column<Pair>(`${heading} (hồ sơ ${n})`, ({ people }) => tell(people[at]!));
  return [
    of('Họ và tên', ({ name }) => name),
    of('Ngày sinh', ({ birthDate }) => (birthDate === null ? null : { day: birthDate })),
    of('Số căn cước (đã che)', ({ citizenId }) => citizenId),
    of('Tình trạng', ({ state }) => valueText['/people.state']![state]!),
    of('Tổ', ({ team }) => team?.name ?? null),
    of('Xã, phường', ({ commune }) => commune && fullName(commune)),
  ];
});

/** A detail of a person in one line; its number as it is shown, with dots. */
function content(content: PersonDetail['content']): string {
  switch (content.kind) {
    case 'residence':
      return `${told.registrations[content.registration]}: ${content.address}`;
    case 'insurance':
      return lines([
        `${told.schemes[content.scheme]}: ${told.covers[content.cover]}`,
        content.number && `số ${content.number}`,
      ]);
    case 'bank-account':
      return `${content.bank}, số ${content.number}`;
    case 'service':
      return lines([
        `${told.forces[content.force]}, ${content.place}`,
        content.lastAllowance !== null &&
          `trợ cấp hằng tháng cuối ${content.lastAllowance.toLocaleString('vi-VN')} đ`,
        content.settlement && `chế độ: ${content.settlement}`,
      ]);
    case 'commendation':
      return lines([content.award, content.decision && `số ${content.decision}`]);
    case 'kin':
      return lines([`${content.relation}: ${content.name}`, content.phone]);
    case 'pay-channel':
      return channelNames[content.channel];
    case 'other-title':
      return lines([content.title, content.paid && 'có phụ cấp, hỗ trợ hằng tháng từ ngân sách']);
  }
}

/** "Quý III/2026" of `2026-Q3`. */
function quarter(code: string): string {
  const [year, n] = code.split('-Q') as [string, string];
  return `Quý ${['I', 'II', 'III', 'IV'][Number(n) - 1]}/${year}`;
}

const quarters = (heading: string, name: 'reported' | 'owed') =>
  column<Record<typeof name, string[]>>(heading, (row) => row[name].map(quarter).join('; '));

/** `2026-09` as offices write it, `09/2026`. */
const month = (heading: string) => [
  column<{ month: string | null }>(heading, ({ month }) => formatMonth(month), 12),
];

/** Fields that a file writes otherwise than a value under a heading, by route and field. */
export const toldColumns: Readonly<Record<string, readonly Column<Row>[]>> = {
  '/accounts.grants': [
    column<Account>(
      'Vai trò, địa bàn',
      ({ grants }) =>
        lines(
          grants.map(({ role, areaName, from, to }) => {
            const until = to === null ? '' : ` đến hết ngày ${day(addDays(to, -1))}`;
            return `${valueText['/accounts.role']![role]!}: ${areaName} (từ ${day(from)}${until})`;
          }),
        ),
      40,
    ),
  ],
  '/areas.units': [
    column<NamedArea>(
      'Gồm các đơn vị',
      ({ units, unitNames, unitKinds }) =>
        lines(
          units.map(({ unitId, from, to }) => {
            const [name, kind] = [unitNames[unitId], unitKinds[unitId]];
            // A unit that came after the names were copied is told by nothing yet.
            if (name === undefined) return null;
            const until = to === null ? '' : ` đến hết ngày ${day(addDays(to, -1))}`;
            return `${kind ? fullName({ kind, name }) : name} (từ ${day(from)}${until})`;
          }),
        ),
      60,
    ),
  ],
  '/claims.terms': [
    column<Claim>(
      'Thời hạn giải quyết',
      ({ terms }) => lines(terms.map(({ step, due, done }) => term(told.terms[step], due, done))),
      40,
    ),
  ],
  '/consolidations/decisions.groups': [
    column<Consolidation>(
      'Các Tổ sau kiện toàn',
      ({ groups }) =>
        lines(
          groups.map(({ into, ended }) => {
            const names = ended.map(({ name }) => name).join(', ');
            return names === '' ? into.name : `${into.name} (kết thúc: ${names})`;
          }),
        ),
      40,
    ),
  ],
  '/editing-closures.windows': [
    column<EditingClosure>(
      'Thời gian cho sửa',
      ({ windows }) =>
        lines(
          windows.map(
            ({ opensAt, closesAt, reason, openedBy }) =>
              `${moment(opensAt)} – ${moment(closesAt)} (${openedBy}: ${reason})`,
          ),
        ),
      40,
    ),
  ],
  '/allowance-totals.month': month('Tháng chi'),
  '/payrolls.month': month('Tháng'),
  '/payrolls/:id/lines.month': month('Chi cho tháng'),
  '/payrolls/:id/variance.parts': [
    column<Differing>(
      'Các nguyên nhân',
      ({ parts }) =>
        lines(
          parts.map(
            ({ cause, difference }) =>
              `${causeNames[cause]}: ${difference.toLocaleString('vi-VN')} đ`,
          ),
        ),
      40,
    ),
  ],
  '/people/duplicates.people': ofPair,
  '/people/duplicates.similarity': [
    column<{ similarity: number }>('Họ tên giống nhau (%)', ({ similarity }) =>
      Math.round(similarity * 100),
    ),
  ],
  '/people/:id/details.content': [
    column<PersonDetail>('Mục', ({ content: { kind } }) => told.details[kind]),
    column<PersonDetail>('Nội dung', (row) => content(row.content), 40),
  ],
  '/people/:id/details.corrections': [
    column<PersonDetail>(
      'Đã đính chính',
      ({ corrections }) =>
        lines(
          corrections.map(
            ({ at, by, reason, content: former }) =>
              `${moment(at)}, ${by}: ${reason} (trước đó: ${content(former)})`,
          ),
        ),
      40,
    ),
  ],
  '/people/:personId/comparisons.names': [
    column<{ names: (string | null)[] }>('Các hồ sơ', ({ names }) => lines(names)),
  ],
  '/people/:personId/service-years.years': [
    column<{ years: string }>('Số năm được tính', ({ years }) => Number(years), 12),
  ],
  '/recruitments.clocks': [
    column<RecruitmentRow>(
      'Thời hạn các bước',
      ({ clocks }) =>
        lines(
          clocks.map(({ step, by, dueOn, doneOn, daysLate }) => {
            const late = daysLate > 0 ? `, quá ${daysLate} ngày làm việc` : '';
            return `${term(`${told.steps[step]} (${told.bodies[by]})`, dueOn, doneOn)}${late}`;
          }),
        ),
      40,
    ),
  ],
  '/incidents.details': [
    column<Pick<Incident, 'details'>>(
      'Số liệu',
      ({ details }) =>
        lines(
          details.map(({ name, value, label }) =>
            value === true ? name : value !== false && `${name}: ${label ?? value}`,
          ),
        ),
      40,
    ),
  ],
  '/shifts.minutes': [column<Night>('Số giờ', ({ minutes }) => hours(minutes), 12)],
  '/shifts.nights': [
    column<{ nights: Night[] }>(
      'Số giờ đêm (22–6 giờ)',
      ({ nights }) => hours(nights.reduce((sum, { minutes }) => sum + minutes, 0)),
      12,
    ),
  ],
  '/shifts.holidays': [
    column<{ holidays: string[] }>('Ngày lễ', ({ holidays }) => lines(holidays.map(day))),
  ],
  '/supervisions.owed': [quarters('Quý chưa báo cáo', 'owed')],
  '/supervisions.reported': [quarters('Quý đã báo cáo', 'reported')],
  '/units.facts.figures': [
    column<{ facts?: { figures: Figure[] } | null }>(
      'Số liệu',
      ({ facts }) =>
        facts
          ? lines(
              facts.figures.map(({ kind, value, measuredOn }) => {
                const name = valueText['/units/:id/figures.kind']![kind]!;
                return `${name}: ${value.toLocaleString('vi-VN')} (${day(measuredOn)})`;
              }),
            )
          : null,
      40,
    ),
  ],
  '/village-standards.unitName': [
    column<{ unitName: string | null }>(
      'Nơi áp dụng',
      ({ unitName }) => unitName ?? 'Toàn bộ địa bàn',
    ),
  ],
};
