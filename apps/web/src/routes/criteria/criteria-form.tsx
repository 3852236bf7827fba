import {
  changeCriteria,
  contradictionsOf,
  CriteriaDocument,
  type CriteriaRow,
  getCriteria,
  listCriteria,
  recordCriteria,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { textOfCode } from '../../i18n/problem-text.ts';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import { AdoptDialog, WithdrawDialog } from './adopt-dialog.tsx';
import { CriteriaDays, CriteriaState } from './criteria-state.tsx';
import { DocumentMembers } from './document-field.tsx';
import { documentShape } from './document-schema.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { useHistory } from './use-history.ts';

type Props = { kept: CriteriaRow | null; start: CriteriaDocument };

/** Every element of the document at the left, what it comes to on the own villages at the right. */
export function CriteriaForm({ kept, start }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('criteria.write');
  const [id] = useState(() => kept?.id ?? newId());
  const { typed, set: setTyped, undo } = useHistory(start);
  const [instrumentId, setInstrumentId] = useState(kept?.instrumentId ?? null);
  const [saved, setSaved] = useState({ typed: start as unknown, instrumentId });
  const [dialog, setDialog] = useState<'adopt' | 'withdraw' | null>(null);
  const [tried, setTried] = useState(false);
  const instruments = useInstruments(undefined);
  // Criteria are the People's Council's, by resolution (Law 30/2023/QH15 Art. 14.3).
  const resolutions = (instruments.data?.items ?? []).filter(
    (one) => one.kind === 'resolution' || one.id === instrumentId,
  );
  const refreshed = [getCriteria, listCriteria];
  const record = useCommand(recordCriteria, refreshed);
  const change = useCommand(changeCriteria, refreshed);
  const read = useMemo(() => CriteriaDocument.safeParse(typed), [typed]);
  const contradictions = useMemo(() => (read.success ? contradictionsOf(read.data) : []), [read]);
  const document = read.success && contradictions.length === 0 ? read.data : null;
  const readOnly = !mayWrite || (kept !== null && kept.status !== 'draft');
  const faults = useMemo(() => {
    const told = new Map<string, string>();
    for (const { code, path, ...members } of contradictions) {
      told.set(path, textOfCode(intl, code, members));
    }
    if (read.success || !tried) return told;
    for (const issue of read.error.issues) {
      told.set(issue.path.join('.'), intl.formatMessage({ id: 'criteria.fault' }));
    }
    return told;
  }, [read, contradictions, tried, intl]);
  const isChanged = typed !== saved.typed || instrumentId !== saved.instrumentId;

  const save = () => {
    setTried(true);
    if (!document) return;
    const content = { id, instrumentId, units: kept?.units ?? [], document };
    const done = () => {
      setSaved({ typed, instrumentId });
      void message.success(intl.formatMessage({ id: 'criteria.saved' }));
      if (!kept) void navigate(`/criteria/${id}${held()}`);
    };
    if (kept) change.mutate(content, { onSuccess: done });
    else record.mutate(content, { onSuccess: done });
  };
  const failed = record.error ?? change.error;

  return (
    <div
      className="criteria-page"
      onKeyDown={(event) => {
        if (event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
        if (readOnly || !undo) return;
        event.preventDefault();
        undo();
      }}
    >
      <PageHeader
        title={document?.name || kept?.name || <FormattedMessage id="criteria.new" />}
        note={
          kept && (
            <>
              <CriteriaState criteria={kept} /> <CriteriaDays criteria={kept} />
              {kept.validFrom && kept.instrumentId && ' · '}
              {kept.instrumentId && (
                <PlaceLink path={`/instruments/${kept.instrumentId}`}>
                  {kept.instrumentNumber}
                </PlaceLink>
              )}
            </>
          )
        }
      >
        {!readOnly && (
          <Button disabled={!undo} onClick={() => undo?.()}>
            <FormattedMessage id="criteria.undo" />
          </Button>
        )}
        {!readOnly && (
          <Button
            type={isChanged ? 'primary' : 'default'}
            loading={record.isPending || change.isPending}
            onClick={save}
          >
            <FormattedMessage id="criteria.save" />
          </Button>
        )}
        {kept?.status === 'draft' && !readOnly && (
          <Button disabled={isChanged} onClick={() => setDialog('adopt')}>
            <FormattedMessage id="criteria.adopt" />
          </Button>
        )}
        {kept && kept.status !== 'withdrawn' && mayWrite && (
          <Button danger onClick={() => setDialog('withdraw')}>
            <FormattedMessage
              id={kept.status === 'draft' ? 'criteria.put-away' : 'criteria.withdraw'}
            />
          </Button>
        )}
      </PageHeader>
      {failed && <ProblemPanel problem={failed} />}
      {tried && !document && (
        <p className="due" role="alert">
          <FormattedMessage id="criteria.not-yet-valid" />
        </p>
      )}
      <div className="criteria-parts">
        <section>
          {!readOnly && (
            <label className="doc-field">
              <span>
                <FormattedMessage id="criteria.instrument" />
              </span>
              <InstrumentField
                value={instrumentId}
                instruments={resolutions}
                loading={instruments.isLoading}
                onChange={(chosen) => setInstrumentId(chosen ?? null)}
              />
            </label>
          )}
          <DocumentMembers
            name=""
            shape={documentShape}
            value={typed}
            onChange={setTyped}
            place=""
            faults={faults}
            readOnly={readOnly}
          />
        </section>
        {mayWrite && (
          <section className="criteria-preview">
            <h2>
              <FormattedMessage id={readOnly ? 'criteria.result' : 'criteria.preview'} />
            </h2>
            <PreviewPanel document={document} />
          </section>
        )}
      </div>
      {dialog === 'adopt' && kept && (
        <AdoptDialog criteria={kept} onClose={() => setDialog(null)} />
      )}
      {dialog === 'withdraw' && kept && (
        <WithdrawDialog criteria={kept} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
