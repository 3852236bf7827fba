import type { DossierPart } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { Checkbox, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';

export type FileFieldsOf = { dossier?: DossierPart[]; residentSince?: PlainDate | null };

/** Law 30/2023/QH15 Art. 13.4: a year of residence on the day of the application. */
const leastResidence = 365;

type Props = { parts: readonly DossierPart[]; receivedOn: PlainDate; listed?: boolean };

/** The parts of a file as they come in (law BR-34), and since when the person lives at the place (law BR-28). */
export function FileFields({ parts, receivedOn, listed = false }: Props) {
  const intl = useIntl();
  const latest = addDays(receivedOn, -leastResidence);
  return (
    <>
      <Form.Item
        name="dossier"
        label={<FormattedMessage id="recruitments.field.dossier" />}
        extra={
          <FormattedMessage
            id={listed ? 'recruitments.dossier.closed' : 'recruitments.dossier.note'}
          />
        }
      >
        <Checkbox.Group
          className="upright"
          disabled={listed}
          options={parts.map((value) => ({
            value,
            label: intl.formatMessage({ id: `recruitments.part.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="residentSince"
        label={<FormattedMessage id="recruitments.field.resident-since" />}
        extra={
          <FormattedMessage id="recruitments.resident.note" values={{ day: formatDay(latest) }} />
        }
        rules={[
          {
            warningOnly: true,
            validator: (_, since: PlainDate | null) =>
              since && since > latest
                ? Promise.reject(
                    new Error(intl.formatMessage({ id: 'recruitments.resident.too-short' })),
                  )
                : Promise.resolve(),
          },
        ]}
      >
        <DayField before="1900-01-01" after={receivedOn} />
      </Form.Item>
    </>
  );
}
