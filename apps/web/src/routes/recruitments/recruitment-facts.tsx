import type { Recruitment } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';

/** What the plan says, and the first day on which the council may meet. */
export function RecruitmentFacts({ recruitment }: { recruitment: Recruitment }) {
  const intl = useIntl();
  const { purpose, requirements, places, receiveFrom, receiveTo, receivePlace } = recruitment;
  const { receivingBody, meetingOn, firstMeetingDay, draftedOn } = recruitment;
  const facts = {
    drafted: formatDay(draftedOn),
    purpose,
    requirements,
    places: intl.formatNumber(places),
    window: `${formatDay(receiveFrom)} – ${formatDay(receiveTo)}`,
    place: receivePlace,
    receiving: intl.formatMessage({ id: `recruitments.body.${receivingBody}` }),
    meeting: formatDay(meetingOn),
    first: firstMeetingDay ? formatDay(firstMeetingDay) : '',
  };
  return (
    <dl className="recruitment-facts">
      {(Object.keys(facts) as (keyof typeof facts)[])
        .filter((fact) => facts[fact] !== '')
        .map((fact) => (
          <div key={fact}>
            <dt>
              <FormattedMessage id={`recruitments.fact.${fact}`} />
            </dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
    </dl>
  );
}
