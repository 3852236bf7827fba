import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { OutlinedLevel } from '../../map/style.ts';
import { useMay } from '../../session/me.ts';

type Props = {
  level: OutlinedLevel;
  other: OutlinedLevel | null;
  on: string;
  onLevel: (level: OutlinedLevel) => void;
};

/** An empty sea would say nothing: which outlines are missing, and what can be done about it. */
export function OutlineNote({ level, other, on, onLevel }: Props) {
  const intl = useIntl();
  const may = useMay('unit.write');
  const called = (one: OutlinedLevel) =>
    intl.formatMessage({ id: `map.level.${one}` }).toLowerCase();
  return (
    <div className="outline-note" role="status">
      <p>
        <FormattedMessage
          id="map.no-outlines"
          values={{ level: called(level), day: formatDay(on) }}
        />
      </p>
      {other && (
        <Button onClick={() => onLevel(other)}>
          <FormattedMessage id="map.no-outlines.other" values={{ level: called(other) }} />
        </Button>
      )}
      {may && (
        <PlaceLink path="/imports" search={{ kind: 'boundaries', level }}>
          <FormattedMessage id="map.no-outlines.load" />
        </PlaceLink>
      )}
    </div>
  );
}
