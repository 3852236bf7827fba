import '../../field/field.css';
import { createAccount, listAccounts } from '@antt/contracts';
import { Problem, today } from '@antt/kernel';
import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { newId } from '../../new-id.ts';
import { GrantFields, type GrantFieldValues, grantOf } from './grant-fields.tsx';
import type { HandOverOf } from './hand-over.tsx';

type Fields = { username: string; fullName: string; phone?: string; grants: GrantFieldValues[] };

type Props = { onClose: () => void; onCreated: (made: HandOverOf | null) => void };

/** A new account with its first roles; its password is handed over on the next screen. */
function AccountForm({ onClose, onCreated }: Props) {
  const intl = useIntl();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const create = useCommand(createAccount, [listAccounts]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const taken =
    create.error instanceof Problem && create.error.type === 'account-username-is-taken';

  const submit = ({ grants, ...fields }: Fields) =>
    create.mutate(
      { ...fields, id, grants: grants.map(grantOf) },
      {
        onSuccess: ({ account: { username, fullName }, oneTimePassword }) =>
          onCreated(oneTimePassword ? { username, fullName, oneTimePassword } : null),
      },
    );

  return (
    <Drawer
      open
      size={520}
      title={<FormattedMessage id="accounts.create" />}
      onClose={onClose}
      footer={
        <DrawerActions pending={create.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="accounts.create" />
        </DrawerActions>
      }
    >
      {create.isError && !taken && <ProblemPanel problem={create.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ grants: [{ from: today() }] }}
        onFinish={submit}
      >
        <Form.Item
          name="fullName"
          label={<FormattedMessage id="accounts.column.name" />}
          rules={[{ ...required, whitespace: true }, { max: 100 }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="username"
            label={<FormattedMessage id="accounts.column.username" />}
            extra={<FormattedMessage id="accounts.form.username-rule" />}
            {...(taken ? { validateStatus: 'error', help: problemText(intl, create.error) } : {})}
            rules={[
              required,
              {
                pattern: /^[a-z][a-z0-9.-]{1,39}$/,
                message: intl.formatMessage({ id: 'accounts.form.username-bad' }),
              },
            ]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="phone"
            label={<FormattedMessage id="accounts.column.phone" />}
            rules={[{ max: 30 }]}
          >
            <Input inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.List name="grants">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <fieldset key={key} className="grant">
                  <legend>
                    <FormattedMessage id="accounts.form.grant" values={{ number: name + 1 }} />
                  </legend>
                  <GrantFields path={[name]} />
                  {fields.length > 1 && (
                    <Button type="link" size="small" onClick={() => remove(name)}>
                      <FormattedMessage id="accounts.form.grant-remove" />
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button onClick={() => add({ from: today() })}>
                <FormattedMessage id="accounts.form.grant-add" />
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
}

export { AccountForm as default };
