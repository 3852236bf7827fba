import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { type CessationRow, CessationState, listCessations } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { useNarrow } from '../../width.ts';
import { CessationPanel } from './cessation-panel.tsx';
import { ProposeForm } from './propose-form.tsx';
import { StateTag } from './state-tag.tsx';

/** Who is to cease or ceased to take part: proposals, decisions and their clocks. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { search, put } = useAddress();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('posting.write');
  const [proposing, setProposing] = useState(false);
  const state = CessationState.safeParse(search.get('state')).data;
  const open = search.get('open') ?? undefined;
  const question = { on, within, state };
  const list = usePages(listCessations, { ...question, limit: 500 }, { whole: true });
  const propose = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
      <FormattedMessage id="cessation.propose" />
    </Button>
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.cessations" />}
        note={<FormattedMessage id="cessation.page-note" />}
      >
        <ExportButton route="/cessations" question={question} />
        {propose}
      </PageHeader>
      <div className="toolbar">
        <FilterChoice
          label="cessation.column.state"
          value={state}
          options={CessationState.options}
          texts="cessation.state"
          onChange={(next) => put({ state: next })}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="cessation.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'page.cessations' })}
        columns={columnsOf(intl, narrow)}
        chosen={open}
        onOpen={(id) => put({ open: id })}
        empty={
          <EmptyState title={<FormattedMessage id="cessation.empty" />} action={propose}>
            <FormattedMessage id="cessation.empty-note" />
          </EmptyState>
        }
      />
      {open && <CessationPanel id={open} on={on} onClose={() => put({ open: undefined })} />}
      {proposing && <ProposeForm on={on} onClose={() => setProposing(false)} />}
    </div>
  );
}

function columnsOf(intl: IntlShape, narrow: boolean): Column<CessationRow>[] {
  const groundOf = ({ ground }: CessationRow) =>
    intl.formatMessage({ id: ground ? `cessation.ground.${ground}` : 'membership.withheld' });
  const day = (value: string | null) => (value ? formatDay(value) : '');
  const name: Column<CessationRow> = {
    id: 'name',
    title: intl.formatMessage({ id: 'membership.member' }),
    cell: (row) => (
      <span className="two-lines">
        <span>{row.personName}</span>
        <small>{narrow ? groundOf(row) : row.team.name}</small>
      </span>
    ),
    text: ({ personName }) => personName,
  };
  const state: Column<CessationRow> = {
    id: 'state',
    title: intl.formatMessage({ id: 'cessation.column.state' }),
    width: narrow ? 150 : 260,
    cell: (row) => <StateTag cessation={row} />,
    text: (row) => intl.formatMessage({ id: `cessation.state.${row.state}` }),
  };
  if (narrow) return [name, state];
  const dated = (
    id: 'proposed-on' | 'decision-due' | 'valid-from',
    of: (row: CessationRow) => string | null,
  ): Column<CessationRow> => ({
    id,
    title: intl.formatMessage({ id: `cessation.${id}` }),
    width: 130,
    cell: (row) => day(of(row)),
    text: (row) => day(of(row)),
  });
  return [
    name,
    {
      id: 'ground',
      title: intl.formatMessage({ id: 'cessation.ground' }),
      width: 260,
      cell: groundOf,
      text: groundOf,
    },
    dated('proposed-on', (row) => row.proposedOn),
    dated('decision-due', (row) => row.decisionDueOn),
    dated('valid-from', (row) => row.validFrom),
    state,
  ];
}
