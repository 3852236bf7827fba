import { SearchOutlined } from '@ant-design/icons';
import { listPayrollLines, PayFund, PayItem, PayrollLineKind, Position } from '@antt/contracts';
import { addDays, daysOf, today } from '@antt/kernel';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { withTexts } from '../../i18n/text.ts';
import { usePages } from '../../pages.ts';
import { useSettled } from '../../settled.ts';
import { Listed } from '../../sheet/listed.tsx';
import { useNarrow } from '../../width.ts';
import { FilterNote } from './filter-note.tsx';
import { rowsOf } from './list-height.ts';
import { adjustmentText, HeldTag, lineColumns, ownerOf } from './line-columns.tsx';
import { Money } from './money.tsx';
import { beginnings, heldPeople } from './payroll.rules.ts';
import type { Run } from './use-run.ts';

/** Rates are told in the words of policies, dossiers in those of claims. */
const LinePanel = lazy(
  withTexts(['policies', 'people', 'claims'], () => import('./line-panel.tsx')),
);

const Id = z.uuid();
/** Read at once: on a phone what a thumb gets through. */
const pageOf = (narrow: boolean) => (narrow ? 40 : 200);

/** The amounts of the run; any of them opens to what it comes from. */
export function LinesTab({ run }: { run: Run }) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { search, put } = useAddress();
  const { within } = useArea();
  const [text, setText] = useState(search.get('q') ?? '');
  const q = useSettled(text.trim()) || undefined;
  useEffect(() => {
    if ((search.get('q') ?? undefined) !== q) put({ q });
    // Only what is typed changes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [q]);
  const asked = <T,>(name: string, schema: z.ZodType<T>) => schema.safeParse(search.get(name)).data;
  const commune = asked('commune', Id);
  const question = {
    within: commune ?? within,
    personId: asked('person', Id),
    teamId: asked('team', Id),
    item: asked('item', PayItem),
    kind: asked('kind', PayrollLineKind),
    position: asked('position', Position),
    fund: asked('fund', PayFund),
    q,
  };
  const { personId, teamId, position, fund, item, kind } = question;
  const list = usePages(listPayrollLines, { id: run.id, ...question, limit: pageOf(narrow) });
  const amount = (list.data?.pages[0] as { amount?: number } | undefined)?.amount ?? 0;
  const { items } = list;
  const begins = useMemo(() => beginnings(items), [items]);
  const held = useMemo(() => heldPeople(items), [items]);
  const columns = useMemo(
    () => lineColumns(intl, begins, held, amount),
    [intl, begins, held, amount],
  );
  const open = items.find(({ id }) => id === search.get('line'));
  const last = addDays(daysOf(run.month).to, -1);
  return (
    <>
      <div className="toolbar">
        <Input
          className="find"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'payrolls.find' })}
          aria-label={intl.formatMessage({ id: 'payrolls.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          className="choose"
          allowClear
          value={item}
          placeholder={intl.formatMessage({ id: 'payrolls.item' })}
          aria-label={intl.formatMessage({ id: 'payrolls.item' })}
          options={[...new Set(run.items.map((one) => one.item))].map((value) => ({
            value,
            label: intl.formatMessage({ id: `pay.item.${value}` }),
          }))}
          onChange={(next?: string) => put({ item: next })}
        />
        <Select
          className="choose"
          allowClear
          value={kind}
          placeholder={intl.formatMessage({ id: 'payrolls.kind' })}
          aria-label={intl.formatMessage({ id: 'payrolls.kind' })}
          options={PayrollLineKind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `payrolls.kind.${value}` }),
          }))}
          onChange={(next?: string) => put({ kind: next })}
        />
        {run.communes > 1 && (
          <UnitField
            on={last < today() ? last : today()}
            within={within}
            levels={['commune']}
            value={commune ?? null}
            placeholder={intl.formatMessage({ id: 'payrolls.commune' })}
            aria-label={intl.formatMessage({ id: 'payrolls.commune' })}
            onChange={(id) => put({ commune: id })}
          />
        )}
        <FilterNote {...{ personId, teamId, position, fund, items }} />
        {list.data && (
          <span className="count" aria-live="polite">
            <FormattedMessage id="payrolls.line-count" values={{ count: list.total }} />
          </span>
        )}
        <ExportButton route={`/payrolls/${run.id}/lines`} question={question} />
      </div>
      <div style={rowsOf(items)}>
        <Listed
          list={list}
          label={intl.formatMessage({ id: 'payrolls.tab.lines' })}
          columns={columns}
          card={{
            title: (line) => `${ownerOf(line)} · ${line.label}`,
            tag: ({ aside }) => aside === 'held' && <HeldTag />,
            lines: (line) => [
              <Money key="amount" amount={line.amount} signed={line.kind === 'adjustment'} />,
              line.kind === 'adjustment' && adjustmentText(intl, line),
            ],
          }}
          chosen={open?.id}
          onOpen={(id) => put({ line: id })}
          empty={
            <EmptyState
              title={
                <FormattedMessage
                  id={run.lines === 0 ? 'payrolls.no-lines' : 'payrolls.no-line-found'}
                />
              }
            >
              <FormattedMessage
                id={run.lines === 0 ? 'payrolls.no-lines-note' : 'payrolls.no-line-found-note'}
              />
            </EmptyState>
          }
        />
      </div>
      {list.hasNextPage && (
        <p className="more-lines">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <FormattedMessage id="payrolls.show-more" />
          </Button>
          <span className="faint">
            <FormattedMessage
              id="payrolls.shown-of"
              values={{ shown: items.length, total: list.total }}
            />
          </span>
        </p>
      )}
      {open && (
        <Suspense fallback={null}>
          <LinePanel run={run} line={open} onClose={() => put({ line: undefined })} />
        </Suspense>
      )}
    </>
  );
}
