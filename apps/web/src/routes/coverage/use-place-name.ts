import { getUnit } from '@antt/contracts';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useMay, useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';

/** What the area is called: a unit that no longer stands on the last day has the name of the first. */
export function usePlaceName(first: string, last: string): string | undefined {
  const intl = useIntl();
  const { within } = useArea();
  const me = useMe();
  const may = useMay('unit.read');
  const area = me.areas.find(({ id }) => id === within);
  const asked = may && within !== undefined && area === undefined;
  const now = useAnswer(getUnit, { id: within ?? '', on: last }, { enabled: asked });
  const before = useAnswer(
    getUnit,
    { id: within ?? '', on: first },
    { enabled: asked && now.isError && first !== last },
  );
  if (within === undefined) {
    return me.areas.length === 1 ? me.areas[0]?.name : intl.formatMessage({ id: 'area.all' });
  }
  const unit = now.data ?? before.data;
  return area?.name ?? (unit && unitName(unit));
}
