import type { Finding } from '@antt/contracts';
import { Alert, Checkbox, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';

const cited = /^Art\. (\d+)(?:\.(\d+))?$/;

/** A rule that is broken, and the article that says so. */
export function FindingLine({ finding }: { finding: Finding }) {
  const { rule, article, count, limit } = finding;
  const [, number, clause] = cited.exec(article) ?? [];
  return (
    <>
      <FormattedMessage
        id={`recognition.rule.${rule}`}
        values={{ count: count ?? 0, limit: limit ?? 0 }}
      />
      {number && (
        <small>
          <FormattedMessage
            id={clause ? 'recognition.clause' : 'recognition.article'}
            values={{ article: number, clause }}
          />
        </small>
      )}
    </>
  );
}

/** Rules that may be broken knowingly: each is ticked, and a reason given. */
export function Broken({ findings }: { findings: readonly Finding[] }) {
  const intl = useIntl();
  const rules = findings.map(({ rule }) => rule);
  return (
    <Alert
      type="warning"
      showIcon
      className="broken-rules"
      title={<FormattedMessage id="posting.form.broken" />}
      description={
        <>
          <Form.Item
            name="accept"
            rules={[
              {
                validator: (_, ticked: string[] = []) =>
                  rules.every((rule) => ticked.includes(rule))
                    ? Promise.resolve()
                    : Promise.reject(
                        new Error(intl.formatMessage({ id: 'posting.form.tick-all' })),
                      ),
              },
            ]}
          >
            <Checkbox.Group
              options={findings.map((finding) => ({
                value: finding.rule,
                label: <FindingLine finding={finding} />,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={<FormattedMessage id="posting.form.reason" />}
            rules={[
              {
                required: true,
                whitespace: true,
                message: intl.formatMessage({ id: 'posting.form.reason-due' }),
              },
              { max: 500 },
            ]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </>
      }
    />
  );
}
