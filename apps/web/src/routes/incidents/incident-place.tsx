import { AimOutlined, DeleteOutlined, EnvironmentOutlined } from '@ant-design/icons';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Form, Spin } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { NamedPlace } from '../../map/place-map.tsx';
import { MapFailure } from '../map/map-failure.tsx';

const PlaceMap = lazy(() => import('../../map/place-map.tsx'));

type Place = { lon: number; lat: number };
type Props = {
  on: PlainDate;
  around: readonly NamedPlace[];
  /** The form tells of no change that was not typed. */
  onPut: () => void;
};

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Where it was: where the phone is, or a tap on the map; nothing is asked of the phone before somebody says so. */
export function IncidentPlace({ on, around, onPut }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const form = Form.useFormInstance();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const lon = Form.useWatch<number | null>('lon', { form, preserve: true });
  const lat = Form.useWatch<number | null>('lat', { form, preserve: true });
  const mark = useMemo(
    () => (typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null),
    [lon, lat],
  );
  const put = (at: Place | { lon: null; lat: null }) => {
    form.setFieldsValue(at);
    onPut();
  };
  const here = () => {
    if (!('geolocation' in navigator)) {
      return void message.error(intl.formatMessage({ id: 'incidents.no-position' }));
    }
    setAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false);
        setShown(true);
        put({ lon: round(coords.longitude), lat: round(coords.latitude) });
      },
      () => {
        setAsking(false);
        void message.error(intl.formatMessage({ id: 'incidents.no-position' }));
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return (
    <Form.Item label={<FormattedMessage id="incidents.where" />}>
      <div className="incident-place">
        <Button icon={<AimOutlined aria-hidden />} loading={asking} onClick={here}>
          <FormattedMessage id="incidents.my-position" />
        </Button>
        {!shown && (
          <Button icon={<EnvironmentOutlined aria-hidden />} onClick={() => setShown(true)}>
            <FormattedMessage id={mark ? 'incidents.show-map' : 'incidents.on-map'} />
          </Button>
        )}
        {mark && (
          <Button
            icon={<DeleteOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'incidents.no-place' })}
            onClick={() => put({ lon: null, lat: null })}
          />
        )}
      </div>
      {shown && (
        <div className="place-map">
          <MapFailure>
            <Suspense fallback={<Spin className="waiting" />}>
              <PlaceMap on={on} places={around} mark={mark} onMark={put} />
            </Suspense>
          </MapFailure>
        </div>
      )}
      <Form.Item name="lon" hidden>
        <input />
      </Form.Item>
      <Form.Item name="lat" hidden>
        <input />
      </Form.Item>
    </Form.Item>
  );
}
