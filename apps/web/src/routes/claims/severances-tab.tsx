import { PlusOutlined } from '@ant-design/icons';
import { listSeverances, SeveranceState } from '@antt/contracts';
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
import { Amount, StateTag } from './claim-state.tsx';
import { RecordSeveranceForm } from './record-severance-form.tsx';
import { forcesText, severanceColumns } from './severance-columns.tsx';
import { SeverancePanel } from './severance-panel.tsx';

/** Who left a former force without joining this one and asks for severance (law §4.4). */
export function SeverancesTab({ tabs }: { tabs: ReactNode }) {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('claim.write');
  const [recording, setRecording] = useState(false);
  const state = SeveranceState.safeParse(search.get('state')).data;
  const question = { on, within, state };
  const list = usePages(listSeverances, { ...question, limit: 500 }, { whole: true });
  const columns = useMemo(() => severanceColumns(intl), [intl]);
  const open = list.items.find(({ id }) => id === search.get('open'));
  const record = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRecording(true)}>
      <FormattedMessage id="severances.record" />
    </Button>
  );
  return (
    <>
      <PageHeader
        title={<FormattedMessage id="page.claims" />}
        note={<FormattedMessage id="severances.page-note" />}
      >
        <ExportButton route="/severances" question={question} />
        {record}
      </PageHeader>
      {tabs}
      <div className="toolbar">
        <FilterChoice
          label="claims.state"
          value={state}
          options={SeveranceState.options}
          texts="claims.state"
          onChange={(next) => put({ state: next })}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="severances.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'claims.tab.severances' })}
        columns={columns}
        card={{
          title: ({ personName }) => personName,
          lines: (row) => [
            <StateTag key="state" state={row.state} />,
            forcesText(intl, row),
            `${intl.formatMessage({ id: 'severances.left-on' })}: ${formatDay(row.leftOn)}`,
            row.amount !== null && <Amount key="amount" amount={row.amount} />,
          ],
        }}
        chosen={open?.id}
        onOpen={(id) => put({ open: id })}
        empty={
          <EmptyState
            title={<FormattedMessage id={state ? 'claims.none-found' : 'severances.empty'} />}
            action={!state && record}
          >
            <FormattedMessage id={state ? 'claims.none-found-note' : 'severances.empty-note'} />
          </EmptyState>
        }
      />
      {open && <SeverancePanel severance={open} on={on} onClose={() => put({ open: undefined })} />}
      {recording && (
        <RecordSeveranceForm
          on={on}
          onDone={({ id }) => put({ state: undefined, open: id })}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  );
}
