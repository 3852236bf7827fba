import { ArrowLeftOutlined } from '@ant-design/icons';
import { type CommuneConsolidation, listConsolidations } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { newId } from '../../new-id.ts';
import { usePages } from '../../pages.ts';
import { useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { CommuneState } from './commune-state.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';
import { GroupCard } from './group-card.tsx';
import { proposedPlan, type Plan } from './plan.rules.ts';

type Props = { commune: CommuneConsolidation; onBack: (() => void) | null };

/** All groups of a commune, what is proposed for each, and the one decision that ends them. */
export function OneCommune({ commune, onBack }: Props) {
  const { on } = useDay();
  const me = useMe();
  const within = commune.unit.id;
  const groups = usePages(listConsolidations, { on, within, limit: 500 }, { whole: true });
  const [typed, setTyped] = useState<Plan>({});
  const [proposed, setProposed] = useState<Plan>({});
  const fresh = groups.items.filter(({ id }) => !proposed[id]);
  if (fresh.length > 0) setProposed({ ...proposed, ...proposedPlan(fresh, newId) });
  const plan = { ...proposed, ...typed };
  const editable = me.permissions.includes('team.write');
  return (
    <div className="one-commune">
      {onBack && (
        <Button
          type="link"
          className="back-link"
          icon={<ArrowLeftOutlined aria-hidden />}
          onClick={onBack}
        >
          <FormattedMessage id="consolidations.all" />
        </Button>
      )}
      <header className="one-commune-head">
        <h2>{unitName(commune.unit)}</h2>
        <CommuneState commune={commune} />
        <PlaceLink path="/map" search={{ unit: commune.unit.id }}>
          <FormattedMessage id="consolidations.map" />
        </PlaceLink>
      </header>
      {groups.isError && (
        <ProblemPanel problem={groups.error} onRetry={() => void groups.refetch()} />
      )}
      {groups.isPending && <PageSkeleton />}
      {groups.data && groups.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="consolidations.none-left" />} />
      )}
      {groups.items.map((group) =>
        plan[group.id] ? (
          <GroupCard
            key={group.id}
            group={group}
            plan={plan[group.id]!}
            editable={editable}
            onChange={(next) => setTyped((old) => ({ ...old, [group.id]: next }))}
          />
        ) : null,
      )}
      {editable && groups.items.length > 0 && (
        <DecisionForm
          key={groups.items.map(({ id }) => id).join()}
          commune={commune}
          groups={groups.items}
          plan={plan}
          on={on}
          onDone={() => setTyped({})}
        />
      )}
      <DecisionList within={within} editable={editable} />
    </div>
  );
}
