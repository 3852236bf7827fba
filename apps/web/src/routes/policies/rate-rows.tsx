import { PlusOutlined } from '@ant-design/icons';
import { Certainty, type PayLine, type PayRate } from '@antt/contracts';
import { Button, Input } from 'antd';
import { Fragment, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { columnsOf } from './condition-columns.ts';
import { AddCondition } from './add-condition.tsx';
import { ConditionCell } from './condition-cell.tsx';
import type { ConditionField } from './condition-words.ts';
import {
  addedRate,
  type Draft,
  duplicated,
  moved,
  pastedAmounts,
  withCondition,
} from './draft.rules.ts';
import { RowActions } from './row-actions.tsx';
import { blankValue, kindOf, ValueCell, type ValueKind, valueKinds } from './value-cell.tsx';

type Props = {
  line: PayLine;
  at: number;
  draft: Draft;
  faults: ReadonlyMap<string, string>;
  onChange: (rates: PayRate[]) => void;
};

/** The rates of a line as a spreadsheet: Enter goes down, a column of amounts is pasted from Excel. */
export function RateRows({ line, at, draft, faults, onChange }: Props) {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [added, setAdded] = useState<ReadonlySet<ConditionField>>(new Set(['positions']));
  const { rates } = line;
  const columns = columnsOf(rates, added);
  const others = draft.lines.filter(({ code }) => code !== line.code);
  const cellAt = (cell: string) => box.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
  // A cell that a key has just made is there after the next drawing.
  useEffect(() => {
    if (wanted.current === null) return;
    cellAt(wanted.current)?.focus();
    wanted.current = null;
  });
  const put = (n: number, next: Partial<PayRate>) =>
    onChange(rates.with(n, { ...rates[n]!, ...next }));
  const add = () => {
    wanted.current = `amount ${rates.length}`;
    onChange(addedRate(rates));
  };
  const down = (n: number) => {
    if (n === rates.length - 1) add();
    else cellAt(`amount ${n + 1}`)?.focus();
  };
  const title = (field: ConditionField) =>
    intl.formatMessage({ id: `policies.condition.${field}` });
  const drop = (field: ConditionField) => {
    setAdded(new Set([...added].filter((one) => one !== field)));
    onChange(rates.map((rate) => ({ ...rate, when: withCondition(rate.when, field, undefined) })));
  };
  const label = (n: number, what: string) =>
    intl.formatMessage({ id: 'policies.cell' }, { line: line.label, n: n + 1, what });
  const span = columns.length + 6;
  return (
    <div className="rate-rows" ref={box}>
      <table className="row-table rates">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="policies.column.number" />
            </th>
            {columns.map((field) => (
              <th key={field} scope="col">
                {title(field)}
                <Button
                  size="small"
                  type="text"
                  className="drop"
                  aria-label={intl.formatMessage(
                    { id: 'policies.condition.drop' },
                    { name: title(field) },
                  )}
                  onClick={() => drop(field)}
                >
                  ×
                </Button>
              </th>
            ))}
            {(['kind', 'amount', 'certainty', 'note'] as const).map((id) => (
              <th key={id} scope="col">
                <FormattedMessage id={`policies.column.${id}`} />
              </th>
            ))}
            <th scope="col">
              <span className="out-of-sight">
                <FormattedMessage id="policies.column.actions" />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate, n) => {
            const place = `lines.${at}.rates.${n}`;
            const told = [...faults].filter(
              ([path]) => path === place || path.startsWith(`${place}.`),
            );
            const kind = kindOf(rate.value);
            return (
              <Fragment key={n}>
                <tr id={place} tabIndex={-1} data-fault={told.length > 0 ? '' : undefined}>
                  <th scope="row" className="tabular">
                    {n + 1}
                  </th>
                  {columns.map((field) => (
                    <td key={field} data-title={title(field)}>
                      <ConditionCell
                        field={field}
                        when={rate.when}
                        label={label(n, title(field))}
                        onChange={(value) =>
                          put(n, { when: withCondition(rate.when, field, value) })
                        }
                      />
                    </td>
                  ))}
                  <td data-title={intl.formatMessage({ id: 'policies.column.kind' })}>
                    <select
                      aria-label={label(n, intl.formatMessage({ id: 'policies.column.kind' }))}
                      value={kind}
                      onChange={({ target }) =>
                        put(n, { value: blankValue(target.value as ValueKind, rate.value) })
                      }
                    >
                      {valueKinds.map((one) => (
                        <option key={one} value={one}>
                          {intl.formatMessage({ id: `policies.kind.${one}` })}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td
                    className="amount"
                    data-title={intl.formatMessage({ id: 'policies.column.amount' })}
                  >
                    <ValueCell
                      value={rate.value}
                      lines={others}
                      cell={`amount ${n}`}
                      label={label(n, intl.formatMessage({ id: 'policies.column.amount' }))}
                      onChange={(value) => put(n, { value })}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter') return;
                        event.preventDefault();
                        if (event.shiftKey) cellAt(`amount ${n - 1}`)?.focus();
                        else down(n);
                      }}
                      onPaste={(event) => {
                        const text = event.clipboardData.getData('text/plain');
                        // One amount alone is typed; a column is read.
                        if (!/[\t\n]/u.test(text.trim())) return;
                        event.preventDefault();
                        onChange(pastedAmounts(rates, n, text));
                      }}
                    />
                  </td>
                  <td data-title={intl.formatMessage({ id: 'policies.column.certainty' })}>
                    <select
                      aria-label={label(n, intl.formatMessage({ id: 'policies.column.certainty' }))}
                      value={rate.certainty ?? ''}
                      onChange={({ target }) => {
                        const { certainty: _, ...rest } = rate;
                        const read = Certainty.safeParse(target.value);
                        onChange(
                          rates.with(n, read.success ? { ...rest, certainty: read.data } : rest),
                        );
                      }}
                    >
                      <option value="">
                        {intl.formatMessage({ id: 'policies.certainty.same' })}
                      </option>
                      {Certainty.options.map((one) => (
                        <option key={one} value={one}>
                          {intl.formatMessage({ id: `pay.certainty.${one}` })}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td
                    className="note"
                    data-title={intl.formatMessage({ id: 'policies.column.note' })}
                  >
                    <Input
                      aria-label={label(n, intl.formatMessage({ id: 'policies.column.note' }))}
                      value={rate.note}
                      onChange={({ target }) => put(n, { note: target.value })}
                    />
                  </td>
                  <td className="row-actions">
                    <RowActions
                      n={n}
                      count={rates.length}
                      what={line.label}
                      onMove={(by) => onChange(moved(rates, n, by))}
                      onDuplicate={() => {
                        wanted.current = `amount ${n + 1}`;
                        onChange(duplicated(rates, n));
                      }}
                      onRemove={
                        rates.length > 1 ? () => onChange(rates.toSpliced(n, 1)) : undefined
                      }
                    />
                  </td>
                </tr>
                {told.length > 0 && (
                  <tr className="row-fault">
                    <td colSpan={span} role="alert">
                      {[...new Set(told.map(([, text]) => text))].join(' ')}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <div className="row-table-foot">
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          <FormattedMessage id="policies.rate.add" />
        </Button>
        <AddCondition columns={columns} onAdd={(field) => setAdded(new Set([...added, field]))} />
        <span className="faint">
          <FormattedMessage id="policies.rate.hint" />
        </span>
      </div>
    </div>
  );
}
