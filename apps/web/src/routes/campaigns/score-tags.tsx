import type { CampaignRound, Score } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { barredText } from './score-text.ts';

const colours: Record<CampaignRound['state'], string> = {
  planned: 'default',
  open: 'processing',
  ratified: 'success',
};

export function RoundStateTag({ state }: Pick<CampaignRound, 'state'>) {
  return (
    <Tag color={colours[state]}>
      <FormattedMessage id={`campaigns.round-state.${state}`} />
    </Tag>
  );
}

type Marked = Pick<Score, 'breaches' | 'missing' | 'verified' | 'disqualified'>;

/** What a reader should know before trusting the total. */
export function ScoreTags({ score }: { score: Marked }) {
  const intl = useIntl();
  const { breaches, missing, verified, disqualified } = score;
  return (
    <>
      {disqualified.length > 0 && (
        <Tag color="error" title={barredText(intl, disqualified)}>
          <FormattedMessage id="campaigns.out" />
        </Tag>
      )}
      {breaches > 0 && (
        <Tag color="error">
          <FormattedMessage id="campaigns.breaches" values={{ count: breaches }} />
        </Tag>
      )}
      {missing > 0 && (
        <Tag color="warning">
          <FormattedMessage id="campaigns.missing" values={{ count: missing }} />
        </Tag>
      )}
      <Tag color={verified ? 'success' : 'default'}>
        <FormattedMessage id={verified ? 'campaigns.verified' : 'campaigns.not-verified'} />
      </Tag>
    </>
  );
}
