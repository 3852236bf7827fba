import { CouncilBody, listTeams, type Recruitment, type RecruitmentAct } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';

type Props = {
  act: RecruitmentAct;
  recruitment: Recruitment;
  /** Whom an approval put on the list, where that is not those who are on it now. */
  listed?: readonly string[];
};
type Fact = [MessageId, ReactNode];

/** What was recorded of one act, as it was told. */
export function ActRecord({ act, recruitment, listed }: Props) {
  const onList = recruitment.candidates.filter((one) => listed?.includes(one.id) ?? one.listed);
  const names = onList.map(({ person }) => person.name);
  const facts = factsOf(act, recruitment, names).filter(
    ([, value]) => value !== '' && value !== null,
  );
  return (
    <dl className="recruitment-facts">
      <div>
        <dt>
          <FormattedMessage id="recruitments.field.on" />
        </dt>
        <dd>{formatDay(act.on)}</dd>
      </div>
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt>
            <FormattedMessage id={title} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const lines = (texts: readonly ReactNode[]) => (
  <ul>
    {texts.map((text, index) => (
      <li key={index}>{text}</li>
    ))}
  </ul>
);

function factsOf(act: RecruitmentAct, recruitment: Recruitment, listed: readonly string[]): Fact[] {
  const nameOf = (id: string) =>
    recruitment.candidates.find((one) => one.id === id)?.person.name ?? '…';
  switch (act.step) {
    case 'issued':
      return [['recruitments.field.number', act.number]];
    case 'posted':
    case 'list-posted':
    case 'notified':
    case 'result-posted':
      return [
        ['recruitments.field.places', lines(act.places)],
        ['recruitments.field.until', act.until && formatDay(act.until)],
      ];
    case 'list-approved':
      return [['recruitments.field.listed', lines(listed)]];
    case 'council-set':
      return councilFacts(act);
    case 'met':
      return meetingFacts(act, nameOf);
    case 'minutes-signed':
      return [
        ['recruitments.field.chosen', act.chosen.length > 0 ? lines(act.chosen.map(nameOf)) : ''],
        ['recruitments.field.reason', act.reason],
      ];
    case 'proposed':
      return [['recruitments.field.members', <Placed key="members" {...{ act, recruitment }} />]];
    case 'decided':
      return [
        ['decision.number', act.decision.number],
        ['decision.signed-on', formatDay(act.decision.signedOn)],
        ['recruitments.field.valid-from', formatDay(act.validFrom)],
        [
          'recruitments.field.members',
          lines(
            act.members.map(({ applicationId, reason }) =>
              [nameOf(applicationId), reason].filter(Boolean).join(': '),
            ),
          ),
        ],
      ];
    case 'closed':
      return [['recruitments.field.reason', act.reason]];
  }
}

function councilFacts(act: Extract<RecruitmentAct, { step: 'council-set' }>): Fact[] {
  const of = (body: CouncilBody) => act.members.filter((one) => one.body === body);
  return [
    ['recruitments.field.number', act.number],
    ['recruitments.field.chair', act.chair],
    ['recruitments.field.vice-chair', act.viceChair],
    ...CouncilBody.options.map((body): Fact => [
      `recruitments.council.${body}`,
      of(body)
        .map(({ name }) => name)
        .join(', '),
    ]),
    ['recruitments.field.reason', act.reason],
  ];
}

function meetingFacts(
  { present, ballot, votes }: Extract<RecruitmentAct, { step: 'met' }>,
  nameOf: (id: string) => string,
): Fact[] {
  const team = ballot.way === 'secret' ? ballot.countingTeam : null;
  return [
    ['recruitments.field.present', present],
    [
      'recruitments.field.way',
      <FormattedMessage key="way" id={`recruitments.way.${ballot.way}`} />,
    ],
    ['recruitments.field.chairing', ballot.chairing],
    ['recruitments.field.secretary', ballot.secretary],
    [
      'recruitments.field.counting',
      team && lines([team.head, team.deputy, ...team.members, team.secretary]),
    ],
    [
      'recruitments.field.votes',
      lines(votes.map(({ applicationId, votes: count }) => `${nameOf(applicationId)}: ${count}`)),
    ],
  ];
}

/** Teams are named as they stood on the day of the proposal. */
function Placed({
  act: { on, members },
  recruitment: { communeId, candidates },
}: {
  act: Extract<RecruitmentAct, { step: 'proposed' }>;
  recruitment: Recruitment;
}) {
  const teams = useAnswer(listTeams, { on, within: communeId, limit: 1000 });
  return (
    <ul>
      {members.map(({ applicationId, teamId, position }) => (
        <li key={applicationId}>
          {candidates.find(({ id }) => id === applicationId)?.person.name}
          {': '}
          <FormattedMessage id={`people.position.${position}`} />
          {', '}
          {teams.data?.items.find(({ id }) => id === teamId)?.name ?? '…'}
        </li>
      ))}
    </ul>
  );
}
