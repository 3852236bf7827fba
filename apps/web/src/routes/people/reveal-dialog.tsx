import './people.css';
import { Alert, Form, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

/** Seconds for which a told field stays on the screen. */
const shownFor = 30;

type Props = {
  title: ReactNode;
  /** Whose it is. */
  name: string;
  /** Asks with `call` and not with `useAnswer` or `useCommand`, which keep their answers. */
  ask: (reason: string) => Promise<string | null>;
  onClose: () => void;
};

/**
 * Tells one sensitive field to who gives a reason. Its value stands here only, and only for a short while: in
 * no address and among no kept answers.
 */
export function RevealDialog({ title, name, ask: askFor, onClose }: Props) {
  const intl = useIntl();
  const [form] = Form.useForm<{ reason: string }>();
  const [told, setTold] = useState<{ value: string | null } | null>(null);
  const [left, setLeft] = useState(shownFor);
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  useEffect(() => {
    if (!told) return undefined;
    if (left <= 0) {
      onClose();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [told, left, onClose]);

  const ask = async ({ reason }: { reason: string }) => {
    setPending(true);
    setFault(null);
    try {
      setTold({ value: await askFor(reason.trim()) });
    } catch (problem) {
      setFault(problem);
    } finally {
      setPending(false);
    }
  };

  return (
    <Modal
      open
      title={title}
      okText={<FormattedMessage id={told ? 'person.reveal.hide' : 'person.reveal.ask'} />}
      okButtonProps={{ loading: pending }}
      cancelButtonProps={told ? { hidden: true } : {}}
      onOk={() => (told ? onClose() : form.submit())}
      onCancel={onClose}
      destroyOnHidden
    >
      {told ? (
        <div aria-live="polite">
          <p>{name}</p>
          <b className="revealed">{told.value ?? <FormattedMessage id="person.not-recorded" />}</b>
          <p className="faint">
            <FormattedMessage id="person.reveal.left" values={{ seconds: left }} />
          </p>
        </div>
      ) : (
        <>
          {fault !== null && <ProblemPanel problem={fault} />}
          <Alert
            type="info"
            showIcon
            className="form-fault"
            title={<FormattedMessage id="person.reveal.note" values={{ name }} />}
          />
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(f) => void ask(f)}>
            <Form.Item
              name="reason"
              label={<FormattedMessage id="person.reveal.reason" />}
              rules={[
                { required: true, message: intl.formatMessage({ id: 'person.reveal.reason-due' }) },
                {
                  min: 5,
                  max: 500,
                  transform: (text?: string) => text?.trim(),
                  message: intl.formatMessage({ id: 'person.reveal.reason-short' }),
                },
              ]}
            >
              <Input.TextArea
                autoFocus
                rows={3}
                placeholder={intl.formatMessage({ id: 'person.reveal.reason-example' })}
              />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}
