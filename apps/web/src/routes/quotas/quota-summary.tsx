import { FormattedMessage, FormattedNumber } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import type { gapsOf, Sums } from './quota.rules.ts';

type Props = { sums: Sums; communes: number; gaps: ReturnType<typeof gapsOf> };

/** What a phone leaves out. */
const wide: MessageId[] = ['quotas.summary.villages', 'quotas.summary.members'];

/** The whole decision in seven figures, above its table. */
export function QuotaSummary({ sums, communes, gaps }: Props) {
  const figures: [MessageId, number | null, 'short' | 'over' | undefined, number?][] = [
    ['quotas.summary.communes', communes, undefined],
    ['quotas.summary.villages', sums.villages, undefined],
    ['quotas.summary.teams', sums.teams, undefined],
    ['quotas.summary.active', sums.active, undefined],
    ['quotas.summary.short', gaps.shortTeams, gaps.shortTeams ? 'short' : undefined, gaps.short],
    ['quotas.summary.over', gaps.overTeams, gaps.overTeams ? 'over' : undefined, gaps.over],
    ['quotas.summary.members', sums.members, undefined],
  ];
  return (
    <ul className="summary">
      {figures.map(([title, value, standing, inCommunes]) => (
        <li key={title} data-standing={standing} data-wide={wide.includes(title) || undefined}>
          <b>{value === null ? '–' : <FormattedNumber value={value} />}</b>
          <span>
            <FormattedMessage id={title} values={{ communes: inCommunes ?? 0 }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
