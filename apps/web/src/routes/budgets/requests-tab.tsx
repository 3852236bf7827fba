import { type BudgetRequest, BudgetRequestState, listBudgetRequests } from '@antt/contracts';
import {} from 'antd';
import { useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { rowsOf } from '../payrolls/list-height.ts';
import { Money } from '../payrolls/money.tsx';
import { RequestPanel, RequestStateTag } from './request-panel.tsx';

/** Requests of the year and area, latest first. */
export function RequestsTab({ year }: { year: number }) {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { within } = useArea();
  const state = BudgetRequestState.safeParse(search.get('state')).data;
  const question = { year, state, within };
  const list = usePages(listBudgetRequests, { ...question, limit: 200 }, { whole: true });
  const columns = useMemo(() => requestColumns(intl), [intl]);
  const id = search.get('request');
  return (
    <>
      <div className="toolbar">
        <FilterChoice
          label="budgets.state"
          value={state}
          options={BudgetRequestState.options}
          texts="budgets.state"
          onChange={(next) => put({ state: next })}
        />
        <ExportButton route="/budget-requests" question={question} />
      </div>
      <div style={rowsOf(list.items)}>
        <Listed
          list={list}
          label={intl.formatMessage({ id: 'budgets.requests' })}
          columns={columns}
          card={{
            title: ({ title }) => title,
            tag: (row) => <RequestStateTag state={row.state} />,
            lines: ({ unit, fund, requested, approved }) => [
              `${unitName(unit)} · ${intl.formatMessage({ id: `budgets.fund.${fund}` })}`,
              <Money key="money" amount={approved ?? requested} />,
            ],
          }}
          onOpen={(one) => put({ request: one })}
          empty={
            <EmptyState title={<FormattedMessage id="budgets.no-requests" />}>
              <FormattedMessage id="budgets.no-requests-note" />
            </EmptyState>
          }
        />
      </div>
      {id && <RequestPanel id={id} onClose={() => put({ request: undefined })} />}
    </>
  );
}

function requestColumns(intl: IntlShape): Column<BudgetRequest>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const amount = (name: 'requested' | 'appraised' | 'approved' | 'allocated') => ({
    id: name,
    title: title(`budgets.of.${name}`),
    align: 'end' as const,
    width: 140,
    cell: (row: BudgetRequest) => <Money amount={row[name]} />,
    text: (row: BudgetRequest) => row[name],
  });
  return [
    {
      id: 'unit',
      title: title('budgets.unit'),
      width: 170,
      cell: ({ unit }) => unitName(unit),
      text: ({ unit }) => unitName(unit),
    },
    {
      id: 'title',
      title: title('budgets.about'),
      cell: (row) => row.title,
      text: (row) => row.title,
    },
    {
      id: 'fund',
      title: title('budgets.fund'),
      width: 150,
      cell: ({ fund }) => title(`budgets.fund.${fund}`),
      text: ({ fund }) => title(`budgets.fund.${fund}`),
    },
    {
      id: 'state',
      title: title('budgets.state'),
      width: 130,
      cell: ({ state }) => <RequestStateTag state={state} />,
      text: ({ state }) => title(`budgets.state.${state}`),
    },
    amount('requested'),
    amount('appraised'),
    amount('approved'),
    amount('allocated'),
    {
      id: 'decided',
      title: title('budgets.decided-on'),
      width: 110,
      cell: ({ decision }) => (decision ? formatDay(decision.signedOn) : '—'),
      text: ({ decision }) => (decision ? formatDay(decision.signedOn) : ''),
    },
  ];
}
