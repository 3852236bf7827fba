import { getUnit, listPoints, type UnitProfile } from '@antt/contracts';
import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { MapFailure } from '../map/map-failure.tsx';
import type { PointLayer } from '../map/map-search.ts';
import { usePoints } from '../map/points.ts';

const UnitMap = lazy(() => import('../../map/unit-map.tsx'));
const layers: PointLayer[] = ['teams', 'workplaces'];

/** Where the unit lies on the day; a village, which has no outline, in its commune. */
export function UnitPlace({ unit }: { unit: UnitProfile }) {
  const { on } = useDay();
  const above = unit.ancestors.find(({ level }) => level === 'commune');
  const isVillage = unit.level === 'village';
  const commune = useAnswer(
    getUnit,
    { id: above?.id ?? unit.id, on },
    { enabled: isVillage && above !== undefined },
  );
  const drawn = isVillage ? commune.data : unit;
  // Of a province the points would hide it; its own map has them in clusters.
  const few = unit.level === 'village' || unit.level === 'commune';
  const points = usePoints(on, unit.id, layers, few ? 1 : 0) ?? [];
  // The map keeps the points of the day before until those of the day are there; words count only these.
  const may = { teams: useMay('team.read'), workplaces: useMay('workplace.read') };
  const asked = (layer: PointLayer) =>
    [{ on, within: unit.id, layer }, { enabled: few && may[layer] }] as const;
  const teams = useAnswer(listPoints, ...asked('teams')).data?.items.length;
  const workplaces = useAnswer(listPoints, ...asked('workplaces')).data?.items.length;
  const counted = teams !== undefined && workplaces !== undefined;
  const level = drawn?.level;
  return (
    <section>
      <h2>
        <FormattedMessage id="unit.place" />
      </h2>
      {drawn?.bounds && level && level !== 'village' ? (
        <div className="unit-place">
          <MapFailure>
            <Suspense fallback={<Spin className="waiting" />}>
              <UnitMap
                key={`${drawn.id} ${on}`}
                on={on}
                id={drawn.id}
                level={level}
                bounds={drawn.bounds}
                points={points}
              />
            </Suspense>
          </MapFailure>
        </div>
      ) : (
        !(isVillage && commune.isLoading) && (
          <p className="none">
            <FormattedMessage id="unit.place.none" values={{ day: formatDay(on) }} />
          </p>
        )
      )}
      {drawn?.bounds && (
        <p className="place-words">
          <FormattedMessage
            id={counted ? 'unit.place.words' : 'unit.place.words-outline'}
            values={{
              unit: unitName(drawn),
              day: formatDay(on),
              teams,
              workplaces,
            }}
          />
        </p>
      )}
    </section>
  );
}
