import { DeleteOutlined } from '@ant-design/icons';
import { deleteView, keepView, listViews } from '@antt/contracts';
import { App, Button, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer, useCommand } from '../../answer.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { newId } from '../../new-id.ts';

const page = 'map';

const others = ['series', 'comparison', 'groups'] as const;

type Props = { onDone: () => void };

/** Other ways to look at coverage, and views I keep of this page: its address under a name of mine. */
function ViewPanel({ onDone }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const views = useAnswer(listViews, {});
  const keep = useCommand(keepView, [listViews]);
  const drop = useCommand(deleteView, [listViews]);
  const mine = (views.data?.items ?? []).filter((view) => view.page === page);
  const failed = (problem: unknown) => void message.error(problemText(intl, problem));

  const submit = ({ name }: { name: string }) => {
    const kept = new URLSearchParams(search);
    kept.delete('unit');
    keep.mutate(
      { id: newId(), page, name, search: kept.toString() },
      {
        onError: failed,
        onSuccess: () => {
          form.resetFields();
          void message.success(intl.formatMessage({ id: 'view.kept' }, { name }));
        },
      },
    );
  };

  return (
    <div className="views">
      <nav aria-label={intl.formatMessage({ id: 'view.other' })}>
        {others.map((one) => (
          <PlaceLink key={one} path={`/coverage/${one}`}>
            <FormattedMessage id={`coverage.${one}`} />
          </PlaceLink>
        ))}
      </nav>
      {mine.map((view) => (
        <div key={view.id} className="view">
          <button
            type="button"
            onClick={() => {
              void navigate(`/map?${view.search}`);
              onDone();
            }}
          >
            {view.name}
          </button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'view.drop' }, { name: view.name })}
            onClick={() => drop.mutate({ id: view.id }, { onError: failed })}
          />
        </div>
      ))}
      {views.data && mine.length === 0 && (
        <p className="none">
          <FormattedMessage id="view.none" />
        </p>
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="name"
          label={<FormattedMessage id="view.name" />}
          rules={[
            {
              required: true,
              whitespace: true,
              message: intl.formatMessage({ id: 'sign-in.required' }),
            },
          ]}
        >
          <Input maxLength={100} placeholder={intl.formatMessage({ id: 'view.example' })} />
        </Form.Item>
        <Button htmlType="submit" type="primary" block loading={keep.isPending}>
          <FormattedMessage id="view.keep" />
        </Button>
      </Form>
    </div>
  );
}

// React.lazy takes a default export.
export { ViewPanel as default };
