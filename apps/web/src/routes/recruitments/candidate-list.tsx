import type { Application, Recruitment } from '@antt/contracts';
import { Button, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PaperButton, papersOf } from '../../frame/paper-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { lacksOf } from './candidate.rules.ts';
import { completesFiles, isInPlay } from './next.rules.ts';

type Props = { recruitment: Recruitment; onOpen: (applicationId: string) => void };

/** Who applied: what their file has and lacks, their votes, and what came of it. */
export function CandidateList({ recruitment, onOpen }: Props) {
  const { on, isToday } = useDay();
  const mayWrite = useMay('recruitment.write') && isToday && completesFiles(recruitment);
  const { candidates } = recruitment;
  if (candidates.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="recruitments.no-candidates" />
      </p>
    );
  }
  return (
    <ul className="candidates">
      {candidates.map((candidate) => (
        <li key={candidate.id}>
          <div>
            <PlaceLink path={`/people/${candidate.person.id}`}>{candidate.person.name}</PlaceLink>
            <Outcome candidate={candidate} />
          </div>
          <FileState candidate={candidate} inPlay={isInPlay(recruitment, candidate)} />
          <div className="candidate-acts">
            <PaperButton
              kinds={papersOf('application')}
              of={candidate.id}
              on={on}
              about={candidate.person.name}
            />
            {mayWrite && isInPlay(recruitment, candidate) && (
              <Button onClick={() => onOpen(candidate.id)}>
                <FormattedMessage
                  id="recruitments.file.open"
                  values={{ name: <span className="out-of-sight">{candidate.person.name}</span> }}
                />
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const colours = { selected: 'success', passed: 'default', failed: 'default' } as const;

function Outcome({ candidate: { listed, votes, outcome, postingId } }: { candidate: Application }) {
  return (
    <>
      {listed && outcome === null && votes === null && (
        <Tag>
          <FormattedMessage id="recruitments.listed" />
        </Tag>
      )}
      {votes !== null && (
        <span>
          <FormattedMessage id="recruitments.votes" values={{ votes }} />
        </span>
      )}
      {outcome && postingId === null && (
        <Tag color={colours[outcome]}>
          <FormattedMessage id={`recruitments.outcome.${outcome}`} />
        </Tag>
      )}
      {postingId !== null && (
        <Tag color="success">
          <FormattedMessage id="recruitments.outcome.recognised" />
        </Tag>
      )}
    </>
  );
}

/** What a file lacks, in one reading: whole is only what lacks neither part nor check; what a check found is not told. */
function FileState({ candidate, inPlay }: { candidate: Application; inPlay: boolean }) {
  const intl = useIntl();
  const { parts, unrecorded } = lacksOf(candidate);
  const toCome = inPlay ? unrecorded : [];
  const what = {
    parts: parts.map((part) => intl.formatMessage({ id: `recruitments.part.${part}` })).join(', '),
    checks: toCome.map((one) => intl.formatMessage({ id: `recruitments.check.${one}` })).join(', '),
  };
  const told =
    parts.length > 0
      ? (['incomplete', ...(toCome.length > 0 ? (['unrecorded'] as const) : [])] as const)
      : ([toCome.length > 0 ? 'unchecked' : 'complete'] as const);
  return (
    <ul className="file-state">
      <li>
        <FormattedMessage
          id="recruitments.received"
          values={{ day: formatDay(candidate.receivedOn) }}
        />
      </li>
      {told.map((state) => (
        <li key={state} data-lacks={state !== 'complete'}>
          <FormattedMessage id={`recruitments.file.${state}`} values={what} />
        </li>
      ))}
    </ul>
  );
}
