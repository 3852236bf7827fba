import {
  checkPublications,
  listPublications,
  PublicationKind,
  PublicationMedium,
  recordPublication,
} from '@antt/contracts';
import { type Input as InputOf, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

type Fields = Omit<InputOf<typeof recordPublication>, 'id'>;

/** Something that was published: where, what, when, and of which unit; a portal names the document. */
export function PublicationForm({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { within } = useArea();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const medium = Form.useWatch('medium', form);
  const publishedOn = Form.useWatch('publishedOn', form);
  const isPortal = medium === 'portal';
  const instruments = useInstruments(undefined, isPortal);
  const command = useCommand(recordPublication, [listPublications, checkPublications]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const kinds = PublicationKind.options.filter((one) => (one === 'document') === isPortal);
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="publications.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ medium: 'grassroots', kind: 'news', publishedOn: today() }}
      pending={command.isPending}
      problem={command.error}
      onFinish={({ instrumentId, ...fields }) =>
        command.mutate(
          { ...fields, id, instrumentId: isPortal ? (instrumentId ?? null) : null },
          {
            onSuccess: () => {
              void message.success(intl.formatMessage({ id: 'publications.recorded' }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="medium" label={<FormattedMessage id="publications.medium" />}>
        <Select
          options={PublicationMedium.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `publications.medium.${value}` }),
          }))}
          onChange={(next: PublicationMedium) =>
            form.setFieldValue('kind', next === 'portal' ? 'document' : 'news')
          }
        />
      </Form.Item>
      <Form.Item name="kind" label={<FormattedMessage id="publications.kind" />}>
        <Select
          options={kinds.map((value) => ({
            value,
            label: intl.formatMessage({ id: `publications.kind.${value}` }),
          }))}
        />
      </Form.Item>
      {isPortal && (
        <Form.Item
          name="instrumentId"
          label={<FormattedMessage id="publications.document" />}
          rules={[required]}
        >
          <InstrumentField
            instruments={(instruments.data?.items ?? []).filter(({ status }) => status === 'final')}
            loading={instruments.isPending}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={<FormattedMessage id="publications.title" />}
        rules={[required, { min: 3, message: intl.formatMessage({ id: 'field.required' }) }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name="publishedOn"
        label={<FormattedMessage id="publications.published" />}
        rules={[required]}
      >
        <DayField after={today()} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={<FormattedMessage id="publications.unit" />}
        rules={[required]}
      >
        <UnitField
          on={publishedOn ?? today()}
          within={within}
          levels={['province', 'district', 'commune']}
        />
      </Form.Item>
      <Form.Item name="outlet" label={<FormattedMessage id="publications.outlet" />}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="link"
        label={<FormattedMessage id="publications.link" />}
        rules={[
          {
            pattern: /^https?:\/\/\S+$/,
            message: intl.formatMessage({ id: 'publications.link-fault' }),
          },
        ]}
      >
        <Input maxLength={500} inputMode="url" />
      </Form.Item>
    </ActForm>
  );
}
