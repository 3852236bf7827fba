import type { Shift } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { unitName } from '../../unit-name.ts';
import { byTeam } from './week.rules.ts';

type Props = {
  day: PlainDate;
  shifts: readonly Shift[];
  /** Shifts of several communes are shown: each Tổ is told with its own. */
  isWide: boolean;
  children: (shift: Shift) => ReactNode;
};

/** The shifts of a day, Tổ by Tổ. */
export function DutyDay({ day, shifts, isWide, children }: Props) {
  const intl = useIntl();
  return (
    <section className="duty-day">
      <h2>
        {intl.formatDate(`${day}T00:00:00Z`, { weekday: 'long', timeZone: 'UTC' })},{' '}
        {formatDay(day)}
      </h2>
      {byTeam(shifts).map((own) => {
        const [{ teamId, teamName, commune }] = own;
        return (
          <div key={teamId} className="duty-team">
            <h3>
              {teamName}
              {isWide && commune && <small>{unitName(commune)}</small>}
            </h3>
            <ul>{own.map(children)}</ul>
          </div>
        );
      })}
    </section>
  );
}
