import type { PlainDate } from '@antt/kernel';
import { beginning, merger } from './calendar.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';

/** A legal instrument of the demo; its number carries "MH" (minh họa) and is never a real one. */
export type Instrument = {
  id: string;
  number: string;
  kind: 'resolution' | 'decision';
  issuer: string;
  title: string;
  signedOn: PlainDate;
  effectiveFrom: PlainDate;
  /** The first day on which it no longer holds. */
  effectiveTo: PlainDate | null;
  replaces: string[];
  /** Those that it changes and that go on beside it. */
  amends: string[];
  /** Of each a territory has one document a day. */
  subjects: string[];
  territory: { level: 'province'; code: string; list: '2024' | '2025' };
  /** The workbook with its quotas, when it decides any. */
  annex: string | null;
};

const marked = '(số liệu minh họa)';

function instrument(
  list: '2024' | '2025',
  kind: Instrument['kind'],
  signedOn: PlainDate,
  replaces: Instrument[],
): Instrument {
  const province = list === '2024' ? 'Bắc Giang' : 'Bắc Ninh';
  const [suffix, body, title] =
    kind === 'resolution'
      ? ([
          'NQ-HĐND',
          'HĐND',
          'Quy định tiêu chí thành lập Tổ và tiêu chí số lượng thành viên',
        ] as const)
      : (['QĐ-UBND', 'UBND', 'Giao số lượng Tổ và số lượng thành viên'] as const);
  const number = `01-MH/${list}/${suffix}`;
  return {
    id: uuidOf(signedOn, number),
    number,
    kind,
    issuer: `${body} tỉnh ${province}`,
    title: `${title} Tổ bảo vệ an ninh, trật tự trên địa bàn tỉnh ${province} ${marked}`,
    signedOn,
    effectiveFrom: list === '2024' ? beginning : merger,
    effectiveTo: list === '2024' ? merger : null,
    replaces: replaces.map(({ id }) => id),
    amends: [],
    subjects: kind === 'resolution' ? ['team-criteria', 'member-criteria'] : ['quota'],
    territory: { level: 'province', code: provinceCode, list },
    annex: kind === 'decision' ? `quota-${list}.xlsx` : null,
  };
}

/** Law 30/2023/QH15 art. 14(3)–(4): the council sets the criteria, the committee the numbers. */
export function createInstruments(): Instrument[] {
  const criteria2024 = instrument('2024', 'resolution', '2024-06-21', []);
  const numbers2024 = instrument('2024', 'decision', '2024-06-28', []);
  return [
    criteria2024,
    numbers2024,
    instrument('2025', 'resolution', '2025-07-01', [criteria2024]),
    instrument('2025', 'decision', '2025-07-01', [numbers2024]),
  ];
}
