import './act-maps.css';
import type { ReorganisationPictures } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { MapFailure } from '../map/map-failure.tsx';

const SideBySide = lazy(() => import('../../map/side-by-side.tsx'));

type Props = {
  pictures: ReorganisationPictures;
  on: PlainDate;
  lineage: readonly { predecessorId: string; successorId: string; share: number }[];
};

/** The units of an act on its eve and on its day; those without an outline are named below. */
export function ActMaps({ pictures, on, lineage }: Props) {
  const eve = addDays(on, -1);
  return (
    <MapFailure>
      <Suspense fallback={<Spin className="waiting" />}>
        <SideBySide
          pictures={pictures}
          lineage={lineage}
          eve={eve}
          captions={[
            <FormattedMessage
              key="before"
              id="reorganisations.picture.before"
              values={{ day: formatDay(eve) }}
            />,
            <FormattedMessage
              key="after"
              id="reorganisations.picture.after"
              values={{ day: formatDay(on) }}
            />,
          ]}
        />
      </Suspense>
    </MapFailure>
  );
}
