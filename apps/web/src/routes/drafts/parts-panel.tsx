import '../../field/field.css';
import { UndoOutlined } from '@ant-design/icons';
import {
  getDraft,
  listTeams,
  listUnits,
  type QuotaDraftRow,
  saveDraftLines,
} from '@antt/contracts';
import { Alert, App, Button, Drawer, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';
import { figuresOf } from './draft.rules.ts';
import { partsFaults } from './parts-fault.rules.ts';
import { PartsTable } from './parts-table.tsx';
import {
  partsOf,
  type PartRow,
  type Place,
  readShares,
  type Share,
  type Shares,
  sharesOf,
  withShares,
} from './parts.rules.ts';
import { cellsOf } from './paste.rules.ts';

type Props = {
  draftId: string;
  on: string;
  row: QuotaDraftRow;
  writable: boolean;
  onClose: () => void;
};

const ways = ['village', 'team', 'whole'] as const;
type Way = (typeof ways)[number];

const wayOf = ({ villageId, teamId }: Omit<PartRow, 'name'>): Way =>
  teamId ? 'team' : villageId ? 'village' : 'whole';

type Step = { shares: Shares; merge: string | undefined };

/** How a commune's members are divided among villages, teams and positions, where the decision says so. */
export function PartsPanel({ draftId, on, row, writable, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const villages = useAnswer(listUnits, { on, level: 'village', within: row.unitId, limit: 500 });
  const teams = useAnswer(listTeams, { on, within: row.unitId, limit: 1000 });
  const save = useCommand(saveDraftLines, [getDraft]);
  const [shares, setShares] = useState(() => sharesOf(row.parts));
  const [past, setPast] = useState<Step[]>([]);
  const [unknown, setUnknown] = useState<string[]>([]);
  const [way, setWay] = useState<Way>(() => (row.parts[0] ? wayOf(row.parts[0]) : 'village'));
  const all = useMemo(() => {
    const known: PartRow[] = [
      { villageId: null, teamId: null, name: intl.formatMessage({ id: 'drafts.parts.commune' }) },
      ...(villages.data?.items ?? []).map((one) => ({
        villageId: one.id,
        teamId: null,
        name: unitName(one),
      })),
      ...(teams.data?.items ?? []).map(({ id, name }) => ({ villageId: null, teamId: id, name })),
    ];
    // A share of what does not stand on the day, or of a team in one village, has its row as well.
    const nameOf = (id: string | null) =>
      known.find(({ villageId, teamId }) => id !== null && (villageId ?? teamId) === id)?.name;
    for (const { villageId, teamId } of row.parts) {
      if (known.some((one) => one.villageId === villageId && one.teamId === teamId)) continue;
      const names = [nameOf(teamId), nameOf(villageId)].filter((name) => name !== undefined);
      const name = names.join(' – ') || intl.formatMessage({ id: 'drafts.parts.gone' });
      known.push({ villageId, teamId, name });
    }
    return known;
  }, [villages.data, teams.data, row.parts, intl]);
  const rows = all.filter((one) => wayOf(one) === way);
  const parts = partsOf(shares);
  const faults = partsFaults(row, parts);

  const change = (changes: Share[], merge?: string) => {
    // Typing on in one cell is one step back.
    if (merge === undefined || past.at(-1)?.merge !== merge) {
      setPast((old) => [...old.slice(-199), { shares, merge }]);
    }
    setShares(withShares(shares, changes));
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setShares(last.shares);
    setPast(past.slice(0, -1));
  };
  const paste = (text: string, at: { row: number; place: Place }) => {
    const read = readShares(cellsOf(text), rows, at);
    setUnknown(read.unknown);
    if (read.changes.length > 0) change(read.changes);
  };
  const submit = () => {
    const { unitId, version } = row;
    save.mutate(
      { id: draftId, lines: [{ unitId, version, ...figuresOf(row), parts }] },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'drafts.saving.saved' }));
          onClose();
        },
      },
    );
  };
  const failed = villages.error ?? teams.error;
  return (
    <Drawer
      open
      size={620}
      title={unitName(row.unit)}
      onClose={onClose}
      footer={
        writable && (
          <DrawerActions
            pending={save.isPending}
            disabled={faults.length > 0}
            before={
              <Button
                icon={<UndoOutlined aria-hidden />}
                disabled={past.length === 0}
                onClick={undo}
              >
                <FormattedMessage id="drafts.undo" />
              </Button>
            }
            onCancel={onClose}
            onSubmit={submit}
          >
            <FormattedMessage id="action.record" />
          </DrawerActions>
        )
      }
    >
      {save.isError && <ProblemPanel problem={save.error} />}
      <p>
        <FormattedMessage id="drafts.parts.note" values={{ members: row.members ?? 0 }} />
      </p>
      <Segmented<Way>
        className="parts-ways"
        aria-label={intl.formatMessage({ id: 'choice.by' })}
        block
        value={way}
        onChange={setWay}
        options={ways.map((value) => ({
          value,
          label: intl.formatMessage(
            { id: `drafts.parts.by-${value}` },
            { count: parts.filter((part) => wayOf(part) === value).length },
          ),
        }))}
      />
      {faults.map(({ what, given, divided }) => (
        <Alert
          key={what}
          type="error"
          showIcon
          className="part-fault"
          title={
            <FormattedMessage
              id={`drafts.parts.fault.${what}`}
              values={{ given, divided, differ: Math.abs(given - divided) }}
            />
          }
        />
      ))}
      {unknown.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="part-fault"
          title={
            <FormattedMessage
              id="drafts.parts.unknown"
              values={{ names: unknown.slice(0, 5).join('; '), count: unknown.length }}
            />
          }
        />
      )}
      {failed && <ProblemPanel problem={failed} />}
      {villages.isPending || teams.isPending ? (
        <PageSkeleton />
      ) : rows.length === 0 ? (
        <p className="faint">
          <FormattedMessage id={`drafts.parts.none-${way === 'team' ? 'team' : 'village'}`} />
        </p>
      ) : (
        <PartsTable
          rows={rows}
          shares={shares}
          writable={writable}
          onChange={change}
          onPaste={paste}
          onUndo={undo}
        />
      )}
    </Drawer>
  );
}
