import '../teams/teams.css';
import './people.css';
import { listPeople, type PersonRow, type Position, type TeamProfile } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useNarrow } from '../../width.ts';
import { PersonCards } from './person-cards.tsx';

const RecogniseForm = lazy(() => import('./recognise-form.tsx'));

const ranks: Record<Position, number> = { leader: 1, deputy: 2, ordinary: 3 };
const rankOf = ({ position }: PersonRow) => (position ? ranks[position] : 4);

type Props = { team: TeamProfile; on: PlainDate; stands: boolean };

/** Who serves in a team on the day; a missing leader is said (Law 30/2023/QH15 Art. 16.1). */
export function TeamMembers({ team, on, stands }: Props) {
  const narrow = useNarrow();
  const mayPost = useMay('posting.write') && stands;
  const [recognising, setRecognising] = useState(false);
  const answer = usePages(
    listPeople,
    { on, teamId: team.id, state: 'serving', limit: 200 },
    { whole: true },
  );
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const members = [...answer.items].sort((a, b) => rankOf(a) - rankOf(b));
  const led = members.some(({ position }) => position === 'leader');
  return (
    <>
      <div className="members-line">
        <span>
          <FormattedMessage
            id="team.members.count"
            values={{ count: answer.total, day: formatDay(on) }}
          />
        </span>
        {mayPost && (
          <Button onClick={() => setRecognising(true)}>
            <FormattedMessage id="team.members.recognise" />
          </Button>
        )}
      </div>
      {stands && members.length > 0 && !led && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="team.members.no-leader" values={{ day: formatDay(on) }} />}
        />
      )}
      {members.length === 0 ? (
        <p className="faint">
          <FormattedMessage id={mayPost ? 'team.members.none' : 'team.members.none-reader'} />
        </p>
      ) : narrow ? (
        <PersonCards people={members} />
      ) : (
        <MemberTable members={members} />
      )}
      <Suspense>
        {recognising && <RecogniseForm team={team} on={on} onClose={() => setRecognising(false)} />}
      </Suspense>
    </>
  );
}

function MemberTable({ members }: { members: readonly PersonRow[] }) {
  return (
    <div className="stock-box">
      <table className="stock">
        <thead>
          <tr>
            {(['order', 'name', 'position', 'since', 'phone'] as const).map((id) => (
              <th key={id} scope="col">
                <FormattedMessage id={`people.column.${id}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, position, since, phone }, index) => (
            <tr key={id}>
              <td>{index + 1}</td>
              <td>
                <PlaceLink path={`/people/${id}`}>{name}</PlaceLink>
              </td>
              <td>{position && <FormattedMessage id={`people.position.${position}`} />}</td>
              <td className="tabular">{since && formatDay(since)}</td>
              <td className="tabular">{phone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
