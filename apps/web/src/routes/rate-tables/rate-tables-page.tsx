import '../../list-page.css';
import './rate-tables.css';
import { listRateTables, RateTableName, rateTables } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { keyName, tableName } from '../policies/value-words.ts';
import { rateWords } from './rate-words.ts';

const RateForm = lazy(() => import('./rate-form.tsx'));

type Value = Output<typeof listRateTables>['items'][number];

/** Values from outside that policies multiply by, as of the day, with all that were there before. */
export function Component() {
  const { on } = useDay();
  const mayWrite = useMay('policy.write');
  const [table, setTable] = useState<RateTableName | null>(null);
  const answer = useAnswer(listRateTables, {}, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { items } = answer.data;
  return (
    <>
      <PageHeader
        title={<FormattedMessage id="policies.rates.title" />}
        note={<FormattedMessage id="policies.rates.note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/rate-tables" question={{}} />
      </PageHeader>
      <div className="rate-tables">
        {RateTableName.options.map((one) => (
          <OneTable
            key={one}
            table={one}
            values={items.filter((value) => value.table === one)}
            onSet={mayWrite ? () => setTable(one) : undefined}
          />
        ))}
      </div>
      <Suspense>
        {table && <RateForm table={table} on={on} onClose={() => setTable(null)} />}
      </Suspense>
    </>
  );
}

type TableProps = {
  table: RateTableName;
  values: readonly Value[];
  onSet: (() => void) | undefined;
};

function OneTable({ table, values, onSet }: TableProps) {
  const intl = useIntl();
  const { on } = useDay();
  const holds = ({ validFrom, validTo }: Value) =>
    validFrom <= on && (validTo === null || on < validTo);
  const now = values.filter(holds);
  const rest = values.filter((value) => !holds(value));
  const { keys, basis } = rateTables[table];
  const missing = keys.filter((key) => !now.some((value) => value.key === key));
  return (
    <section aria-labelledby={`table-${table}`}>
      <header>
        <div>
          <h2 id={`table-${table}`}>{tableName(intl, table)}</h2>
          <p className="faint">
            <FormattedMessage id={`policies.rates.about.${table}`} />
            <span lang="en"> {intl.locale === 'vi' ? '' : `(${basis})`}</span>
          </p>
        </div>
        {onSet && (
          <Button
            aria-label={intl.formatMessage(
              { id: 'policies.rates.set-of' },
              { table: tableName(intl, table) },
            )}
            onClick={onSet}
          >
            <FormattedMessage id="policies.rates.set" />
          </Button>
        )}
      </header>
      {now.length === 0 ? (
        <p className="due">
          <FormattedMessage id="policies.rates.none" values={{ day: formatDay(on) }} />
        </p>
      ) : (
        <Values values={now} />
      )}
      {now.length > 0 && missing.length > 0 && (
        <p className="due">
          <FormattedMessage
            id="policies.rates.missing"
            values={{ keys: missing.map((key) => keyName(intl, table, key)).join(', ') }}
          />
        </p>
      )}
      {rest.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="policies.rates.history" values={{ count: rest.length }} />
          </summary>
          <Values values={rest} />
        </details>
      )}
    </section>
  );
}

function Values({ values }: { values: readonly Value[] }) {
  const intl = useIntl();
  const columns = ['for', 'value', 'days', 'source'] as const;
  const title = (id: (typeof columns)[number]) =>
    intl.formatMessage({ id: `policies.rates.column.${id}` });
  return (
    <table className="rate-values">
      <thead>
        <tr>
          {columns.map((id) => (
            <th key={id} scope="col" className={id}>
              {title(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((one) => (
          <tr key={one.id}>
            <td data-title={title('for')}>
              {[one.key && keyName(intl, one.table, one.key), one.unitName]
                .filter(Boolean)
                .join(', ') || <FormattedMessage id="policies.rates.everywhere" />}
            </td>
            <td className="value tabular" data-title={title('value')}>
              {rateWords(intl, one)}
            </td>
            <td className="days tabular" data-title={title('days')}>
              <FormattedMessage
                id={one.validTo ? 'policies.from-to' : 'policies.from'}
                values={{
                  from: formatDay(one.validFrom),
                  to: one.validTo && formatLastDay(one.validTo),
                }}
              />
            </td>
            <td data-title={title('source')}>{one.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
