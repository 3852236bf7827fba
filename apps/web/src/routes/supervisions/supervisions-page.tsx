import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { listSupervisions, type Supervision, SupervisionState } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { AssignForm } from './assign-form.tsx';
import { supervisionColumns } from './supervision-columns.tsx';
import { SupervisionPanel } from './supervision-panel.tsx';
import { SupervisionTags } from './supervision-tags.tsx';

type Filter = SupervisionState | '';

/** Members who help to supervise somebody who serves a sentence in the community, and the reports they owe. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('supervision.write');
  const [assigning, setAssigning] = useState(false);
  const state = SupervisionState.safeParse(search.get('state')).data;
  const question = { on, within, state };
  const list = usePages(listSupervisions, { ...question, limit: 500 }, { whole: true });
  const columns = useMemo(() => supervisionColumns(intl, on), [intl, on]);
  const open = list.items.find(({ id }) => id === search.get('open'));
  const label = intl.formatMessage({ id: 'page.supervisions' });
  const show = ({ id }: Supervision) => put({ state: undefined, open: id });
  const assign = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAssigning(true)}>
      <FormattedMessage id="supervisions.assign" />
    </Button>
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.supervisions" />}
        note={<FormattedMessage id="supervisions.page-note" />}
      >
        <ExportButton route="/supervisions" question={question} />
        {assign}
      </PageHeader>
      <div className="toolbar">
        <Segmented<Filter>
          value={state ?? ''}
          options={(['', ...SupervisionState.options] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `supervisions.state.${value || 'all'}` }),
          }))}
          onChange={(next) => put({ state: next })}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="supervisions.count" values={{ count: list.total }} />
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
            <SupervisionTags key="state" supervision={row} on={on} />,
            intl.formatMessage(
              { id: 'supervisions.by-decision' },
              { number: row.decision.number, day: formatDay(row.validFrom) },
            ),
            row.commune && unitName(row.commune),
          ],
        }}
        chosen={open?.id}
        onOpen={(id) => put({ open: id })}
        empty={
          <EmptyState
            title={
              <FormattedMessage id={state ? 'supervisions.none-found' : 'supervisions.empty'} />
            }
            action={!state && assign}
          >
            <FormattedMessage
              id={state ? 'supervisions.none-found-note' : 'supervisions.empty-note'}
            />
          </EmptyState>
        }
      />
      {open && (
        <SupervisionPanel
          supervision={open}
          on={on}
          onReplaced={show}
          onClose={() => put({ open: undefined })}
        />
      )}
      {assigning && <AssignForm on={on} onDone={show} onClose={() => setAssigning(false)} />}
    </div>
  );
}
