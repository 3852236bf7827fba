import { firstReviewDay, type Person } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';
import { PersonAbsences } from '../absences/person-absences.tsx';
import { PersonCessations } from '../cessations/person-cessations.tsx';
import { PersonTraining } from '../courses/person-training.tsx';
import { PersonIssues } from '../supplies/person-issues.tsx';
import { PersonAgeReviews } from './person-age-reviews.tsx';

/** What was recorded about a member besides facts and places: training, things issued, absences, the way out. */
export function PersonRecords({ person, on }: { person: Person; on: PlainDate }) {
  const { id, birthDate } = person;
  const parts = [
    ['training', <PersonTraining key="training" personId={id} on={on} />],
    ['supplies', <PersonIssues key="supplies" personId={id} on={on} />],
    ...(birthDate && on >= firstReviewDay(birthDate)
      ? ([['age', <PersonAgeReviews key="age" personId={id} on={on} />]] as const)
      : []),
    ['absence', <PersonAbsences key="absence" personId={id} on={on} />],
    ['cessation', <PersonCessations key="cessation" personId={id} on={on} />],
  ] as const;
  return parts.map(([name, content]) => (
    <section key={name}>
      <h2>
        <FormattedMessage id={`person.${name}`} />
      </h2>
      {content}
    </section>
  ));
}
