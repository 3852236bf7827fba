import {
  type Campaign,
  type CampaignRound,
  getCampaign,
  listCampaigns,
  openRound,
} from '@antt/contracts';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { LaunchesShown } from './launches-shown.tsx';
import { RoundStateTag } from './score-tags.tsx';
import { TemplatesShown } from './templates-shown.tsx';

type Props = { campaign: Campaign; onEdit: (() => void) | undefined };

/** A campaign as its plan says it: days, rounds and what they leave open. */
export function CampaignCard({ campaign, onEdit }: Props) {
  const { id, name, from, to, citation, rounds, warnings } = campaign;
  const [shown, setShown] = useState<'templates' | 'launches' | null>(null);
  return (
    <section className="campaign-card">
      <header>
        <h2>
          <PlaceLink path={`/campaigns/${id}`}>{name}</PlaceLink>
        </h2>
        {onEdit && (
          <Button size="small" onClick={onEdit}>
            <FormattedMessage id="campaigns.edit" />
          </Button>
        )}
      </header>
      <p className="faint">
        <FormattedMessage
          id="campaigns.days"
          values={{ from: formatDay(from), to: formatDay(to) }}
        />{' '}
        · {citation}
      </p>
      <ul>
        {rounds.map((round) => (
          <RoundLine key={round.id} campaignId={id} round={round} mayOpen={onEdit !== undefined} />
        ))}
      </ul>
      {warnings.map((gap) => (
        <Alert
          key={gap.from}
          type="warning"
          showIcon
          title={
            <FormattedMessage
              id="campaigns.gap"
              values={{ days: gap.days, from: formatDay(gap.from), to: formatDay(gap.to) }}
            />
          }
        />
      ))}
      {(['templates', 'launches'] as const).map((part) => (
        <Button
          key={part}
          type="link"
          aria-expanded={shown === part}
          onClick={() => setShown(shown === part ? null : part)}
        >
          <FormattedMessage id={`campaigns.${part}`} />
        </Button>
      ))}
      {shown === 'launches' && <LaunchesShown campaign={campaign} />}
      {shown === 'templates' && <TemplatesShown campaignId={id} mayAdopt={onEdit !== undefined} />}
    </section>
  );
}

type LineProps = { campaignId: string; round: CampaignRound; mayOpen: boolean };

function RoundLine({ campaignId, round, mayOpen }: LineProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const open = useCommand(openRound, [listCampaigns, getCampaign]);
  return (
    <li>
      <PlaceLink path={`/campaigns/${campaignId}`} search={{ round: round.id }}>
        <FormattedMessage
          id="campaigns.round-days"
          values={{
            ...{ name: round.name, days: round.days },
            ...{ from: formatDay(round.from), to: formatDay(round.to) },
          }}
        />
      </PlaceLink>{' '}
      <RoundStateTag state={round.state} />
      {mayOpen && round.state === 'planned' && (
        <Button
          size="small"
          loading={open.isPending}
          onClick={() =>
            open.mutate(
              { id: round.id },
              {
                onSuccess: () =>
                  void message.success(intl.formatMessage({ id: 'campaigns.opened' })),
              },
            )
          }
        >
          <FormattedMessage id="campaigns.open" />
        </Button>
      )}
      {open.isError && <ProblemPanel problem={open.error} />}
    </li>
  );
}
