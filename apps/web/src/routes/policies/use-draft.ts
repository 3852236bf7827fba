import {
  changePolicy,
  getPolicy,
  listPolicies,
  PolicyDocument,
  type PolicyRow,
  recordPolicy,
} from '@antt/contracts';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { useHistory } from '../criteria/use-history.ts';
import type { Draft } from './draft.rules.ts';

export type Owner = { instrumentId: string | null; units: PolicyRow['territory'] };

/** A draft while it is typed: what is wrong with it, whether it differs from what is kept, and its keeping. */
export function useDraft(kept: PolicyRow | null, start: PolicyDocument) {
  const intl = useIntl();
  const [id] = useState(() => kept?.id ?? newId());
  const { typed, set, undo } = useHistory(start);
  const draft = typed as Draft;
  const [owner, setOwner] = useState<Owner>({
    instrumentId: kept?.instrument?.id ?? null,
    units: kept?.territory ?? [],
  });
  const [saved, setSaved] = useState<{ draft: Draft | null; owner: Owner }>({
    draft: kept ? start : null,
    owner,
  });
  const [tried, setTried] = useState(false);
  const record = useCommand(recordPolicy, [getPolicy, listPolicies]);
  const change = useCommand(changePolicy, [getPolicy, listPolicies]);
  const read = useMemo(() => PolicyDocument.safeParse(draft), [draft]);
  const faults = useMemo(() => {
    const told = new Map<string, string>();
    if (read.success || !tried) return told;
    for (const { path } of read.error.issues) {
      told.set(path.join('.'), intl.formatMessage({ id: 'policies.missing' }));
    }
    return told;
  }, [read, tried, intl]);
  const save = (onSuccess: () => void) => {
    setTried(true);
    if (!read.success) return;
    const content = {
      id,
      instrumentId: owner.instrumentId,
      units: owner.units.map((unit) => unit.id),
      document: read.data,
    };
    const done = () => {
      setSaved({ draft, owner });
      onSuccess();
    };
    if (kept) change.mutate(content, { onSuccess: done });
    else record.mutate(content, { onSuccess: done });
  };
  return {
    id,
    draft,
    set: (next: Draft) => set(next),
    undo,
    owner,
    setOwner,
    faults,
    isValid: read.success,
    isChanged: draft !== saved.draft || owner !== saved.owner,
    save,
    saving: record.isPending || change.isPending,
    problem: record.error ?? change.error,
  };
}
