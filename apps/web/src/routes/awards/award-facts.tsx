import { type AwardDetail, getPerson } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { pointsText } from '../campaigns/score-text.ts';
import { formIn, subjectIn } from './award-text.ts';

/** Whom it is for, what was done and what is asked for. */
export function AwardFacts({ award }: { award: AwardDetail }) {
  const intl = useIntl();
  const { formName, formNameEn, titleName, titleNameEn, result, roundName } = award;
  const days = `${formatDay(award.from)} – ${formatDay(award.to)}`;
  const place =
    result &&
    intl.formatMessage(
      { id: 'awards.result' },
      { total: pointsText(intl, result.total), rank: result.rank ?? '–' },
    );
  return (
    <>
      <p className="award-summary">{award.summary}</p>
      <FactList
        facts={[
          ['awards.subject', <Subject key="subject" award={award} />],
          ['awards.column.unit', award.unitName],
          [
            'awards.achievement-kind',
            intl.formatMessage({ id: `awards.achievement.${award.achievementKind}` }),
          ],
          ['awards.days', days],
          ['awards.form', formName && formIn(intl, { name: formName, nameEn: formNameEn ?? '' })],
          [
            'awards.title',
            titleName && formIn(intl, { name: titleName, nameEn: titleNameEn ?? '' }),
          ],
          [
            'awards.column.authority',
            intl.formatMessage({ id: `awards.authority.${award.authority}` }),
          ],
          ['awards.year', String(award.year)],
          ['awards.unexpected', award.isUnexpected && intl.formatMessage({ id: 'awards.yes' })],
          ['awards.round', [roundName, place].filter(Boolean).join(' · ')],
          ['awards.proposal', `${award.number} · ${formatDay(award.proposedOn)}`],
          [
            'awards.decision',
            award.decisionNumber && `${award.decisionNumber} · ${formatDay(award.decidedOn!)}`,
          ],
          [
            'awards.revocation',
            award.revocation &&
              `${intl.formatMessage({ id: `awards.revocation.${award.revocation}` })} · ${formatDay(award.revokedOn!)}`,
          ],
          ['awards.note', award.note],
        ]}
      />
    </>
  );
}

/** A link to whom it is for; the name of a member for who may read names of people. */
function Subject({ award }: { award: AwardDetail }): ReactNode {
  const intl = useIntl();
  const mayRead = useMay('person.read');
  const { subject, subjectId, incidentId } = award;
  const isPerson = subject === 'person' && mayRead;
  const person = useAnswer(
    getPerson,
    { id: subjectId ?? '', on: today() },
    { enabled: isPerson && subjectId !== null },
  );
  const name = subjectIn(intl, award);
  if (isPerson)
    return (
      <PlaceLink path={`/people/${subjectId}`}>
        {person.data ? `${person.data.name} · ${award.subjectName}` : name}
      </PlaceLink>
    );
  if (subject === 'team') return <PlaceLink path={`/teams/${subjectId}`}>{name}</PlaceLink>;
  if (incidentId) return <PlaceLink path={`/incidents/${incidentId}`}>{name}</PlaceLink>;
  return name;
}

/** Whose appraisals it needs, and who agrees by now. */
export function Appraisals({ award }: { award: AwardDetail }) {
  const { appraisals, agreed, steps } = award;
  if (appraisals.length === 0) return <FormattedMessage id="awards.needs-none" />;
  const sending = steps[0]?.sending;
  const against = steps.flatMap((one) =>
    one.sending === sending && one.agrees === false ? [one.agency] : [],
  );
  return (
    <div className="award-appraisals">
      {appraisals.map((agency) => {
        const state = agreed.includes(agency)
          ? 'agrees'
          : against.includes(agency)
            ? 'disagrees'
            : 'waiting';
        const colour = { agrees: 'success', disagrees: 'error', waiting: 'default' }[state];
        return (
          <Tag key={agency} color={colour}>
            <FormattedMessage id={`awards.agency.${agency}`} />
            {': '}
            <FormattedMessage id={`awards.${state}`} />
          </Tag>
        );
      })}
    </div>
  );
}
