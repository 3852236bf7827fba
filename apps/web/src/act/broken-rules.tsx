import '../routes/teams/teams.css';
import { Alert, Checkbox, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../i18n/message.ts';
import type { ToldFinding } from './finding.ts';

type Props = { findings: readonly ToldFinding[] };

/** Rules in words: those that refuse, and those that are broken knowingly, each ticked and with a reason. */
export function BrokenRules({ findings }: Props) {
  const intl = useIntl();
  const hard = findings.filter(({ severity }) => severity === 'hard');
  const soft = findings.filter(({ severity }) => severity === 'soft');
  const told = ({ rule, count, limit }: ToldFinding) =>
    intl.formatMessage(
      { id: `rule.${rule}` as MessageId },
      { count: count ?? 0, limit: limit ?? 0 },
    );
  const required = { required: true, message: intl.formatMessage({ id: 'rule.reason-due' }) };
  return (
    <>
      {hard.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="broken-rules"
          title={<FormattedMessage id="rule.refused" />}
          description={hard.map((one) => (
            <div key={one.rule}>{told(one)}</div>
          ))}
        />
      )}
      {hard.length === 0 && soft.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="broken-rules"
          title={<FormattedMessage id="rule.to-accept" />}
          description={
            <>
              <Form.Item name="accept" noStyle>
                <Checkbox.Group
                  options={soft.map((one) => ({ value: one.rule, label: told(one) }))}
                />
              </Form.Item>
              <Form.Item
                name="reason"
                label={<FormattedMessage id="rule.reason" />}
                rules={[required, { max: 500 }]}
              >
                <Input.TextArea rows={2} />
              </Form.Item>
            </>
          }
        />
      )}
    </>
  );
}
