import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { dayByKey, monthOf, weeksOf } from './month.rules.ts';

type Props = { on: PlainDate; today: PlainDate; onPick: (day: PlainDate) => void };

/** A month to pick a day from, by pointer or by the arrow keys. */
export function MonthGrid({ on, today, onPick }: Props) {
  const intl = useIntl();
  // The day the keys stand on; its month is the one shown.
  const [at, setAt] = useState(on);
  const moved = useRef(false);
  const standing = useRef<HTMLButtonElement>(null);
  const month = monthOf(at);
  const weeks = weeksOf(month);
  const name = (day: PlainDate, format: Intl.DateTimeFormatOptions) =>
    intl.formatDate(`${day}T00:00:00Z`, { ...format, timeZone: 'UTC' });

  useEffect(() => {
    if (moved.current) standing.current?.focus();
  }, [at]);

  const onKey = (event: KeyboardEvent) => {
    const next = dayByKey(at, event.key);
    if (!next) return;
    event.preventDefault();
    moved.current = true;
    setAt(next);
  };
  const turn = (months: number) => {
    moved.current = false;
    setAt(monthOf(at, months));
  };

  return (
    <div className="month">
      <div className="month-head">
        <Button
          size="small"
          icon={<LeftOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'day.month-before' })}
          onClick={() => turn(-1)}
        />
        <b aria-live="polite">{name(month, { month: 'long', year: 'numeric' })}</b>
        <Button
          size="small"
          icon={<RightOutlined aria-hidden />}
          aria-label={intl.formatMessage({ id: 'day.month-after' })}
          onClick={() => turn(1)}
        />
      </div>
      <table role="grid" onKeyDown={onKey}>
        <thead>
          <tr>
            {weeks[0]!.map((day) => (
              <th key={day} scope="col" abbr={name(day, { weekday: 'long' })}>
                {name(day, { weekday: 'narrow' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    ref={day === at ? standing : null}
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    aria-label={name(day, { day: 'numeric', month: 'long', year: 'numeric' })}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === on}
                    data-other={monthOf(day) !== month || undefined}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
