import type { ConsolidationGroup } from '@antt/contracts';
import { Checkbox, Input, InputNumber, Radio, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { unitName } from '../../unit-name.ts';
import { choiceOf, type Choice, type GroupPlan } from './plan.rules.ts';

type Props = {
  group: ConsolidationGroup;
  plan: GroupPlan;
  /** Only who may decide changes anything. */
  editable: boolean;
  onChange: (plan: GroupPlan) => void;
};

/** Teams that share a village: which goes on, under which name, and how the members chose. */
export function GroupCard({ group, plan, editable, onChange }: Props) {
  const intl = useIntl();
  const { villages, teams, since, act } = group;
  const change = (part: Partial<GroupPlan>) => onChange({ ...plan, ...part });
  const choose = (teamId: string, part: Partial<Choice>) =>
    change({ choices: { ...plan.choices, [teamId]: { ...choiceOf(plan, teamId), ...part } } });
  const title = villages.map(unitName).join(', ');
  const households = villages.reduce((sum, village) => sum + (village.households ?? 0), 0);
  return (
    <section className="wait-group" data-out={!plan.included || undefined}>
      <header>
        {editable ? (
          <Checkbox
            checked={plan.included}
            onChange={(e) => change({ included: e.target.checked })}
          >
            <h2>{title}</h2>
          </Checkbox>
        ) : (
          <h2>{title}</h2>
        )}
        <p className="faint">
          {households > 0 && (
            <>
              <FormattedMessage id="consolidations.households" values={{ count: households }} />
              {' · '}
            </>
          )}
          <FormattedMessage id="consolidations.since" values={{ day: formatDay(since) }} />
          {act && ` · ${act.number}`}
        </p>
      </header>
      <Radio.Group
        className="wait-teams"
        value={plan.keepId ?? ''}
        disabled={!editable || !plan.included}
        onChange={(e) => change({ keepId: (e.target.value as string) || null })}
      >
        {teams.map(({ id, code, name, households: before, share }) => {
          const own = choiceOf(plan, id);
          return (
            <div key={id} className="wait-team">
              <Radio value={id}>
                <span className="two-lines">
                  <b>{name}</b>
                  <small>
                    {code}
                    {before !== null && (
                      <>
                        {' · '}
                        <FormattedMessage
                          id="consolidations.households"
                          values={{ count: before }}
                        />
                      </>
                    )}
                    {share !== null && (
                      <>
                        {' · '}
                        <FormattedMessage id="consolidations.share" values={{ count: share }} />
                      </>
                    )}
                  </small>
                </span>
                <Tag color={plan.keepId === id ? 'blue' : 'default'}>
                  <FormattedMessage
                    id={plan.keepId === id ? 'consolidations.goes-on' : 'consolidations.ends'}
                  />
                </Tag>
              </Radio>
              {editable && plan.included && (
                <div className="wait-choice">
                  <label>
                    <FormattedMessage id="consolidations.continuing" />
                    <InputNumber
                      {...counting}
                      value={own.continuing}
                      onChange={(continuing) => choose(id, { continuing })}
                    />
                  </label>
                  <label>
                    <FormattedMessage id="consolidations.leaving" />
                    <InputNumber
                      {...counting}
                      value={own.leaving}
                      onChange={(leaving) => choose(id, { leaving })}
                    />
                  </label>
                  <Input
                    value={own.note}
                    maxLength={500}
                    aria-label={intl.formatMessage({ id: 'consolidations.note' })}
                    placeholder={intl.formatMessage({ id: 'consolidations.note' })}
                    onChange={(e) => choose(id, { note: e.target.value })}
                  />
                </div>
              )}
            </div>
          );
        })}
        {editable && (
          <div className="wait-team">
            <Radio value="">
              <FormattedMessage id="consolidations.found-new" />
            </Radio>
          </div>
        )}
      </Radio.Group>
      {editable && plan.included && (
        <div className="wait-name">
          <label>
            <FormattedMessage id="consolidations.name" />
            <Input
              value={plan.name}
              maxLength={200}
              status={plan.name.trim() === '' ? 'error' : ''}
              onChange={(e) => change({ name: e.target.value })}
            />
          </label>
          {plan.keepId === null && (
            <label>
              <FormattedMessage id="consolidations.code" />
              <Input
                value={plan.newCode}
                maxLength={40}
                status={plan.newCode.trim() === '' ? 'error' : ''}
                onChange={(e) => change({ newCode: e.target.value })}
              />
            </label>
          )}
        </div>
      )}
    </section>
  );
}

const counting = {
  min: 0,
  max: 100,
  precision: 0,
  controls: false,
  inputMode: 'numeric',
} as const;
