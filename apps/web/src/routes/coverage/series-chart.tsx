import type { CoveragePoint } from '@antt/contracts';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { type PointFigure, strokes } from './point-figure.ts';
import { dayNumber, dayTicks, pathOf, valueTicks } from './series-chart.rules.ts';
import { useWidth } from './use-width.ts';

type Props = {
  points: CoveragePoint[];
  figures: PointFigure[];
  step: 'change' | 'month';
  from: string;
  to: string;
};

const edge = { top: 14, right: 16, bottom: 30, left: 58 };

/** Figures over time: a line of months, or steps where something changed. Arrows move from point to point. */
export function SeriesChart({ points, figures, step, from, to }: Props) {
  const intl = useIntl();
  const { box, width } = useWidth<HTMLDivElement>(720);
  const height = Math.max(260, Math.min(520, Math.round(width * 0.44)));
  const drawing = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [line, setLine] = useState(0);
  const most = Math.max(0, ...points.flatMap((point) => figures.map((name) => point[name] ?? 0)));
  const ticks = valueTicks(most);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const [right, bottom] = [width - edge.right, height - edge.bottom];
  const x = (day: number) =>
    Math.round(
      (edge.left + ((day - first) / Math.max(1, last - first)) * (right - edge.left)) * 10,
    ) / 10;
  const y = (value: number) =>
    Math.round((bottom - (value / ticks.at(-1)!) * (bottom - edge.top)) * 10) / 10;
  const days = dayTicks(from, to, Math.floor((right - edge.left) / 70));
  const number = (value: number | null) => (value === null ? '–' : intl.formatNumber(value));
  const say = (name: PointFigure) => intl.formatMessage({ id: `series.${name}` });

  const focusOn = (which: number, index: number) => {
    setLine(which);
    setAt(index);
    const name = figures[which];
    drawing.current?.querySelector<SVGElement>(`[data-spot="${name} ${index}"]`)?.focus();
  };
  const current = Math.min(at ?? points.length - 1, points.length - 1);
  const known = (name: PointFigure, index: number) => points[index]?.[name] !== null;
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [0, current - 1],
      ArrowRight: [0, current + 1],
      Home: [0, 0],
      End: [0, points.length - 1],
      ArrowUp: [-1, current],
      ArrowDown: [1, current],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const which = line + move[0];
    if (points[move[1]] && figures[which] && known(figures[which], move[1]))
      focusOn(which, move[1]);
  };
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    let nearest = 0;
    points.forEach(({ on }, index) => {
      const nearer = (n: number) => Math.abs(x(dayNumber(points[n]!.on)) - place);
      if (on && nearer(index) < nearer(nearest)) nearest = index;
    });
    setAt(nearest);
  };
  const shown = points[current];
  const activeLine = Math.min(line, figures.length - 1);

  return (
    <figure className="series-chart">
      <figcaption>
        <ul>
          {figures.map((name) => (
            <li key={name}>
              <svg width="34" height="10" aria-hidden>
                <path
                  d="M0 5H34"
                  stroke={strokes[name].colour}
                  strokeDasharray={strokes[name].dash}
                  strokeWidth="2.5"
                />
              </svg>
              <span>{say(name)}</span>
              <b className="tabular">{shown ? number(shown[name]) : ''}</b>
            </li>
          ))}
        </ul>
        {shown && (
          <p className="tabular">
            <FormattedMessage id="day.as-of" values={{ day: formatDay(shown.on) }} />
          </p>
        )}
      </figcaption>
      <div ref={box}>
        <svg
          ref={drawing}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={intl.formatMessage({ id: 'series.chart' })}
          onKeyDown={onKey}
          onPointerMove={onMove}
        >
          <g className="axis" aria-hidden>
            {ticks.map((value) => (
              <g key={value}>
                <path d={`M${edge.left} ${y(value)}H${right}`} />
                <text x={edge.left - 8} y={y(value) + 4} textAnchor="end">
                  {intl.formatNumber(value)}
                </text>
              </g>
            ))}
            {days.map(({ day, at: tick }) => (
              <g key={day}>
                <path d={`M${x(tick)} ${bottom}v5`} />
                <text
                  x={x(tick)}
                  y={bottom + 19}
                  textAnchor={x(tick) > right - 36 ? 'end' : x(tick) < 40 ? 'start' : 'middle'}
                >
                  {day}
                </text>
              </g>
            ))}
          </g>
          {shown && at !== null && (
            <path
              className="guide"
              aria-hidden
              d={`M${x(dayNumber(shown.on))} ${edge.top}V${bottom}`}
            />
          )}
          {figures.map((name, which) => (
            <g
              key={name}
              role="group"
              aria-label={say(name)}
              style={{ color: strokes[name].colour }}
            >
              <path
                className="curve"
                strokeDasharray={strokes[name].dash}
                d={pathOf(
                  points.map((point) =>
                    point[name] === null ? null : { x: x(dayNumber(point.on)), y: y(point[name]) },
                  ),
                  step === 'change',
                  x(last),
                )}
              />
              {points.map((point, index) =>
                point[name] === null ? null : (
                  <circle
                    key={point.on}
                    data-spot={`${name} ${index}`}
                    cx={x(dayNumber(point.on))}
                    cy={y(point[name])}
                    r={index === current ? 4.5 : 3}
                    data-quiet={(points.length > 60 && index !== current) || undefined}
                    role="img"
                    tabIndex={which === activeLine && index === current ? 0 : -1}
                    aria-label={`${say(name)}, ${formatDay(point.on)}: ${number(point[name])}`}
                    onFocus={() => {
                      setLine(which);
                      setAt(index);
                    }}
                  />
                ),
              )}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}
