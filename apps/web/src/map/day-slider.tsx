import './day-slider.css';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { PlainDate } from '@antt/kernel';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../day.ts';
import type { MessageId } from '../i18n/message.ts';
import { useNarrow } from '../width.ts';

type Stop = { on: PlainDate; what: string[] };
type Props = { stops: Stop[]; on: PlainDate; today: PlainDate; setOn: (on: PlainDate) => void };

const settle = 150;

/** The stop a day's map is that of: the last one not after it. */
export function standingStop(stops: readonly Stop[], on: PlainDate): number {
  return stops.findLastIndex((stop) => stop.on <= on);
}

/** Stops of the control: each day on which something changed, and today at the end of what is past. */
export function withToday(stops: readonly Stop[], today: PlainDate): Stop[] {
  if (stops.some(({ on }) => on === today)) return [...stops];
  const past = stops.filter(({ on }) => on < today);
  return [...past, { on: today, what: [] }, ...stops.slice(past.length)];
}

/** Days worth a name under the track: units, outlines or decisions changed; ends always, none too close. */
export function ticksOf(stops: readonly Stop[], apart = 0.2): number[] {
  const last = stops.length - 1;
  if (last < 1) return last === 0 ? [0] : [];
  const near = (a: number, b: number) => Math.abs(a - b) / last < apart;
  const great = stops.flatMap(({ what }, index) =>
    what.some((one) => ['unit', 'boundary', 'quota'].includes(one)) ? [index] : [],
  );
  const ticks = [0, last];
  // Later changes first: they are the ones looked for.
  for (const index of great.reverse()) {
    if (!ticks.some((tick) => near(tick, index))) ticks.push(index);
  }
  return ticks.sort((a, b) => a - b);
}

/** Moves over the days on which something changed, not over every day. */
export function DaySlider({ stops: changes, on, today, setOn }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const stops = withToday(changes, today);
  const standing = Math.max(0, standingStop(stops, on));
  // While the thumb is dragged only its label moves; the map follows once the hand rests.
  const [held, setHeld] = useState<number | null>(null);
  const at = held ?? standing;
  const stop = stops[at];

  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(() => {
      if (stops[held]) setOn(stops[held].on);
      setHeld(null);
    }, settle);
    return () => clearTimeout(timer);
  }, [held, setOn, stops]);

  const what = (stop?.what ?? []).map((one) =>
    intl.formatMessage({ id: `day.what.${one}` as MessageId }),
  );
  const shown = held === null ? on : (stop?.on ?? on);
  const step = (by: number) => setHeld(Math.max(0, Math.min(stops.length - 1, at + by)));

  return (
    <div className="day-slider">
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden />}
        disabled={at <= 0}
        aria-label={intl.formatMessage({ id: 'slider.earlier' })}
        onClick={() => (on > (stops[standing]?.on ?? on) ? setHeld(standing) : step(-1))}
      />
      <div className="track">
        <input
          type="range"
          min={0}
          max={Math.max(0, stops.length - 1)}
          step={1}
          value={at}
          disabled={stops.length < 2}
          aria-label={intl.formatMessage({ id: 'slider.label' })}
          aria-valuetext={formatDay(shown)}
          onChange={({ target }) => setHeld(Number(target.value))}
        />
        <div className="ticks tabular">
          {ticksOf(stops, narrow ? 0.6 : 0.2).map((index) => (
            <button
              key={stops[index]!.on}
              type="button"
              tabIndex={-1}
              style={{ left: `${(index / Math.max(1, stops.length - 1)) * 100}%` }}
              onClick={() => setOn(stops[index]!.on)}
            >
              {formatDay(stops[index]!.on)}
            </button>
          ))}
        </div>
      </div>
      <Button
        size="small"
        icon={<RightOutlined aria-hidden />}
        disabled={at >= stops.length - 1}
        aria-label={intl.formatMessage({ id: 'slider.later' })}
        onClick={() => step(1)}
      />
      <div className="stop" aria-live="polite">
        <b className="tabular">{formatDay(shown)}</b>
        <span>
          {what.length > 0 ? (
            <FormattedMessage id="slider.changed" values={{ what: what.join(', ') }} />
          ) : (
            shown === today && <FormattedMessage id="slider.today" />
          )}
        </span>
      </div>
    </div>
  );
}
