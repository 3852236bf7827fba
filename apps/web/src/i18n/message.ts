import type frame from './frame.vi.json';
import type pages from './vi.json';
import type drafts from './drafts.vi.json';
import type instruments from './instruments.vi.json';
import type criteria from './criteria.vi.json';
import type incidents from './incidents.vi.json';
import type awards from './awards.vi.json';
import type campaigns from './campaigns.vi.json';
import type compiled from './compiled.vi.json';
import type grades from './grades.vi.json';
import type publications from './publications.vi.json';
import type claims from './claims.vi.json';
import type supervisions from './supervisions.vi.json';
import type teams from './teams.vi.json';
import type workplaces from './workplaces.vi.json';
import type equipment from './equipment.vi.json';
import type consolidations from './consolidations.vi.json';
import type membership from './membership.vi.json';
import type administration from './administration.vi.json';
import type units from './units.vi.json';
import type coverage from './coverage.vi.json';
import type duties from './duties.vi.json';
import type people from './people.vi.json';
import type pay from './pay.vi.json';
import type budgets from './budgets.vi.json';
import type payrolls from './payrolls.vi.json';
import type policies from './policies.vi.json';
import type records from './records.vi.json';
import type recruitments from './recruitments.vi.json';
import type outbox from './outbox.vi.json';
import type reports from './reports.vi.json';
import type reorganisations from './reorganisations.vi.json';
import type statistics from './statistics.vi.json';

/** Every text the interface can show, by its key. */
export type MessageId =
  | keyof typeof frame
  | keyof typeof pages
  | keyof typeof drafts
  | keyof typeof instruments
  | keyof typeof criteria
  | keyof typeof incidents
  | keyof typeof awards
  | keyof typeof campaigns
  | keyof typeof compiled
  | keyof typeof grades
  | keyof typeof publications
  | keyof typeof claims
  | keyof typeof supervisions
  | keyof typeof teams
  | keyof typeof workplaces
  | keyof typeof equipment
  | keyof typeof consolidations
  | keyof typeof membership
  | keyof typeof administration
  | keyof typeof units
  | keyof typeof coverage
  | keyof typeof duties
  | keyof typeof pay
  | keyof typeof budgets
  | keyof typeof payrolls
  | keyof typeof people
  | keyof typeof policies
  | keyof typeof records
  | keyof typeof recruitments
  | keyof typeof outbox
  | keyof typeof reports
  | keyof typeof reorganisations
  | keyof typeof statistics;
