import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { AbsenceKind, AbsenceState, listAbsences } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
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
import { stateOf } from './absence.rules.ts';
import { absenceColumns, daysOf } from './absence-columns.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { AbsencePanel } from './absence-panel.tsx';
import { AbsenceTag } from './absence-tag.tsx';

/** Who of an area is suspended or on leave on the day, will be, or serves again. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('posting.write');
  const [recording, setRecording] = useState(false);
  const state = AbsenceState.safeParse(search.get('state')).data ?? 'running';
  const kind = AbsenceKind.safeParse(search.get('kind')).data;
  const question = { on, within, state, kind };
  const list = usePages(listAbsences, { ...question, limit: 1000 }, { whole: true });
  const columns = useMemo(() => absenceColumns(intl, on), [intl, on]);
  const open = list.items.find(({ id }) => id === search.get('open'));
  const label = intl.formatMessage({ id: 'page.absences' });
  const record = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRecording(true)}>
      <FormattedMessage id="absence.record" />
    </Button>
  );
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.absences" />}
        note={<FormattedMessage id="absence.page-note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/absences" question={question} />
        {record}
      </PageHeader>
      <div className="toolbar">
        <Segmented<AbsenceState>
          value={state}
          options={AbsenceState.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `absence.state.${value}` }),
          }))}
          onChange={(next) => put({ state: next === 'running' ? undefined : next })}
        />
        <FilterChoice
          label="absence.kind"
          value={kind}
          options={AbsenceKind.options}
          texts="absence.kind"
          onChange={(next) => put({ kind: next })}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="absence.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={label}
        columns={columns}
        card={{
          title: ({ personName }) => personName,
          tag: (row) => <AbsenceTag absence={row} on={on} />,
          lines: (row) => [daysOf(intl, row), row.team?.name],
        }}
        chosen={open?.id}
        onOpen={(id) => put({ open: id })}
        empty={
          <EmptyState
            title={<FormattedMessage id={`absence.empty.${state}`} />}
            action={state === 'running' && record}
          >
            <FormattedMessage id={mayWrite ? 'absence.empty-note' : 'absence.empty-note-reader'} />
          </EmptyState>
        }
      />
      {open && <AbsencePanel absence={open} on={on} onClose={() => put({ open: undefined })} />}
      {recording && (
        <AbsenceForm
          on={on}
          // What begins later stands on another list.
          onDone={(absence) => {
            const stands = stateOf(absence, on);
            put({ state: stands === 'running' ? undefined : stands });
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </div>
  );
}
