import type { ForceFigures } from '@antt/contracts';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import type { Figure } from './force-columns.tsx';

/** What the members who serve are divided by; the parts of each make the whole. */
const divisions = {
  position: ['leaders', 'deputies', 'ordinary'],
  sex: ['male', 'female'],
  age: ['under70', 'from70'],
  education: [
    ...(['belowPrimary', 'primary', 'lowerSecondary', 'upperSecondary', 'college'] as const),
    ...(['university', 'educationUnknown'] as const),
  ],
} as const satisfies Record<string, readonly Figure[]>;

/** The members who serve as bars, by position, sex, age and education. */
export function ForceBars({ total }: { total: ForceFigures }) {
  return (
    <div className="force-bars">
      {Object.entries(divisions).map(([division, parts]) => (
        <section key={division} aria-labelledby={`force-${division}`}>
          <h2 id={`force-${division}`}>
            <FormattedMessage id={`force.by.${division as keyof typeof divisions}`} />
          </h2>
          <dl>
            {parts
              .filter(
                (part) => total[part] > 0 || !['belowPrimary', 'educationUnknown'].includes(part),
              )
              .map((part) => (
                <Bar key={part} part={part} value={total[part]} of={total.active} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

type BarProps = { part: Figure; value: number; of: number };

function Bar({ part, value, of }: BarProps) {
  const share = of === 0 ? 0 : value / of;
  return (
    <div className="force-bar">
      <dt>
        <FormattedMessage id={`force.hint.${part}`} />
      </dt>
      <dd>
        <span className="bar" aria-hidden>
          <span style={{ inlineSize: `${100 * share}%` }} />
        </span>
        <b>
          <FormattedNumber value={value} />
        </b>{' '}
        <small>
          <FormattedNumber value={share} style="percent" maximumFractionDigits={1} />
        </small>
      </dd>
    </div>
  );
}
