import '../../field/field.css';
import type { Instrument } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { lastDayItem } from '../../field/last-day.ts';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { useInstruments } from './instrument-field.tsx';
import { instrumentKinds } from './instrument-text.ts';
import { InstrumentsField } from './instruments-field.tsx';
import { UnitsField } from './units-field.tsx';
import { useSubjects } from './use-subjects.ts';

export type InstrumentValues = Omit<Instrument, 'id' | 'status'>;

export const emptyInstrument: Partial<InstrumentValues> = {
  kind: 'decision',
  effectiveTo: null,
  subjects: [],
  amends: [],
  replaces: [],
  bases: [],
  territory: [],
  territoryOn: null,
};

/** What a document can be refused for, at its fields. */
export const instrumentPlaces: ProblemPlaces = {
  'instrument-number-is-taken': 'number',
  'instrument-effective-to-follows-effective-from': 'effectiveTo',
  'instrument-replaces-later': 'replaces',
  'instruments-form-a-circle': 'amends',
  'instrument-subject-overlaps': 'subjects',
  'instrument-subject-not-found': 'subjects',
};

type Props = {
  /** The document that is written, where it exists already. */
  id?: string;
  /** The units of its territory, by name. */
  units?: readonly { id: string; kind: string; name: string }[];
  /** It leaves every other document as it is. */
  alone?: boolean;
};

/** What is written of a document: the same fields to record and to correct it. */
export function InstrumentFields({ id, units = [], alone = false }: Props) {
  const intl = useIntl();
  const form = Form.useFormInstance<InstrumentValues>();
  // Resolutions are the council's, decisions the committee's.
  const ofCouncil = Form.useWatch('kind', form) === 'resolution';
  const signedOn = Form.useWatch('signedOn', form);
  const effectiveFrom = Form.useWatch('effectiveFrom', form);
  const territory = Form.useWatch('territory', form);
  const known = useInstruments(undefined);
  const documents = known.data?.items ?? [];
  const { options } = useSubjects();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const text = (message: 'instrument.replaces-none' | 'instruments.none-chosen') =>
    intl.formatMessage({ id: message });
  // What ended goes on being replaced by what is recorded late.
  const open = documents.filter(
    ({ effectiveTo, status }) =>
      status === 'final' && (!effectiveTo || !effectiveFrom || effectiveTo >= effectiveFrom),
  );
  const cited = { loading: known.isLoading, except: id };

  return (
    <>
      <div className="field-row">
        <Form.Item name="kind" label={<FormattedMessage id="instrument.kind" />}>
          <Select
            options={instrumentKinds.map((kind) => ({
              value: kind,
              label: intl.formatMessage({ id: `instrument.kind.${kind}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label={<FormattedMessage id="instrument.number" />}
          rules={[{ ...required, whitespace: true }, { max: 80 }]}
        >
          <Input placeholder={ofCouncil ? '…/NQ-HĐND' : '…/QĐ-UBND'} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name="issuer"
        label={<FormattedMessage id="instrument.issuer" />}
        rules={[{ ...required, whitespace: true }, { max: 200 }]}
      >
        <Input
          placeholder={intl.formatMessage({
            id: ofCouncil ? 'instrument.council-example' : 'instrument.issuer-example',
          })}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={<FormattedMessage id="instrument.title" />}
        rules={[{ ...required, whitespace: true }, { max: 500 }]}
      >
        <Input.TextArea rows={2} className="growing" />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="signedOn"
          label={<FormattedMessage id="instrument.signed-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="effectiveFrom"
          label={<FormattedMessage id="instrument.effective-from" />}
          dependencies={['signedOn']}
          rules={[
            required,
            {
              validator: (_, day: string | null) =>
                !day || !signedOn || day >= signedOn
                  ? Promise.resolve()
                  : Promise.reject(
                      new Error(intl.formatMessage({ id: 'instrument.effective-too-early' })),
                    ),
            },
          ]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          {...lastDayItem}
          name="effectiveTo"
          label={<FormattedMessage id="instruments.effective-to" />}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name="subjects"
        label={<FormattedMessage id="instruments.column.subjects" />}
        extra={<FormattedMessage id="instruments.subjects-note" />}
      >
        <Select
          mode="multiple"
          allowClear
          options={options}
          optionFilterProp="label"
          placeholder={text('instruments.none-chosen')}
        />
      </Form.Item>
      <Form.Item
        name="territory"
        label={<FormattedMessage id="instruments.territory" />}
        extra={<FormattedMessage id="instruments.territory-note" />}
      >
        <UnitsField on={effectiveFrom ?? today()} known={units} />
      </Form.Item>
      <Form.Item
        name="territoryOn"
        hidden={(territory ?? []).length === 0}
        label={<FormattedMessage id="instruments.territory-on" />}
        extra={<FormattedMessage id="instruments.territory-on-note" />}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="bases" label={<FormattedMessage id="instruments.bases" />}>
        <InstrumentsField
          {...cited}
          instruments={documents}
          placeholder={text('instruments.none-chosen')}
        />
      </Form.Item>
      <Form.Item
        name="amends"
        hidden={alone}
        label={<FormattedMessage id="instruments.amends" />}
        extra={<FormattedMessage id="instruments.amends-note" />}
      >
        <InstrumentsField
          {...cited}
          instruments={documents}
          placeholder={text('instruments.none-chosen')}
        />
      </Form.Item>
      <Form.Item
        name="replaces"
        hidden={alone}
        label={<FormattedMessage id="instrument.replaces" />}
        extra={<FormattedMessage id="instrument.replaces-note" />}
      >
        <InstrumentsField
          {...cited}
          instruments={open}
          placeholder={text('instrument.replaces-none')}
        />
      </Form.Item>
    </>
  );
}
