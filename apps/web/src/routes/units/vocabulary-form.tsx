import '../../field/field.css';
import { defineTag, Level, listTags, type Tag } from '@antt/contracts';
import { App, AutoComplete, Checkbox, Drawer, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { familyName } from './tag-text.ts';

type Fields = Omit<Tag, 'family'> & { family?: string };
type Props = { tag: Tag | null; known: readonly Tag[]; onClose: () => void };

const form = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Adds a tag to the vocabulary, or names one anew; its code stays, since units bear it. */
function VocabularyForm({ tag, known, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [fields] = Form.useForm<Fields>();
  const define = useCommand(defineTag, [listTags]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const inForm = { pattern: form, message: intl.formatMessage({ id: 'tags.code-form' }) };
  const isNew = {
    validator: (_: unknown, code: string) =>
      known.some((one) => one.code === code)
        ? Promise.reject(new Error(intl.formatMessage({ id: 'tags.code-taken' })))
        : Promise.resolve(),
  };
  const families = [...new Set(known.flatMap(({ family }) => family ?? []))];
  const submit = ({ family, ...rest }: Fields) =>
    define.mutate(
      { ...rest, code: tag?.code ?? rest.code, family: family || null },
      {
        onSuccess: ({ name }) => {
          void message.success(intl.formatMessage({ id: 'tags.saved' }, { name }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={
        tag ? (
          <FormattedMessage id="tags.edit" values={{ name: tag.name }} />
        ) : (
          <FormattedMessage id="tags.new" />
        )
      }
      onClose={onClose}
      footer={
        <DrawerActions
          pending={define.isPending}
          onCancel={onClose}
          onSubmit={() => fields.submit()}
        >
          <FormattedMessage id="tags.save" />
        </DrawerActions>
      }
    >
      {define.isError && <ProblemPanel problem={define.error} />}
      <Form<Fields>
        form={fields}
        layout="vertical"
        requiredMark={false}
        initialValues={tag ? { ...tag, family: tag.family ?? '' } : { levels: ['village'] }}
        onFinish={submit}
      >
        <Form.Item
          name="code"
          label={<FormattedMessage id="tags.code" />}
          rules={tag ? [] : [required, inForm, { max: 60 }, isNew]}
        >
          <Input disabled={tag !== null} autoFocus={tag === null} spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="name"
          label={<FormattedMessage id="tags.name" />}
          rules={[{ ...required, whitespace: true }, { max: 100 }]}
        >
          <Input autoFocus={tag !== null} />
        </Form.Item>
        <Form.Item
          name="nameEn"
          label={<FormattedMessage id="tags.name-en" />}
          rules={[{ ...required, whitespace: true }, { max: 100 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="levels"
          label={<FormattedMessage id="tags.levels" />}
          rules={[{ ...required, type: 'array' }]}
        >
          <Checkbox.Group
            options={Level.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `units.level.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="family"
          label={<FormattedMessage id="tags.family" />}
          extra={<FormattedMessage id="tags.family-note" />}
          rules={[inForm, { max: 60 }]}
        >
          <AutoComplete
            allowClear
            options={families.map((value) => ({ value, label: familyName(intl, value) }))}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { VocabularyForm as default };
