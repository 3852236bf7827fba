import { listUnitStandings, type UnitStanding } from '@antt/contracts';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { YearChoice } from './year-choice.tsx';

type Result = NonNullable<UnitStanding['movementClass'] | UnitStanding['safety']>;

const bad: readonly Result[] = ['average', 'weak', 'not-met'];

function ResultTag({ value }: { value: Result | null }) {
  if (value === null) return <FormattedMessage id="awards.no-result" />;
  return (
    <Tag color={bad.includes(value) ? 'error' : 'success'}>
      <FormattedMessage id={`awards.class.${value}`} />
    </Tag>
  );
}

/** Class and safety of units in a year, with the documents that say so. */
export function StandingList({ year, action }: { year: number; action: ReactNode }) {
  const intl = useIntl();
  const { within } = useArea();
  const list = usePages(listUnitStandings, { year, within, limit: 500 }, { whole: true });
  const paper = (number: string | null, on: string | null) =>
    [number, on && formatDay(on)].filter(Boolean).join(' · ');
  return (
    <>
      <div className="toolbar">
        <YearChoice year={year} />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="awards.count-standings" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'awards.view.standings' })}
        columns={columnsOf(intl, paper)}
        card={{
          title: ({ unitKind, unitName }) => `${unitKind} ${unitName}`,
          lines: (row) => [
            row.parentName,
            <span key="class">
              <FormattedMessage id="awards.column.class" /> <ResultTag value={row.movementClass} />{' '}
              {paper(row.classNumber, row.classOn)}
            </span>,
            <span key="safety">
              <FormattedMessage id="awards.column.safety" /> <ResultTag value={row.safety} />{' '}
              {paper(row.safetyNumber, row.safetyOn)}
            </span>,
          ],
        }}
        empty={
          <EmptyState
            title={<FormattedMessage id="awards.no-standings" values={{ year: String(year) }} />}
            action={action}
          >
            <FormattedMessage id="awards.no-standings-note" />
          </EmptyState>
        }
      />
    </>
  );
}

function columnsOf(
  intl: IntlShape,
  paper: (number: string | null, on: string | null) => string,
): Column<UnitStanding>[] {
  const title = (id: 'name' | 'parent' | 'class' | 'class-paper' | 'safety' | 'safety-paper') =>
    intl.formatMessage({ id: `awards.column.${id}` });
  const said = (value: Result | null) =>
    intl.formatMessage({ id: value === null ? 'awards.no-result' : `awards.class.${value}` });
  const plain = (
    id: Parameters<typeof title>[0],
    text: (row: UnitStanding) => string,
    width?: number,
  ): Column<UnitStanding> => ({
    ...{ id, title: title(id), cell: text, text, order: text },
    ...(width === undefined ? {} : { width }),
  });
  const result = (
    id: 'class' | 'safety',
    value: (row: UnitStanding) => Result | null,
  ): Column<UnitStanding> => ({
    ...plain(id, (row) => said(value(row)), 150),
    cell: (row) => <ResultTag value={value(row)} />,
  });
  return [
    plain('name', ({ unitKind, unitName }) => `${unitKind} ${unitName}`),
    plain('parent', ({ parentName }) => parentName, 200),
    result('class', ({ movementClass }) => movementClass),
    plain('class-paper', ({ classNumber, classOn }) => paper(classNumber, classOn), 240),
    result('safety', ({ safety }) => safety),
    plain('safety-paper', ({ safetyNumber, safetyOn }) => paper(safetyNumber, safetyOn), 240),
  ];
}
