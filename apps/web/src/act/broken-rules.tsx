import './broken-rules.css';
import { Alert, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';

/** A rule that an act breaks, in words: a hard one refuses, a soft one may be broken knowingly. */
export type BrokenRule = { rule: string; severity: 'hard' | 'soft'; told: ReactNode };

type Props = {
  rules: readonly BrokenRule[];
  /** What is said before them, where it is no rule of law that is broken. */
  refused?: MessageId;
  toAccept?: MessageId;
};

/** What stands in the way of an act; where all of it may be broken knowingly, each is ticked and a reason given. */
export function BrokenRules({ rules, refused, toAccept }: Props) {
  const hard = rules.filter(({ severity }) => severity === 'hard');
  if (hard.length > 0) {
    return (
      <Alert
        type="error"
        showIcon
        className="broken-rules"
        title={<FormattedMessage id={refused ?? 'rule.refused'} />}
        description={
          <ul>
            {hard.map(({ rule, told }) => (
              <li key={rule}>{told}</li>
            ))}
          </ul>
        }
      />
    );
  }
  return rules.length > 0 && <Acceptance rules={rules} title={toAccept ?? 'rule.to-accept'} />;
}

function Acceptance({ rules, title }: Pick<Props, 'rules'> & { title: MessageId }) {
  const intl = useIntl();
  const allTicked = (_: unknown, ticked: string[] = []) =>
    rules.every(({ rule }) => ticked.includes(rule))
      ? Promise.resolve()
      : Promise.reject(new Error(intl.formatMessage({ id: 'rule.tick-all' })));
  const due = intl.formatMessage({ id: 'rule.reason-due' });
  return (
    <Alert
      type="warning"
      showIcon
      className="broken-rules"
      title={<FormattedMessage id={title} />}
      description={
        <>
          <Form.Item name="accept" rules={[{ validator: allTicked }]}>
            <Checkbox.Group
              options={rules.map(({ rule, told }) => ({ value: rule, label: told }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={<FormattedMessage id="rule.accept-reason" />}
            rules={[{ required: true, whitespace: true, message: due }, { max: 500 }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </>
      }
    />
  );
}
