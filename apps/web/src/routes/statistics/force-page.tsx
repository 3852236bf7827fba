import '../../list-page.css';
import './force.css';
import { getForceStatistics } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { type Sort, sorted } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { useAddress } from '../coverage/use-address.ts';
import { ForceBars } from './force-bars.tsx';
import { forceColumns, hiddenAtFirst, hiddenOnPhones } from './force-columns.tsx';

/** The force by commune on the last day of a window, and who came and left in it. */
export function Component() {
  const intl = useIntl();
  const { within } = useArea();
  const narrow = useNarrow();
  const { dayOf, set } = useAddress();
  const question = { from: dayOf('from'), to: dayOf('to'), within };
  const { data, isPending, isError, error, refetch } = useAnswer(getForceStatistics, question, {
    keep: true,
  });
  const [sort, setSort] = useState<Sort>({ column: '', down: false });
  const columns = useMemo(() => forceColumns(intl, data?.total), [intl, data?.total]);
  const atFirst = narrow ? [...hiddenOnPhones] : hiddenAtFirst;
  const { shown, hidden, hide } = useColumnChoice('force-statistics', columns, atFirst);
  const field = (end: 'from' | 'to', value: PlainDate | undefined) => (
    <label className="end-day">
      <span>
        <FormattedMessage id={`force.${end}`} />
      </span>
      <DayField
        allowClear={false}
        aria-label={intl.formatMessage({ id: `force.${end}` })}
        value={value}
        onChange={(day) => set(end, day)}
      />
    </label>
  );
  return (
    <div className="list-page force-page">
      <PageHeader
        title={<FormattedMessage id="page.force" />}
        note={
          data && (
            <FormattedMessage
              id="force.note"
              values={{ from: formatDay(data.from), to: formatDay(data.to) }}
            />
          )
        }
      >
        <ExportButton route="/force-statistics" question={question} />
      </PageHeader>
      <div className="toolbar">
        {field('from', question.from ?? data?.from)}
        {field('to', question.to ?? data?.to)}
        {data && (
          <span className="count">
            <FormattedNumber value={data.total.active} /> <FormattedMessage id="force.serve" />
          </span>
        )}
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
      </div>
      {isError && <ProblemPanel problem={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <PageSkeleton />
      ) : (
        data && (
          <>
            <ForceBars total={data.total} />
            <div className="list">
              <Sheet
                label={intl.formatMessage({ id: 'page.force' })}
                columns={shown}
                rows={sorted(data.items, columns, sort)}
                idOf={({ unit }) => unit.id}
                sort={sort}
                onSort={setSort}
                empty={<EmptyState title={<FormattedMessage id="force.none" />} />}
              />
            </div>
          </>
        )
      )}
    </div>
  );
}
