import { Apportioning, listChangeDays, type Permission } from '@antt/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { formatDay, useDay } from '../day.ts';
import { useMe } from '../session/me.ts';
import { MonthGrid } from './month-grid.tsx';
import { typedDay } from './month.rules.ts';

const needed: Permission = 'coverage.read';

/** Changes people look for by their day; teams and workplaces change every week. */
const greatest = ['unit', 'boundary', 'quota'];

/** A month to pick a day from, and beside it the days on which something changed, as the map's slider has them. */
function DayPanel({ onDone }: { onDone: () => void }) {
  const { on, setOn, today, isToday, restate, setRestate, apportioning, setApportioning } =
    useDay();
  const { within } = useArea();
  const intl = useIntl();
  const [bad, setBad] = useState(false);
  const may = useMe().permissions.includes(needed);
  const days = useAnswer(listChangeDays, { within }, { enabled: may });
  const pick = (day: string) => {
    setOn(day);
    onDone();
  };
  const past = (days.data?.items ?? []).filter((stop) => stop.on <= today);
  const great = past.filter(({ what }) => what.some((one) => greatest.includes(one)));
  const stops = [...new Set([...great, ...past.slice(-2)])].sort((a, b) =>
    b.on.localeCompare(a.on),
  );

  return (
    <div className="day-panel">
      <div className="day-pick">
        <Input
          autoFocus
          defaultValue={formatDay(on)}
          placeholder={intl.formatMessage({ id: 'day.typed' })}
          aria-label={intl.formatMessage({ id: 'day.typed' })}
          {...(bad && { status: 'error' as const })}
          onFocus={(event) => event.target.select()}
          onPressEnter={(event) => {
            const day = typedDay(event.currentTarget.value);
            if (day) pick(day);
            else setBad(true);
          }}
        />
        <MonthGrid on={on} today={today} onPick={pick} />
      </div>
      <div className="day-stops">
        <Button block disabled={isToday} onClick={() => pick(today)}>
          <FormattedMessage id="day.today" />
        </Button>
        {!isToday && (
          <Checkbox
            className="day-restate"
            checked={restate !== undefined}
            onChange={({ target }) => setRestate(target.checked ? today : undefined)}
          >
            <FormattedMessage id="day.restate" values={{ day: formatDay(restate ?? today) }} />
          </Checkbox>
        )}
        {restate !== undefined && (
          <div className="day-apportioning">
            <label htmlFor="day-apportioning">
              <FormattedMessage id="day.apportioning" />
            </label>
            <Select<Apportioning | 'own'>
              id="day-apportioning"
              value={apportioning ?? 'own'}
              options={(['own', ...Apportioning.options] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: `day.apportioning.${value}` }),
              }))}
              onChange={(way) => setApportioning(way === 'own' ? undefined : way)}
            />
          </div>
        )}
        {stops.length > 0 && (
          <p className="day-heading">
            <FormattedMessage id="day.changes" />
          </p>
        )}
        <div className="day-changes">
          {stops.map((stop) => (
            <button
              key={stop.on}
              type="button"
              className="day-stop"
              aria-pressed={stop.on === on}
              onClick={() => pick(stop.on)}
            >
              <b>{formatDay(stop.on)}</b>
              {stop.what.map((what) => (
                <span key={what}>
                  <FormattedMessage id={`day.what.${what}`} />
                </span>
              ))}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

// React.lazy takes a default export.
export { DayPanel as default };
