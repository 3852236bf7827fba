import { type BudgetComparison, BudgetFund, BudgetGroup } from '@antt/contracts';
import { Segmented, Select, Switch } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { CardList } from '../../sheet/card-list.tsx';
import { type Sort, sorted } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { rowsOf } from '../payrolls/list-height.ts';
import { Money } from '../payrolls/money.tsx';
import { type Figures, fundSums, type Held, heldOf, rowKey, type Sums } from './budget.rules.ts';
import { BudgetBar } from './budget-bar.tsx';
import { BudgetDrawer } from './budget-drawer.tsx';
import { groupColumns, HeldTag, unitColumns } from './comparison-columns.tsx';

type Props = { year: number; rows: BudgetComparison[]; sums: readonly Sums[] };

/** What there is beside what is spent: by item group, or by unit. */
export function ComparisonTab({ year, rows, sums }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { search, put } = useAddress();
  const [sort, setSort] = useState<Sort>({ column: '', down: false });
  const byUnit = search.get('by') === 'unit';
  const fund = BudgetFund.safeParse(search.get('fund')).data ?? 'force';
  const group = BudgetGroup.safeParse(search.get('group')).data;
  const onlyShort = search.get('short') === '1';
  const ofFund = sums.filter((sum) => sum.fund === fund);
  const shown = rows.filter(
    (row) =>
      row.fund === fund &&
      (group === undefined || row.group === group) &&
      (!onlyShort || row.shortfall > 0),
  );
  const chosen = rows.find((row) => rowKey(row) === search.get('row'));
  const heldBy = (of: Pick<Sums, 'group'>) => heldOf(rows.filter((row) => row.group === of.group));
  const { figures } = fundSums(byUnit ? shown : ofFund).find((one) => one.fund === fund)!;
  const counted = byUnit ? shown : rows.filter((row) => row.fund === fund);
  const total = { figures, held: heldOf(counted) };
  const columns = byUnit ? [] : groupColumns(intl, total, heldBy);
  const ofUnits = unitColumns(intl, total);
  const open = (row: BudgetComparison) => put({ row: rowKey(row) });
  const label = intl.formatMessage({ id: 'budgets.comparison' });
  const linesOf = (row: Figures, held: Held) => [
    <BudgetBar key="bar" figures={row} held={held} />,
    <FormattedMessage
      key="left"
      id={held === 'own' ? 'budgets.card' : `budgets.card.${held}`}
      values={{
        allocated: <Money amount={row.allocated} />,
        remaining: <Money amount={row.remaining} />,
        forecast: <Money amount={row.forecast} />,
      }}
    />,
  ];
  const nothing = (
    <EmptyState title={<FormattedMessage id={onlyShort ? 'budgets.none-short' : 'budgets.none'} />}>
      <FormattedMessage id={onlyShort ? 'budgets.none-short-note' : 'budgets.none-note'} />
    </EmptyState>
  );
  return (
    <>
      <div className="toolbar">
        <Segmented
          aria-label={intl.formatMessage({ id: 'budgets.fund' })}
          value={fund}
          options={BudgetFund.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `budgets.fund.${value}` }),
          }))}
          onChange={(next) => put({ fund: next === 'force' ? undefined : next, group: undefined })}
        />
        <Segmented
          aria-label={intl.formatMessage({ id: 'budgets.by' })}
          value={byUnit ? 'unit' : 'group'}
          options={(['group', 'unit'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `budgets.by.${value}` }),
          }))}
          onChange={(next) => put({ by: next === 'unit' ? 'unit' : undefined })}
        />
        {byUnit && (
          <>
            <Select
              className="choose"
              value={group ?? ''}
              aria-label={intl.formatMessage({ id: 'budgets.group' })}
              options={[
                { value: '', label: intl.formatMessage({ id: 'budgets.all-groups' }) },
                ...ofFund.map(({ group: value }) => ({
                  value,
                  label: intl.formatMessage({ id: `pay.group.${value}` }),
                })),
              ]}
              onChange={(next: string) => put({ group: next || undefined })}
            />
            <label className="switch">
              <Switch
                size="small"
                checked={onlyShort}
                onChange={(on) => put({ short: on ? '1' : undefined })}
              />{' '}
              <FormattedMessage id="budgets.only-short" />
            </label>
          </>
        )}
      </div>
      {(byUnit ? shown : ofFund).length === 0 && nothing}
      {!byUnit && ofFund.length > 0 && narrow && (
        <CardList
          label={label}
          rows={ofFund}
          idOf={(row) => row.group}
          title={(row) => intl.formatMessage({ id: `pay.group.${row.group}` })}
          lines={(row) => linesOf(row, heldBy(row))}
          onOpen={(row) => put({ by: 'unit', group: row.group })}
        />
      )}
      {!byUnit && ofFund.length > 0 && !narrow && (
        <div className="list" style={rowsOf(ofFund)}>
          <Sheet
            label={label}
            columns={columns}
            rows={sorted(ofFund, columns, sort)}
            idOf={(row) => row.group}
            sort={sort}
            onSort={setSort}
            onOpen={(row) => put({ by: 'unit', group: row.group })}
          />
        </div>
      )}
      {byUnit && shown.length > 0 && narrow && (
        <CardList
          label={label}
          rows={shown}
          idOf={rowKey}
          title={({ unit }) => unitName(unit)}
          tag={({ held }) => held !== 'own' && <HeldTag held={held} />}
          lines={(row) => [
            `${intl.formatMessage({ id: `pay.group.${row.group}` })} · ${intl.formatMessage({ id: `pay.fund.${row.source}` })}`,
            ...linesOf(row, row.held),
          ]}
          onOpen={open}
        />
      )}
      {byUnit && shown.length > 0 && !narrow && (
        <div className="list" style={rowsOf(shown)}>
          <Sheet
            label={label}
            columns={ofUnits}
            rows={sorted(shown, ofUnits, sort)}
            idOf={rowKey}
            sort={sort}
            onSort={setSort}
            onOpen={open}
          />
        </div>
      )}
      {chosen && <BudgetDrawer year={year} row={chosen} onClose={() => put({ row: undefined })} />}
    </>
  );
}
