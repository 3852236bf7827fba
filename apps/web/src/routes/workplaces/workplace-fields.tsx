import { Workplace } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Form, Input, InputNumber, Select, Spin } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { MapFailure } from '../map/map-failure.tsx';

const PlaceMap = lazy(() => import('../../map/place-map.tsx'));

export type WorkplaceFields = {
  name: string;
  kind: Workplace['kind'];
  address?: string;
  lon: number;
  lat: number;
  tenure?: Workplace['tenure'];
  tenureUntil?: PlainDate | null;
  condition?: Workplace['condition'];
  areaM2?: number | null;
  validFrom: PlainDate;
};

/** What a workplace is; forms for opening and changing share it. */
export function FactFields() {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const choice = (name: 'tenure' | 'condition' | 'kind', values: readonly string[]) => (
    <Form.Item
      name={name}
      label={<FormattedMessage id={`workplaces.column.${name}`} />}
      rules={name === 'kind' ? [required] : []}
    >
      <Select
        allowClear={name !== 'kind'}
        options={values.map((value) => ({
          value,
          label: intl.formatMessage({
            id: `workplaces.${name}.${value}` as 'workplaces.kind.office',
          }),
        }))}
      />
    </Form.Item>
  );
  const tenure = Form.useWatch('tenure');
  return (
    <>
      <Form.Item
        name="name"
        label={<FormattedMessage id="workplaces.column.name" />}
        rules={[required]}
      >
        <Input maxLength={200} />
      </Form.Item>
      {choice('kind', Workplace.shape.kind.options)}
      <Form.Item name="address" label={<FormattedMessage id="workplaces.column.address" />}>
        <Input maxLength={300} />
      </Form.Item>
      <div className="field-row">
        {choice('tenure', Workplace.shape.tenure.unwrap().options)}
        {tenure && tenure !== 'owned' && (
          <Form.Item name="tenureUntil" label={<FormattedMessage id="workplaces.tenure-until" />}>
            <DayField />
          </Form.Item>
        )}
      </div>
      <div className="field-row">
        {choice('condition', Workplace.shape.condition.unwrap().options)}
        <Form.Item name="areaM2" label={<FormattedMessage id="workplaces.column.area" />}>
          <InputNumber min={1} max={10_000} decimalSeparator="," inputMode="decimal" />
        </Form.Item>
      </div>
    </>
  );
}

/** The point: typed as degrees, or put and dragged on the map. */
export function PointFields({
  on,
  around,
}: {
  on: PlainDate;
  around: { lon: number; lat: number };
}) {
  const intl = useIntl();
  const form = Form.useFormInstance();
  const lon = Form.useWatch<number | null>('lon', form);
  const lat = Form.useWatch<number | null>('lat', form);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const mark = useMemo(
    () => (typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null),
    [lon, lat],
  );
  const degrees = (name: 'lon' | 'lat', min: number, max: number) => (
    <Form.Item
      name={name}
      label={<FormattedMessage id={`workplaces.${name}`} />}
      rules={[required, { type: 'number', min, max }]}
    >
      <InputNumber step={0.0001} decimalSeparator="," controls={false} inputMode="decimal" />
    </Form.Item>
  );
  return (
    <>
      <p className="faint">
        <FormattedMessage id="workplaces.point-note" />
      </p>
      <div className="place-map">
        <MapFailure>
          <Suspense fallback={<Spin className="waiting" />}>
            <PlaceMap
              on={on}
              places={noPlaces}
              mark={mark ?? around}
              onMark={(at) => form.setFieldsValue(at)}
            />
          </Suspense>
        </MapFailure>
      </div>
      <div className="field-row">
        {degrees('lat', 4, 25)}
        {degrees('lon', 101, 119)}
      </div>
    </>
  );
}

const noPlaces: never[] = [];
