import { firstReviewDay, type Person } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';
import { PersonAbsences } from '../absences/person-absences.tsx';
import { PersonCessations } from '../cessations/person-cessations.tsx';
import { PersonClaims } from '../claims/person-claims.tsx';
import { PersonTraining } from '../courses/person-training.tsx';
import { PersonSupervisions } from '../supervisions/person-supervisions.tsx';
import { PersonIssues } from '../supplies/person-issues.tsx';
import { useMay } from '../../session/me.ts';
import { PersonAgeReviews } from './person-age-reviews.tsx';

/** What was recorded about a member besides facts and places: training, things issued, absences, harm on duty, the way out. */
export function PersonRecords({ person, on }: { person: Person; on: PlainDate }) {
  const { id, birthDate } = person;
  const [seesClaims, seesSupervisions] = [useMay('claim.read'), useMay('supervision.read')];
  const parts = [
    ['training', <PersonTraining key="training" personId={id} on={on} />],
    ['supplies', <PersonIssues key="supplies" personId={id} on={on} />],
    ...(birthDate && on >= firstReviewDay(birthDate)
      ? ([['age', <PersonAgeReviews key="age" personId={id} on={on} />]] as const)
      : []),
    ['absence', <PersonAbsences key="absence" personId={id} on={on} />],
    ...(seesClaims
      ? ([['claims', <PersonClaims key="claims" personId={id} on={on} />]] as const)
      : []),
    ...(seesSupervisions
      ? ([
          ['supervisions', <PersonSupervisions key="supervisions" personId={id} on={on} />],
        ] as const)
      : []),
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
