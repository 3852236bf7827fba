import '../../list-page.css';
import './payrolls.css';
import { PlusOutlined } from '@ant-design/icons';
import { listPayrolls, listPolicies, PayrollState } from '@antt/contracts';
import { Period, today } from '@antt/kernel';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatMonth } from '../../day.ts';
import { MonthField } from '../../field/month-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { CreatePayrollForm } from './create-payroll-form.tsx';
import { Money } from './money.tsx';
import { payrollColumns } from './payroll-columns.tsx';
import { RunTags } from './payroll-state.tsx';

/** Runs of the area, latest month first. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { search, put } = useAddress();
  const { within } = useArea();
  const mayWrite = useMay('payroll.write');
  const [creating, setCreating] = useState(false);
  const month = Period.safeParse(search.get('month')).data;
  const state = PayrollState.safeParse(search.get('state')).data;
  const filtered = Boolean(month ?? state);
  const question = { month, state, within };
  const list = usePages(listPayrolls, { ...question, limit: 500 }, { whole: true });
  const isEmpty = list.data !== undefined && list.items.length === 0;
  const policies = useAnswer(
    listPolicies,
    { on: today(), status: 'adopted', limit: 1 },
    { enabled: isEmpty && !filtered },
  );
  const nothingPays = policies.data?.items.length === 0;
  const columns = useMemo(() => payrollColumns(intl), [intl]);
  const open = (id: string) => void navigate(`/payrolls/${id}${held()}`);
  const create = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      <FormattedMessage id="payrolls.create" />
    </Button>
  );
  return (
    <div className="list-page payrolls-page">
      <PageHeader
        title={<FormattedMessage id="page.payrolls" />}
        note={<FormattedMessage id="payrolls.page-note" />}
      >
        <ExportButton route="/payrolls" question={question} />
        {create}
      </PageHeader>
      <div className="toolbar">
        <MonthField
          allowClear
          aria-label={intl.formatMessage({ id: 'payrolls.month' })}
          value={month ?? null}
          onChange={(next) => put({ month: next ?? undefined })}
        />
        <FilterChoice
          label="payrolls.state"
          value={state}
          options={PayrollState.options}
          texts="payrolls.state"
          onChange={(next) => put({ state: next })}
        />
        {!list.isPending && (
          <span className="count" aria-live="polite">
            <FormattedMessage id="payrolls.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'page.payrolls' })}
        columns={columns}
        card={{
          title: ({ month, unit }) => `${formatMonth(month)} · ${unitName(unit)}`,
          tag: (row) => <RunTags payroll={row} />,
          lines: ({ state, people, total }) =>
            state === 'draft'
              ? []
              : [
                  intl.formatMessage({ id: 'payrolls.people-count' }, { count: people }),
                  <Money key="total" amount={total} />,
                ],
        }}
        onOpen={open}
        empty={
          filtered ? (
            <EmptyState
              title={<FormattedMessage id="payrolls.none-found" />}
              action={
                <Button onClick={() => put({ month: undefined, state: undefined })}>
                  <FormattedMessage id="action.clear-filters" />
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={<FormattedMessage id={nothingPays ? 'payrolls.no-policy' : 'payrolls.none'} />}
              action={
                nothingPays ? (
                  <PlaceLink path="/policies">
                    <FormattedMessage id="payrolls.to-policies" />
                  </PlaceLink>
                ) : (
                  create
                )
              }
            >
              <FormattedMessage
                id={nothingPays ? 'payrolls.no-policy-note' : 'payrolls.none-note'}
              />
            </EmptyState>
          )
        }
      />
      {creating && (
        <CreatePayrollForm
          months={list.items.filter(({ state: at }) => at !== 'reversed').map((one) => one.month)}
          onDone={({ id }) => open(id)}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
}
