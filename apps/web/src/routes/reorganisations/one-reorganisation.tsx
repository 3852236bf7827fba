import { DownOutlined, RightOutlined, UndoOutlined } from '@ant-design/icons';
import {
  getCoverage,
  getReorganisation,
  listReorganisations,
  type Reorganisation,
  undoReorganisation,
} from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { App, Button, Popconfirm, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceButton } from '../../frame/place-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { cameraOf } from '../../map/side-by-side.rules.ts';
import { cameraText } from '../map/map-search.ts';
import { ActDraft } from './act-draft.tsx';
import { ActMaps } from './act-maps.tsx';
import { AreaParts } from './area-parts.tsx';
import { Effects } from './effects.tsx';

type Props = { act: Omit<Reorganisation, 'effects'>; open: boolean; onToggle: () => void };

/** An act in a line; opened, all that it moved and how to look at it or take it back. */
export function OneReorganisation({ act, open, onToggle }: Props) {
  const { on, title, instrumentNumber, status } = act;
  return (
    <li data-status={status}>
      <button type="button" className="act-head" aria-expanded={open} onClick={onToggle}>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <time className="tabular" dateTime={on}>
          {formatDay(on)}
        </time>
        <b>{title}</b>
        <span className="faint">{instrumentNumber}</span>
        {status === 'undone' && (
          <Tag>
            <FormattedMessage id="reorganisations.undone" />
          </Tag>
        )}
      </button>
      {open && <Opened act={act} />}
    </li>
  );
}

function Opened({ act: { id, on, status } }: Pick<Props, 'act'>) {
  const intl = useIntl();
  const { message } = App.useApp();
  const answer = useAnswer(getReorganisation, { id });
  const undo = useCommand(undoReorganisation, [
    listReorganisations,
    getReorganisation,
    getCoverage,
  ]);
  const doUndo = () =>
    undo.mutate(
      { id },
      {
        onSuccess: () => void message.success(intl.formatMessage({ id: 'reorganisations.undone' })),
      },
    );
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { pictures, bounds } = answer.data;
  const at = bounds ? cameraText(cameraOf(bounds)) : undefined;
  return (
    <div className="act-body">
      {undo.isError && <ProblemPanel problem={undo.error} />}
      {status === 'undone' && (
        <p className="faint">
          <FormattedMessage id="reorganisations.undone-note" />
        </p>
      )}
      {pictures && <ActMaps pictures={pictures} on={on} lineage={answer.data.plan.lineage} />}
      <Effects effects={answer.data.effects} />
      <AreaParts reorganisationId={id} />
      <div className="act-actions">
        {answer.data.due && <ActDraft act={answer.data} due={answer.data.due} />}
        <PlaceButton path="/map" search={{ on: addDays(on, -1), at }}>
          <FormattedMessage
            id="reorganisations.before"
            values={{ day: formatDay(addDays(on, -1)) }}
          />
        </PlaceButton>
        <PlaceButton path="/map" search={{ on, at }}>
          <FormattedMessage id="reorganisations.after" values={{ day: formatDay(on) }} />
        </PlaceButton>
        {status === 'applied' && (
          <Popconfirm
            title={<FormattedMessage id="reorganisations.undo-sure" />}
            description={<FormattedMessage id="reorganisations.undo-note" />}
            okText={<FormattedMessage id="reorganisations.undo" />}
            okButtonProps={{ danger: true }}
            cancelText={<FormattedMessage id="action.cancel" />}
            onConfirm={doUndo}
          >
            <Button danger icon={<UndoOutlined aria-hidden />} loading={undo.isPending}>
              <FormattedMessage id="reorganisations.undo" />
            </Button>
          </Popconfirm>
        )}
      </div>
    </div>
  );
}
