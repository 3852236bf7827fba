import type { Recruitment, RecruitmentAct } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Form, Select } from 'antd';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';

export type PostingFieldsOf = { places: string[]; until?: PlainDate | null };

const usual = ['committee', 'police', 'house', 'point'] as const;

/** Where the Circular has everything posted (Circular 14/2024/TT-BCA Art. 3; R3), by the names of this commune. */
export function usualPlaces(intl: IntlShape, { commune }: Pick<Recruitment, 'commune'>): string[] {
  const unit = commune ? `${commune.kind} ${commune.name}` : '';
  return usual.map((place) => intl.formatMessage({ id: `recruitments.place.${place}` }, { unit }));
}

type Posted = Extract<RecruitmentAct, { places: string[] }>;

/** Whatever follows hangs out where the one before it did (R6). */
export function formerPlaces({ acts }: Pick<Recruitment, 'acts'>): string[] | undefined {
  const posted = acts.findLast((one): one is typeof one & { act: Posted } => 'places' in one.act);
  return posted?.act.places;
}

/** Where something hangs out and until when; the usual places are offered. */
export function PostingFields({ recruitment }: { recruitment: Recruitment }) {
  const intl = useIntl();
  const places = [
    ...new Set([...usualPlaces(intl, recruitment), ...(formerPlaces(recruitment) ?? [])]),
  ];
  return (
    <>
      <Form.Item
        name="places"
        label={<FormattedMessage id="recruitments.field.places" />}
        extra={<FormattedMessage id="recruitments.places.note" />}
        rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
      >
        <Select
          mode="tags"
          className="posting-places"
          options={places.map((value) => ({ value, label: value }))}
          tokenSeparators={[';']}
        />
      </Form.Item>
      <Form.Item name="until" label={<FormattedMessage id="recruitments.field.until" />}>
        <DayField
          before={recruitment.draftedOn}
          placeholder={intl.formatMessage({ id: 'recruitments.until.none' })}
        />
      </Form.Item>
    </>
  );
}
