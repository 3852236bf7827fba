import { getExtent, getUnit, listUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Spin } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { call } from '../../api.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { Hover, HoverContext } from '../../map/hover.ts';
import MapView, { type Bounds, type MapHandle } from '../../map/map-view.tsx';
import { unitName } from '../../unit-name.ts';
import type { OldUnit } from './draft.ts';

const country: Bounds = [102.1, 8.4, 109.6, 23.4];
const none = () => undefined;

type Props = { on: PlainDate; chosen: string[]; onPick: (unit: OldUnit) => void };

/** The communes of the eve; a click takes one, or puts it back. */
function ChooseMap({ on, chosen, onPick }: Props) {
  const { within } = useArea();
  const [map, setMap] = useState<MapHandle | null>(null);
  const [hover] = useState(() => new Hover());
  const extent = useAnswer(getExtent, { on, within }, { keep: true });
  const communes = useAnswer(
    listUnits,
    { on, level: 'commune', within, limit: 1000 },
    { keep: true },
  );
  const names = useMemo(
    () => new Map((communes.data?.items ?? []).map((unit) => [unit.id, unitName(unit)])),
    [communes.data],
  );
  const lineOf = useCallback((id: string) => names.get(id) ?? '', [names]);
  const fills = useMemo(
    () =>
      [...new Set([...names.keys(), ...chosen])].map((id) => ({
        id,
        colour: chosen.includes(id) ? '#41b6c4' : '#f7f7f2',
        muted: false,
      })),
    [names, chosen],
  );
  const choose = (id: string | undefined) => {
    if (!id) return;
    void call(getUnit, { id, on }).then(({ ancestors, ...unit }) => {
      const parent = ancestors.find((one) => one.id === unit.parentId);
      const { level, kind, code, list, name, parentId } = unit;
      const above = { parentName: parent?.name ?? null, parentKind: parent?.kind ?? null };
      onPick({ id, level, kind, code, list, name, parentId, ...above });
    }, none);
  };
  return (
    <HoverContext value={hover}>
      <div className="choose-map">
        {extent.isPending ? (
          <Spin className="waiting" />
        ) : (
          <MapView
            on={on}
            version={0}
            level="commune"
            fills={fills}
            points={[]}
            wanted={chosen}
            chosen={undefined}
            camera={undefined}
            bounds={extent.data?.bounds ?? country}
            lineOf={lineOf}
            onChoose={choose}
            onCamera={none}
            map={map}
            onReady={setMap}
          />
        )}
      </div>
    </HoverContext>
  );
}

// React.lazy takes a default export.
export { ChooseMap as default };
