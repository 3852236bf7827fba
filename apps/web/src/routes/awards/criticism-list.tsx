import { type Criticism, listCriticisms } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { subjectIn } from './award-text.ts';
import { YearChoice } from './year-choice.tsx';

const paper = ({ number, decidedOn }: Criticism) => `${number} · ${formatDay(decidedOn)}`;

/** Who was criticised in a year, by whom and by which document. */
export function CriticismList({ year, action }: { year: number; action: ReactNode }) {
  const intl = useIntl();
  const { within } = useArea();
  const list = usePages(
    listCriticisms,
    { within, from: `${year}-01-01`, to: `${year}-12-31`, limit: 500 },
    { whole: true },
  );
  return (
    <>
      <div className="toolbar">
        <YearChoice year={year} />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="awards.count-criticisms" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'awards.view.criticisms' })}
        columns={columnsOf(intl)}
        card={{
          title: (row) => subjectIn(intl, row),
          lines: (row) => [
            row.reason,
            intl.formatMessage({ id: `awards.authority.${row.authority}` }),
            [row.unitName, paper(row)].join(' · '),
          ],
        }}
        empty={
          <EmptyState
            title={<FormattedMessage id="awards.no-criticisms" values={{ year: String(year) }} />}
            action={action}
          >
            <FormattedMessage id="awards.no-criticisms-note" />
          </EmptyState>
        }
      />
    </>
  );
}

function columnsOf(intl: IntlShape): Column<Criticism>[] {
  const plain = (
    id: 'subject' | 'unit' | 'authority' | 'document' | 'reason',
    text: (row: Criticism) => string,
    width?: number,
  ): Column<Criticism> => ({
    ...{ id, title: intl.formatMessage({ id: `awards.column.${id}` }), cell: text, text },
    ...(width === undefined ? {} : { width }),
  });
  return [
    plain('subject', (row) => subjectIn(intl, row), 260),
    plain('unit', ({ unitName }) => unitName, 180),
    plain(
      'authority',
      ({ authority }) => intl.formatMessage({ id: `awards.authority.${authority}` }),
      200,
    ),
    plain('document', paper, 220),
    plain('reason', ({ reason }) => reason),
  ];
}
