import '../../list-page.css';
import '../payrolls/payrolls.css';
import './budgets.css';
import { getBudgetComparison } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button, Select, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatMonth, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { yearsUpTo } from './budget.rules.ts';
import { ComparisonTab } from './comparison-tab.tsx';
import { FundCards } from './fund-cards.tsx';
import { RequestsTab } from './requests-tab.tsx';

const GiveForm = lazy(() => import('./give-form.tsx'));
const SpendingForm = lazy(() => import('./spending-form.tsx'));
const RequestForm = lazy(() => import('./request-form.tsx'));

type Form = 'give' | 'spend' | 'request';

/** What units were given for a year, how far it lasts, and what is asked for. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const { search, put } = useAddress();
  const { within } = useArea();
  const [form, setForm] = useState<Form | null>(null);
  const thisYear = Number(on.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = yearsUpTo(thisYear).includes(asked) ? asked : thisYear;
  const tab = search.get('tab') === 'requests' ? 'requests' : 'comparison';
  const may = { give: useMay('budget.approve'), spend: useMay('budget.write') };
  const forms: [Form, boolean][] = [
    ['give', may.give],
    ['spend', may.spend],
    ['request', may.spend],
  ];
  const close = () => setForm(null);
  return (
    <div className="totals-page budgets-page">
      <PageHeader
        title={<FormattedMessage id="budgets.title" values={{ year: String(year) }} />}
        note={<FormattedMessage id="budgets.page-note" />}
      >
        <Select
          value={year}
          aria-label={intl.formatMessage({ id: 'budgets.year' })}
          options={yearsUpTo(thisYear).map((value) => ({ value, label: String(value) }))}
          onChange={(next: number) =>
            put({ year: next === thisYear ? undefined : String(next), row: undefined })
          }
        />
        <ExportButton route="/budgets/comparison" question={{ year, within }} />
        {forms
          .filter(([, allowed]) => allowed)
          .map(([name]) => (
            <Button
              key={name}
              type={name === 'request' ? 'primary' : 'default'}
              onClick={() => setForm(name)}
            >
              <FormattedMessage id={`budgets.${name}`} />
            </Button>
          ))}
      </PageHeader>
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(next) => put({ tab: next === 'requests' ? next : undefined })}
        items={[
          {
            key: 'comparison',
            label: intl.formatMessage({ id: 'budgets.comparison' }),
            children: <Comparison year={year} within={within} />,
          },
          {
            key: 'requests',
            label: intl.formatMessage({ id: 'budgets.requests' }),
            children: <RequestsTab year={year} />,
          },
        ]}
      />
      <Suspense fallback={null}>
        {form === 'give' && <GiveForm year={year} onClose={close} />}
        {form === 'spend' && <SpendingForm year={year} onClose={close} />}
        {form === 'request' && (
          <RequestForm
            year={year}
            onDone={({ id }) => put({ tab: 'requests', request: id })}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}

type Answer = Output<typeof getBudgetComparison>;

function Comparison({ year, within }: { year: number; within: string | undefined }) {
  const list = usePages(getBudgetComparison, { year, within, limit: 500 }, { whole: true });
  // The first page tells the sums of all.
  const answer = list.data?.pages[0] as Answer | undefined;
  if (list.isError) {
    return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!answer) return <PageSkeleton />;
  const { sums, months, illustrative } = answer;
  if (sums.length === 0) {
    return (
      <EmptyState title={<FormattedMessage id="budgets.none" />}>
        <FormattedMessage id="budgets.none-note" />
      </EmptyState>
    );
  }
  const [first, last] = [months[0], months.at(-1)];
  return (
    <>
      <FundCards rows={list.items} sums={sums} illustrative={illustrative} />
      {first && last && (
        <p className="faint">
          <FormattedMessage
            id="budgets.forecast-note"
            values={{
              first: formatMonth(first),
              last: formatMonth(last),
              single: String(first === last),
            }}
          />
        </p>
      )}
      <ComparisonTab year={year} rows={list.items} sums={sums} />
    </>
  );
}
