import type { getDraft, QuotaDraftRow } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { DraftCost } from './draft-cost.tsx';
import { leftOf, sumsOf, surplusOf } from './draft.rules.ts';
import type { useCosts } from './use-costs.ts';

type Props = {
  draft: Output<typeof getDraft>;
  rows: readonly QuotaDraftRow[];
  costs: ReturnType<typeof useCosts>;
  /** Opens the form of the ceiling; absent for who may not set it. */
  onCeiling?: (() => void) | undefined;
};

/** Totals against the ceiling, the communes that would fall into surplus, and the cost of a year. */
export function DraftSummary({ draft: { ceiling }, rows, costs, onCeiling }: Props) {
  const intl = useIntl();
  const most = (value: number | null) =>
    value === null
      ? intl.formatMessage({ id: 'drafts.summary.unlimited' })
      : intl.formatNumber(value);
  const sums = sumsOf(rows);
  const over = rows.filter((row) => surplusOf(row) > 0);
  const entered = rows.filter(({ teams, members }) => teams !== null || members !== null).length;
  const left = [leftOf(ceiling?.teams, sums.teams), leftOf(ceiling?.members, sums.members)];
  const above = left.some((one) => one !== null && one < 0);
  return (
    <ul className="summary">
      <li>
        <b>
          <FormattedNumber value={entered} />
        </b>
        <span>
          <FormattedMessage id="drafts.summary.communes" values={{ all: rows.length }} />
        </span>
      </li>
      {(['teams', 'members'] as const).map((name) => (
        <li
          key={name}
          data-standing={
            ceiling?.[name] != null && (sums[name] ?? 0) > ceiling[name] ? 'short' : undefined
          }
        >
          <b>
            <FormattedNumber value={sums[name] ?? 0} />
          </b>
          <span>
            <FormattedMessage
              id={`drafts.summary.${name}`}
              values={{
                before: sums[name === 'teams' ? 'decidedTeams' : 'decidedMembers'] ?? 0,
              }}
            />
          </span>
        </li>
      ))}
      <li data-standing={above ? 'short' : undefined} className="wrapping">
        <span>
          {ceiling ? (
            <FormattedMessage
              id={above ? 'drafts.summary.above-ceiling' : 'drafts.summary.ceiling'}
              values={{
                number: ceiling.number,
                teams: most(ceiling.teams),
                members: most(ceiling.members),
              }}
            />
          ) : (
            <FormattedMessage id="drafts.summary.no-ceiling" />
          )}
          {onCeiling && (
            <Button type="link" size="small" onClick={onCeiling}>
              <FormattedMessage id="drafts.ceiling.open" />
            </Button>
          )}
        </span>
      </li>
      <li data-standing={over.length > 0 ? 'over' : undefined}>
        <b>
          <FormattedNumber value={over.length} />
        </b>
        <span>
          <FormattedMessage
            id="drafts.summary.over"
            values={{ teams: over.reduce((sum, row) => sum + surplusOf(row), 0) }}
          />
        </span>
      </li>
      <DraftCost costs={costs} rows={rows} />
    </ul>
  );
}
