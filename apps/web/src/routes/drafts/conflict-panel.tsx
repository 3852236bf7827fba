import { Alert, Button } from 'antd';
import type { QuotaDraftRow } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import type { Conflict } from './use-draft-lines.ts';

type Props = {
  conflicts: Conflict[];
  rows: readonly QuotaDraftRow[];
  onResolve: (conflict: Conflict, mine: boolean) => void;
};

/** Two people changed a line: both figures side by side, and one word settles which stand. */
export function ConflictPanel({ conflicts, rows, onResolve }: Props) {
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={<FormattedMessage id="drafts.conflict.title" />}
      description={
        <ul className="conflicts">
          {conflicts.map((one) => {
            const mine = rows.find(({ unitId }) => unitId === one.unitId);
            return (
              <li key={one.unitId}>
                <b>{one.name}</b>
                <Button size="small" onClick={() => onResolve(one, true)}>
                  <FormattedMessage
                    id="drafts.conflict.mine"
                    values={{ teams: mine?.teams ?? '–', members: mine?.members ?? '–' }}
                  />
                </Button>
                <Button size="small" onClick={() => onResolve(one, false)}>
                  <FormattedMessage
                    id="drafts.conflict.theirs"
                    values={{
                      by: one.by,
                      teams: one.theirs.teams ?? '–',
                      members: one.theirs.members ?? '–',
                    }}
                  />
                </Button>
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
