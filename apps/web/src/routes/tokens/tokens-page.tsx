import '../../list-page.css';
import './tokens.css';
import '../../field/field.css';
import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { createToken, deleteToken, listTokens, type Token } from '@antt/contracts';
import { addDays, type PlainDate, today } from '@antt/kernel';
import { Alert, App, Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { copyText } from '../../clipboard.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { formatMoment } from '../../moment.ts';
import { newId } from '../../new-id.ts';

/** Tokens by which my scripts act for me, and no longer than a year. */
export function Component() {
  const tokens = useAnswer(listTokens, {});
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const items = tokens.data?.items ?? [];
  return (
    <div className="tokens">
      <PageHeader
        title={<FormattedMessage id="tokens.title" />}
        note={<FormattedMessage id="tokens.note" />}
      >
        {!creating && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setCreating(true)}
          >
            <FormattedMessage id="tokens.create" />
          </Button>
        )}
      </PageHeader>
      <div className="tokens-and-how">
        <div>
          {made && <Secret {...made} onClose={() => setMade(null)} />}
          {creating && (
            <NewToken
              onCancel={() => setCreating(false)}
              onMade={(next) => {
                setCreating(false);
                setMade(next);
              }}
            />
          )}
          {tokens.isError && (
            <ProblemPanel problem={tokens.error} onRetry={() => void tokens.refetch()} />
          )}
          {tokens.isPending && <PageSkeleton />}
          {tokens.data && items.length === 0 && !creating && (
            <EmptyState title={<FormattedMessage id="tokens.none" />}>
              <FormattedMessage id="tokens.none-note" />
            </EmptyState>
          )}
          {items.length > 0 && (
            <ul className="token-list">
              {items.map((token) => (
                <OneToken key={token.id} token={token} />
              ))}
            </ul>
          )}
        </div>
        <HowToUse />
      </div>
    </div>
  );
}

/** For whoever writes the script: where the token goes, what it may do, what to do when it leaks. */
function HowToUse() {
  return (
    <aside className="token-how">
      <h2>
        <FormattedMessage id="tokens.how" />
      </h2>
      <p>
        <FormattedMessage id="tokens.how.send" />
      </p>
      <code>
        curl -H "Authorization: Bearer …" "{location.origin}/api/coverage?on={today()}"
      </code>
      <p>
        <FormattedMessage id="tokens.how.may" />
      </p>
      <p>
        <FormattedMessage id="tokens.how.lost" />
      </p>
      <a href="/api/docs" target="_blank" rel="noreferrer">
        <FormattedMessage id="tokens.how.list" />
      </a>
    </aside>
  );
}

function OneToken({ token }: { token: Token }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const remove = useCommand(deleteToken, [listTokens]);
  const { id, name, createdAt, expiresOn, lastUsedAt } = token;
  const ended = expiresOn <= today();
  const doRemove = () =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          void message.success(intl.formatMessage({ id: 'tokens.removed' }, { name })),
      },
    );
  return (
    <li>
      {remove.isError && <ProblemPanel problem={remove.error} />}
      <div>
        <b>{name}</b>
        <span data-ended={ended || undefined}>
          <FormattedMessage
            id={ended ? 'tokens.ended' : 'tokens.expires'}
            values={{ day: formatDay(expiresOn) }}
          />
        </span>
        <span className="faint">
          <FormattedMessage
            id={lastUsedAt ? 'tokens.used' : 'tokens.unused'}
            values={{ made: formatMoment(createdAt), used: formatMoment(lastUsedAt) }}
          />
        </span>
      </div>
      <Popconfirm
        title={<FormattedMessage id="tokens.remove-sure" />}
        description={<FormattedMessage id="tokens.remove-note" />}
        okText={<FormattedMessage id="tokens.remove" />}
        okButtonProps={{ danger: true }}
        cancelText={<FormattedMessage id="action.cancel" />}
        onConfirm={doRemove}
      >
        <Button icon={<DeleteOutlined aria-hidden />} loading={remove.isPending}>
          <FormattedMessage id="tokens.remove" />
        </Button>
      </Popconfirm>
    </li>
  );
}

type NewProps = {
  onCancel: () => void;
  onMade: (made: { name: string; secret: string } | null) => void;
};

function NewToken({ onCancel, onMade }: NewProps) {
  const intl = useIntl();
  const [id] = useState(newId);
  const create = useCommand(createToken, [listTokens]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <section className="new-token">
      {create.isError && <ProblemPanel problem={create.error} />}
      <Form<{ name: string; expiresOn: PlainDate }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ expiresOn: addDays(today(), 90) }}
        onFinish={(fields) =>
          create.mutate(
            { ...fields, id },
            {
              onSuccess: ({ name, secret }) => onMade(secret ? { name, secret } : null),
            },
          )
        }
      >
        <div className="field-row">
          <Form.Item
            name="name"
            label={<FormattedMessage id="tokens.name" />}
            rules={[{ ...required, whitespace: true }, { max: 100 }]}
          >
            <Input autoFocus placeholder={intl.formatMessage({ id: 'tokens.name-example' })} />
          </Form.Item>
          <Form.Item
            name="expiresOn"
            label={<FormattedMessage id="tokens.expires-on" />}
            extra={<FormattedMessage id="tokens.expires-note" />}
            rules={[required]}
          >
            <DayField
              allowClear={false}
              before={addDays(today(), 1)}
              after={addDays(today(), 365)}
            />
          </Form.Item>
        </div>
        <div className="drawer-actions">
          <Button onClick={onCancel}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            <FormattedMessage id="tokens.create" />
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Secret({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const copy = async () => {
    if (await copyText(secret)) void message.success(intl.formatMessage({ id: 'tokens.copied' }));
  };
  return (
    <Alert
      type="warning"
      showIcon
      className="secret"
      title={<FormattedMessage id="tokens.once" values={{ name }} />}
      description={
        <>
          <code>{secret}</code>
          <div className="drawer-actions">
            <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
              <FormattedMessage id="tokens.copy" />
            </Button>
            <Button onClick={onClose}>
              <FormattedMessage id="tokens.kept" />
            </Button>
          </div>
        </>
      }
    />
  );
}
