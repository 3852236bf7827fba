import '../teams/teams.css';
import '../../list-page.css';
import './people.css';
import { getPerson, listPostings, type PostingRow } from '@antt/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { ClosedNote } from '../records/closed-note.tsx';
import { PersonFacts, PersonPlace } from './person-facts.tsx';
import { PersonPortrait } from './person-portrait.tsx';
import { PersonTimeline } from './person-timeline.tsx';

const PersonRecords = lazy(async () => ({
  default: (await import('./person-records.tsx')).PersonRecords,
}));
const PersonDetails = lazy(async () => ({
  default: (await import('./person-details.tsx')).PersonDetails,
}));
const PersonFiles = lazy(async () => ({
  default: (await import('./person-files.tsx')).PersonFiles,
}));
const PersonCare = lazy(async () => ({
  default: (await import('../records/person-care.tsx')).PersonCare,
}));
const CorrectForm = lazy(() => import('./correct-form.tsx'));
const RecogniseForm = lazy(() => import('./recognise-form.tsx'));
const ChangePostingForm = lazy(() => import('./change-posting-form.tsx'));

type Act = 'correct' | 'recognise' | 'title' | 'transfer';

/** One person: the facts, where they stand on the day, and how they came there. */
export function Component() {
  const { personId = '' } = useParams();
  const { on } = useDay();
  const mayWrite = useMay('person.write');
  const mayPost = useMay('posting.write');
  const seesProfile = useMay('person-profile.read');
  const seesDetails = useMay('person-profile.read', 'bank-account.read');
  const [act, setAct] = useState<Act | null>(null);
  const answer = useAnswer(getPerson, { id: personId, on }, { keep: true });
  const postings = useAnswer(listPostings, { on, personId }, { keep: true, enabled: mayPost });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const person = answer.data;
  if (!person) return <PageSkeleton />;
  const posting: PostingRow | undefined = postings.data?.items[0];
  const close = () => setAct(null);
  return (
    <div className="person-page">
      <PageHeader
        title={person.name}
        note={
          <>
            <PlaceLink path="/people">
              <FormattedMessage id="person.back" />
            </PlaceLink>
            {' · '}
            <FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />
          </>
        }
      >
        {mayWrite && (
          <Button onClick={() => setAct('correct')}>
            <FormattedMessage id="person.correct" />
          </Button>
        )}
        {mayPost && person.state === 'serving' && posting && (
          <>
            <Button onClick={() => setAct('title')}>
              <FormattedMessage id="person.title" />
            </Button>
            <Button onClick={() => setAct('transfer')}>
              <FormattedMessage id="person.transfer" />
            </Button>
          </>
        )}
        {mayPost && person.state !== 'serving' && (
          <Button type="primary" onClick={() => setAct('recognise')}>
            <FormattedMessage id="person.recognise" />
          </Button>
        )}
      </PageHeader>
      {mayWrite && person.commune && <ClosedNote communeId={person.commune.id} on={on} />}
      <div className="profile">
        <section>
          <h2>
            <FormattedMessage id="person.facts" />
          </h2>
          <PersonPortrait person={person} />
          <PersonFacts person={person} />
        </section>
        <section>
          <h2>
            <FormattedMessage id="person.place" />
          </h2>
          <PersonPlace person={person} />
        </section>
        <section data-wide>
          <h2>
            <FormattedMessage id="person.timeline" />
          </h2>
          <PersonTimeline personId={person.id} />
        </section>
        {seesDetails && (
          <Suspense>
            <PersonDetails person={person} on={on} />
          </Suspense>
        )}
        {seesProfile && (
          <Suspense>
            <section>
              <h2>
                <FormattedMessage id="records.files" />
              </h2>
              <PersonFiles person={person} />
            </section>
            <PersonRecords person={person} on={on} />
          </Suspense>
        )}
        {mayWrite && (
          <Suspense>
            <section>
              <h2>
                <FormattedMessage id="records.care" />
              </h2>
              <PersonCare person={person} on={on} />
            </section>
          </Suspense>
        )}
      </div>
      <Suspense>
        {act === 'correct' && <CorrectForm person={person} onClose={close} />}
        {act === 'recognise' && <RecogniseForm person={person} on={on} onClose={close} />}
        {(act === 'title' || act === 'transfer') && posting && (
          <ChangePostingForm what={act} posting={posting} on={on} onClose={close} />
        )}
      </Suspense>
    </div>
  );
}
