import { PlusOutlined } from '@ant-design/icons';
import { ClaimState, listClaims } from '@antt/contracts';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { Listed } from '../../sheet/listed.tsx';
import { claimColumns } from './claim-columns.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { Amount, ClaimStateTag, NextTerm } from './claim-state.tsx';
import { ReceiveClaimForm } from './receive-claim-form.tsx';

/** Dossiers of sickness, accident and death on duty: how far each has come, and by when it is owed what. */
export function ClaimsTab({ tabs }: { tabs: ReactNode }) {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('claim.write');
  const [receiving, setReceiving] = useState(false);
  const state = ClaimState.safeParse(search.get('state')).data;
  const question = { on, within, state };
  const list = usePages(listClaims, { ...question, limit: 500 }, { whole: true });
  const columns = useMemo(() => claimColumns(intl, on), [intl, on]);
  const open = list.items.find(({ id }) => id === search.get('open'));
  const label = intl.formatMessage({ id: 'page.claims' });
  const receive = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setReceiving(true)}>
      <FormattedMessage id="claims.receive" />
    </Button>
  );
  return (
    <>
      <PageHeader
        title={<FormattedMessage id="page.claims" />}
        note={<FormattedMessage id="claims.page-note" />}
      >
        <ExportButton route="/claims" question={question} />
        {receive}
      </PageHeader>
      {tabs}
      <div className="toolbar">
        <FilterChoice
          label="claims.state"
          value={state}
          options={ClaimState.options}
          texts="claims.state"
          onChange={(next) => put({ state: next })}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="claims.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={label}
        columns={columns}
        card={{
          title: ({ personName }) => personName,
          lines: (row) => [
            <ClaimStateTag key="state" claim={row} on={on} />,
            intl.formatMessage({ id: `claims.kind.${row.kind}` }),
            `${intl.formatMessage({ id: 'claims.received-on' })}: ${formatDay(row.receivedOn)}`,
            <NextTerm key="next" claim={row} />,
            row.amount !== null && <Amount key="amount" amount={row.amount} />,
          ],
        }}
        chosen={open?.id}
        onOpen={(id) => put({ open: id })}
        empty={
          <EmptyState
            title={<FormattedMessage id={state ? 'claims.none-found' : 'claims.empty'} />}
            action={!state && receive}
          >
            <FormattedMessage id={state ? 'claims.none-found-note' : 'claims.empty-note'} />
          </EmptyState>
        }
      />
      {open && <ClaimPanel claim={open} on={on} onClose={() => put({ open: undefined })} />}
      {receiving && (
        <ReceiveClaimForm
          on={on}
          onDone={({ id }) => put({ state: undefined, open: id })}
          onClose={() => setReceiving(false)}
        />
      )}
    </>
  );
}
