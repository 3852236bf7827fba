import './recruitments.css';
import { getRecruitment, type RecruitmentStep } from '@antt/contracts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PaperButton, papersOf } from '../../frame/paper-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { ActList } from './act-list.tsx';
import { CandidateList } from './candidate-list.tsx';
import { NextActs } from './next-acts.tsx';
import type { NextAct } from './next.rules.ts';
import { RecruitmentFacts } from './recruitment-facts.tsx';
import { TakenBackList } from './taken-back-list.tsx';

const ActDrawer = lazy(() => import('./act-drawer.tsx'));
const CandidateForm = lazy(() => import('./candidate-form.tsx'));
const TakeBackForm = lazy(() => import('./take-back-form.tsx'));

type Open = { act: NextAct['act'] } | { back: RecruitmentStep } | { file: string } | null;

/** One recruitment as of the day: what comes next, who applied, what was done, and its plan. */
export function Component() {
  const { recruitmentId = '' } = useParams();
  const { on, isToday } = useDay();
  const mayTakeBack = useMay('recruitment.write') && isToday;
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed went with its act: the keyboard goes to what is next.
  useEffect(() => {
    if (done > 0) heading.current?.focus();
  }, [done]);
  const answer = useAnswer(getRecruitment, { id: recruitmentId, on }, { keep: true });
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const recruitment = answer.data;
  const { commune, stage, candidates } = recruitment;
  const close = () => setOpen(null);
  const finish = () => {
    close();
    setDone(done + 1);
  };
  const filed = open && 'file' in open && candidates.find(({ id }) => id === open.file);
  return (
    <div className="recruitment-page">
      <PageHeader
        title={
          <FormattedMessage
            id="recruitments.title"
            values={{ unit: commune ? unitName(commune) : '' }}
          />
        }
        note={<FormattedMessage id={`recruitments.stage.${stage}`} />}
      >
        <PaperButton kinds={papersOf('recruitment')} of={recruitmentId} on={on} />
        <PlaceLink path="/recruitments">
          <FormattedMessage id="recruitments.back" />
        </PlaceLink>
      </PageHeader>
      <NextActs recruitment={recruitment} heading={heading} onTake={(act) => setOpen({ act })} />
      <section className="recruitment-files">
        <h2>
          <FormattedMessage id="recruitments.candidates" />
        </h2>
        <CandidateList recruitment={recruitment} onOpen={(file) => setOpen({ file })} />
      </section>
      <section>
        <h2>
          <FormattedMessage id="recruitments.acts" />
        </h2>
        <ActList
          recruitment={recruitment}
          onTakeBack={mayTakeBack ? (back) => setOpen({ back }) : null}
        />
        <TakenBackList recruitment={recruitment} />
      </section>
      <section>
        <h2>
          <FormattedMessage id="recruitments.plan" />
        </h2>
        <RecruitmentFacts recruitment={recruitment} />
      </section>
      <Suspense>
        {open && 'act' in open && (
          <ActDrawer act={open.act} recruitment={recruitment} onClose={close} onDone={finish} />
        )}
        {open && 'back' in open && (
          <TakeBackForm
            step={open.back}
            recruitment={recruitment}
            onClose={close}
            onDone={finish}
          />
        )}
        {filed && <CandidateForm recruitment={recruitment} candidate={filed} onClose={close} />}
      </Suspense>
    </div>
  );
}
