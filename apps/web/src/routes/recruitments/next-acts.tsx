import type { Recruitment } from '@antt/contracts';
import { Button } from 'antd';
import { type RefObject } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { ClockText } from './clock-text.tsx';
import { type NextAct, nextActsOf } from './next.rules.ts';

type Props = {
  recruitment: Recruitment;
  onTake: (act: NextAct['act']) => void;
  /** Where the keyboard stands after an act. */
  heading: RefObject<HTMLHeadingElement | null>;
};

/** What comes next and by when; what can be done today is a button, what cannot says why. */
export function NextActs({ recruitment, onTake, heading }: Props) {
  const { on, isToday, today, setOn } = useDay();
  const mayWrite = useMay('recruitment.write');
  const acts = nextActsOf(recruitment, today);
  const first = acts.findIndex(({ act, wait }) => wait === null && act !== 'closed');
  return (
    <section className="recruitment-next" aria-labelledby="recruitment-next">
      <h2 id="recruitment-next" ref={heading} tabIndex={-1}>
        <FormattedMessage id="recruitments.next" />
      </h2>
      {acts.length === 0 && <Over recruitment={recruitment} />}
      {mayWrite && !isToday && acts.length > 0 && (
        <p>
          <FormattedMessage id="recruitments.next.other-day" values={{ day: formatDay(on) }} />{' '}
          <Button onClick={() => setOn(today)}>
            <FormattedMessage id="day.today" />
          </Button>
        </p>
      )}
      <ol>
        {acts.map(({ act, clock, wait }, index) => (
          <li key={act}>
            {mayWrite && isToday && wait === null ? (
              <Button type={index === first ? 'primary' : 'default'} onClick={() => onTake(act)}>
                <FormattedMessage id={`recruitments.do.${act}`} />
              </Button>
            ) : (
              <strong>
                <FormattedMessage id={`recruitments.do.${act}`} />
              </strong>
            )}
            <span>
              {wait && (
                <FormattedMessage
                  id={`recruitments.wait.${wait.why}`}
                  values={{ day: formatDay(wait.from ?? '') }}
                />
              )}
              {wait && clock && ' · '}
              {clock && <ClockText clock={clock} brief />}
              {act === 'application' && !wait && (
                <FormattedMessage
                  id="recruitments.next.window"
                  values={{
                    from: formatDay(recruitment.receiveFrom),
                    to: formatDay(recruitment.receiveTo),
                  }}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Nothing is left to do: where those who were recognised stand now. */
function Over({ recruitment: { candidates } }: { recruitment: Recruitment }) {
  const recognised = candidates.filter(({ postingId }) => postingId !== null);
  return (
    <>
      <p>
        <FormattedMessage id="recruitments.over" values={{ count: recognised.length }} />
      </p>
      <ul>
        {recognised.map(({ id, person }) => (
          <li key={id}>
            <PlaceLink path={`/people/${person.id}`}>{person.name}</PlaceLink>
          </li>
        ))}
      </ul>
    </>
  );
}
