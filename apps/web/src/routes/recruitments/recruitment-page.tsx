import '../../list-page.css';
import './recruitments.css';
import { type Application, getRecruitment, type Recruitment } from '@antt/contracts';
import { Descriptions } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PaperButton, papersOf } from '../../frame/paper-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { ClockText } from './clock-text.tsx';

/** One recruitment as of the day: its plan, its acts with their terms, and who applied. */
export function Component() {
  const { recruitmentId = '' } = useParams();
  const { on } = useDay();
  const answer = useAnswer(getRecruitment, { id: recruitmentId, on }, { keep: true });
  if (answer.isPending) return <PageSkeleton />;
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const { commune, stage } = answer.data;
  return (
    <div className="list-page">
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
      <Facts recruitment={answer.data} />
      <h2>
        <FormattedMessage id="recruitments.acts" />
      </h2>
      <Acts recruitment={answer.data} />
      <h2>
        <FormattedMessage id="recruitments.candidates" />
      </h2>
      <Candidates candidates={answer.data.candidates} />
    </div>
  );
}

function Facts({ recruitment }: { recruitment: Recruitment }) {
  const intl = useIntl();
  const { purpose, places, receiveFrom, receiveTo, receivePlace } = recruitment;
  const { meetingOn, firstMeetingDay } = recruitment;
  const facts = {
    purpose,
    places: intl.formatNumber(places),
    window: `${formatDay(receiveFrom)} – ${formatDay(receiveTo)}`,
    place: receivePlace,
    meeting: formatDay(meetingOn),
    first: firstMeetingDay && formatDay(firstMeetingDay),
  };
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={(Object.keys(facts) as (keyof typeof facts)[])
        .filter((fact) => facts[fact] !== null)
        .map((fact) => ({
          key: fact,
          label: <FormattedMessage id={`recruitments.fact.${fact}`} />,
          children: facts[fact],
        }))}
    />
  );
}

/** What was done, by which day, and what is still owed; a step without a term stands with its day alone. */
function Acts({ recruitment: { acts, clocks } }: { recruitment: Recruitment }) {
  const timed = new Set(clocks.map(({ step }) => step));
  return (
    <ol className="recruitment-acts">
      {acts
        .filter(({ act }) => !timed.has(act.step))
        .map(({ act }) => (
          <li key={act.step}>
            <FormattedMessage id={`recruitments.step.${act.step}`} />
            {', '}
            {formatDay(act.on)}
            {act.step === 'closed' && `: ${act.reason}`}
          </li>
        ))}
      {clocks.map((clock) => (
        <li key={clock.step}>
          <ClockText clock={clock} />
        </li>
      ))}
    </ol>
  );
}

function Candidates({ candidates }: { candidates: Application[] }) {
  const intl = useIntl();
  const word = (id: 'complete' | 'incomplete') =>
    intl.formatMessage({ id: `recruitments.file.${id}` });
  const file = ({ complete }: Application) => word(complete ? 'complete' : 'incomplete');
  const outcome = ({ outcome: of }: Application) =>
    of === null ? '' : intl.formatMessage({ id: `recruitments.outcome.${of}` });
  const columns: Column<Application>[] = [
    {
      id: 'name',
      title: intl.formatMessage({ id: 'recruitments.candidate.name' }),
      cell: ({ person }) => person.name,
      text: ({ person }) => person.name,
    },
    {
      id: 'file',
      title: intl.formatMessage({ id: 'recruitments.candidate.file' }),
      width: 96,
      cell: file,
      text: file,
    },
    {
      id: 'votes',
      title: intl.formatMessage({ id: 'recruitments.candidate.votes' }),
      width: 64,
      align: 'end',
      cell: ({ votes }) => votes ?? '',
      text: ({ votes }) => String(votes ?? ''),
    },
    {
      id: 'outcome',
      title: intl.formatMessage({ id: 'recruitments.candidate.outcome' }),
      width: 108,
      cell: outcome,
      text: outcome,
    },
  ];
  return (
    <div className="list">
      <Sheet
        label={intl.formatMessage({ id: 'recruitments.candidates' })}
        columns={columns}
        rows={candidates}
        idOf={({ id }) => id}
        empty={<FormattedMessage id="recruitments.no-candidates" />}
      />
    </div>
  );
}
