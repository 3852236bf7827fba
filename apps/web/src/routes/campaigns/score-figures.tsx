import type { Score } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { pointsText } from './score-text.ts';
import type { TemplateNames } from './template-names.ts';

/** The score in one line: rank, grade, and what the total is made of. */
export function ScoreFigures({ score, names }: { score: Score; names: TemplateNames }) {
  const intl = useIntl();
  const { rank, rankOverall, grade, lowered } = score;
  const figures: [Parameters<typeof Figure>[0]['of'], ReactNode][] = [
    ['total', pointsText(intl, score.total)],
    ['base', pointsText(intl, score.base)],
    ['bonus', pointsText(intl, score.bonus)],
    ['penalty', pointsText(intl, score.penalty)],
    ['rank', rank ?? '–'],
    ['rank-overall', rankOverall ?? '–'],
    [
      'grade',
      grade ? (
        <>
          {names.grade(grade)}
          {lowered && (
            <small>
              {' '}
              <FormattedMessage id="campaigns.lowered" />
            </small>
          )}
        </>
      ) : (
        '–'
      ),
    ],
  ];
  return (
    <ul className="summary score-figures">
      {figures.map(([of, value]) => (
        <Figure key={of} of={of}>
          {value}
        </Figure>
      ))}
    </ul>
  );
}

type FigureProps = {
  of: 'total' | 'base' | 'bonus' | 'penalty' | 'rank' | 'rank-overall' | 'grade';
  children: ReactNode;
};

function Figure({ of, children }: FigureProps) {
  return (
    <li>
      <b>{children}</b>
      <span>
        <FormattedMessage id={`campaigns.${of}`} />
      </span>
    </li>
  );
}
