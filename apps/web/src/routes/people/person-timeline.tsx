import { listPostings, type RecognitionRule } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { unitName } from '../../unit-name.ts';
import { momentsOf, type PersonMoment } from './timeline.rules.ts';

/** Where somebody served and serves, latest first, each with the decision behind it. */
export function PersonTimeline({ personId }: { personId: string }) {
  const { on, setOn } = useDay();
  const postings = usePages(listPostings, { personId, limit: 200 });
  if (postings.isError) {
    return <ProblemPanel problem={postings.error} onRetry={() => void postings.refetch()} />;
  }
  if (!postings.data) return <PageSkeleton />;
  if (postings.items.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="person.timeline.none" />
      </p>
    );
  }
  return (
    <>
      <ol className="happenings">
        {momentsOf(postings.items).map((moment) => (
          <li key={`${moment.posting.id} ${moment.what}`} data-future={moment.on > on || undefined}>
            <button type="button" className="day tabular" onClick={() => setOn(moment.on)}>
              {formatDay(moment.on)}
            </button>
            <p>
              <Happening moment={moment} />
            </p>
            <Behind moment={moment} />
          </li>
        ))}
      </ol>
      {postings.hasNextPage && (
        <div className="more">
          <Button
            loading={postings.isFetchingNextPage}
            onClick={() => void postings.fetchNextPage()}
          >
            <FormattedMessage
              id="people.more"
              values={{ shown: postings.items.length, total: postings.total }}
            />
          </Button>
        </div>
      )}
    </>
  );
}

function Happening({ moment: { what, posting } }: { moment: PersonMoment }) {
  const intl = useIntl();
  const { position, teamId, teamName, commune } = posting;
  return (
    <FormattedMessage
      id={`person.timeline.${what}`}
      values={{
        position: intl.formatMessage({ id: `people.position.${position}` }),
        team: <PlaceLink path={`/teams/${teamId}`}>{teamName}</PlaceLink>,
        commune: commune ? unitName(commune) : '–',
      }}
    />
  );
}

/** The decision, and what was accepted knowingly with it. */
function Behind({ moment: { what, posting } }: { moment: PersonMoment }) {
  const intl = useIntl();
  const decision = what === 'left' ? posting.endDecision : posting.decision;
  const accepted = what === 'left' ? [] : posting.accepted;
  const rules = accepted.map((rule) =>
    intl.formatMessage({ id: `recognition.short.${rule as RecognitionRule}` }),
  );
  return (
    <>
      <small>
        {decision ? (
          <FormattedMessage
            id="person.timeline.decision"
            values={{
              number: decision.number,
              day: formatDay(decision.signedOn),
              issuer: decision.issuer,
            }}
          />
        ) : (
          <FormattedMessage id="person.timeline.no-decision" />
        )}
      </small>
      {rules.length > 0 && (
        <small className="accepted">
          <FormattedMessage
            id="person.timeline.accepted"
            values={{ rules: rules.join('; '), reason: posting.reason }}
          />
        </small>
      )}
    </>
  );
}
