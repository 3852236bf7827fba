import { UndoOutlined } from '@ant-design/icons';
import {
  type Consolidation,
  getCoverage,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listConsolidations,
  listTeams,
  undoConsolidation,
} from '@antt/contracts';
import { App, Button, Popconfirm, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { usePages } from '../../pages.ts';

type Props = { within: string; editable: boolean };

/** What was decided in a commune, with the way back. */
export function DecisionList({ within, editable }: Props) {
  const { on } = useDay();
  const decisions = usePages(listConsolidationDecisions, { on, within, limit: 50 });
  if (decisions.items.length === 0) return null;
  return (
    <section className="wait-decided">
      <h2>
        <FormattedMessage id="consolidations.decided" />
      </h2>
      <ul>
        {decisions.items.map((decision) => (
          <OneDecision key={decision.id} decision={decision} editable={editable} />
        ))}
      </ul>
    </section>
  );
}

function OneDecision({ decision, editable }: { decision: Consolidation; editable: boolean }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { id, number, signedOn, on, status, groups, basis } = decision;
  const undo = useCommand(undoConsolidation, [
    listConsolidations,
    listCommuneConsolidations,
    listConsolidationDecisions,
    listTeams,
    getCoverage,
  ]);
  const doUndo = () =>
    undo.mutate(
      { id },
      {
        onSuccess: () => void message.success(intl.formatMessage({ id: 'consolidations.undone' })),
      },
    );
  return (
    <li data-status={status}>
      <details>
        <summary>
          <b>
            <FormattedMessage
              id="consolidations.of"
              values={{ number, day: formatDay(signedOn), from: formatDay(on) }}
            />
          </b>{' '}
          {status === 'undone' && (
            <Tag>
              <FormattedMessage id="consolidations.undone" />
            </Tag>
          )}
          <small className="faint">
            <FormattedMessage
              id="consolidations.what"
              values={{ count: groups.length, basis: basis.number }}
            />
          </small>
        </summary>
        <ul className="wait-lines">
          {groups.map(({ into, ended, choices }) => (
            <li key={into.id}>
              <b>{into.name}</b> ← {ended.map(({ name }) => name).join(', ')}
              {choices.length > 0 && (
                <small className="faint">
                  {' '}
                  <FormattedMessage
                    id="consolidations.chose"
                    values={{
                      continuing: choices.reduce((sum, one) => sum + one.continuing, 0),
                      leaving: choices.reduce((sum, one) => sum + one.leaving, 0),
                    }}
                  />
                </small>
              )}
            </li>
          ))}
        </ul>
      </details>
      {undo.isError && <ProblemPanel problem={undo.error} />}
      {editable && status === 'applied' && (
        <Popconfirm
          title={<FormattedMessage id="consolidations.undo-sure" />}
          okText={<FormattedMessage id="consolidations.undo" />}
          okButtonProps={{ danger: true }}
          cancelText={<FormattedMessage id="action.cancel" />}
          onConfirm={doUndo}
        >
          <Button danger icon={<UndoOutlined aria-hidden />} loading={undo.isPending}>
            <FormattedMessage id="consolidations.undo" />
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
