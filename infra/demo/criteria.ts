import { CriteriaDocument } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { Instrument } from './instrument.ts';
import { uuidOf } from './uuid.ts';

export type DemoCriteria = {
  id: string;
  instrumentId: string;
  validFrom: PlainDate;
  document: CriteriaDocument;
};

/**
 * Bắc Giang's own resolution is not published: these criteria are invented and say so. They follow what the
 * demo's teams were planned by, with a class more for the larger villages that the reform of 2026 makes.
 */
const document = CriteriaDocument.parse({
  name: 'Tiêu chí thành lập Tổ và số thành viên Tổ bảo vệ an ninh, trật tự (minh họa)',
  note: 'Tiêu chí minh họa, không phải nghị quyết của HĐND tỉnh Bắc Giang hay Bắc Ninh.',
  certainty: 'illustrative',
  sources: [{ title: 'Số liệu minh họa', certainty: 'illustrative' }],
  members: [
    {
      name: 'Thôn, tổ dân phố theo số hộ',
      article: 'Điều 3 (minh họa)',
      metric: 'households',
      classes: [
        { to: 350, value: { binding: 'exact', members: 3 } },
        { from: 350, to: 500, value: { binding: 'exact', members: 4 } },
        { from: 500, value: { binding: 'exact', members: 5 } },
      ],
    },
  ],
});

/** The same criteria under each resolution of the demo, from its first day. */
export function createCriteria(instruments: readonly Instrument[]): DemoCriteria[] {
  return instruments
    .filter(({ kind, title }) => kind === 'resolution' && title.includes('tiêu chí thành lập'))
    .map(({ id, number, effectiveFrom }) => ({
      id: uuidOf(effectiveFrom, `criteria/${number}`),
      instrumentId: id,
      validFrom: effectiveFrom,
      document,
    }));
}
