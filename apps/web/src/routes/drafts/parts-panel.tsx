import '../../field/field.css';
import { getDraft, listUnits, type QuotaDraftRow, saveDraftLines } from '@antt/contracts';
import { Alert, App, Button, Drawer, InputNumber } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';
import { figuresOf } from './draft.rules.ts';

type Props = {
  draftId: string;
  on: string;
  row: QuotaDraftRow;
  writable: boolean;
  onClose: () => void;
};

/** How a commune's members are divided among its villages, where the decision says so. */
export function PartsPanel({ draftId, on, row, writable, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const villages = useAnswer(listUnits, { on, level: 'village', within: row.unitId, limit: 500 });
  const save = useCommand(saveDraftLines, [getDraft]);
  // Parts by team or position, which were copied from a decision, stay as they are.
  const others = row.parts.filter(
    ({ villageId, teamId, position }) => !villageId || teamId || position,
  );
  const [typed, setTyped] = useState(
    () =>
      new Map(
        row.parts
          .filter((part) => !others.includes(part))
          .map(({ villageId, members }) => [villageId!, members]),
      ),
  );
  const sum = [...typed.values(), ...others.map(({ members }) => members)].reduce(
    (total, members) => total + members,
    0,
  );
  const divided = typed.size + others.length > 0;
  const differs = divided && sum !== row.members;
  const submit = () => {
    const parts = [...typed].map(([villageId, members]) => ({
      villageId,
      teamId: null,
      position: null,
      members,
    }));
    const { unitId, version } = row;
    const line = { unitId, version, ...figuresOf(row), parts: [...others, ...parts] };
    save.mutate(
      { id: draftId, lines: [line] },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'drafts.saving.saved' }));
          onClose();
        },
      },
    );
  };
  return (
    <Drawer
      open
      size={440}
      title={unitName(row.unit)}
      onClose={onClose}
      footer={
        writable && (
          <div className="drawer-actions">
            <Button onClick={onClose}>
              <FormattedMessage id="action.cancel" />
            </Button>
            <Button type="primary" loading={save.isPending} disabled={differs} onClick={submit}>
              <FormattedMessage id="action.record" />
            </Button>
          </div>
        )
      }
    >
      {save.isError && <ProblemPanel problem={save.error} />}
      <p>
        <FormattedMessage id="drafts.parts.note" values={{ members: row.members ?? 0, sum }} />
      </p>
      {differs && (
        <Alert type="error" showIcon title={<FormattedMessage id="drafts.fault.parts-differ" />} />
      )}
      {villages.isPending && <PageSkeleton />}
      {villages.isError && <ProblemPanel problem={villages.error} />}
      <ul className="part-list">
        {(villages.data?.items ?? []).map((village) => (
          <li key={village.id}>
            <label>
              <span>{unitName(village)}</span>
              <InputNumber
                min={0}
                max={1000}
                precision={0}
                controls={false}
                inputMode="numeric"
                disabled={!writable}
                value={typed.get(village.id) ?? null}
                onChange={(members) =>
                  setTyped((old) => {
                    const next = new Map(old);
                    if (members === null) next.delete(village.id);
                    else next.set(village.id, members);
                    return next;
                  })
                }
              />
            </label>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="faint">
          <FormattedMessage id="drafts.parts.others" values={{ count: others.length }} />
        </p>
      )}
    </Drawer>
  );
}
