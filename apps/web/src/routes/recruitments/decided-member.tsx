import '../../act/broken-rules.css';
import { type Application, type Examined, listTeams, type Recruitment } from '@antt/contracts';
import { problemFrom } from '@antt/kernel';
import { Alert, Checkbox, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { FindingLine } from '../people/finding-line.tsx';

type Props = {
  candidate: Application;
  recruitment: Recruitment;
  examined: Examined | undefined;
  named: boolean;
  /** A refusal of the decision that is about this one. */
  problem: unknown;
};

/** One whom the decision names: team and title, what stands in the way, and what is accepted knowingly. */
export function DecidedMember(props: Props) {
  const { candidate, recruitment, examined, named, problem } = props;
  const { id, person, teamId, position } = candidate;
  const proposedOn = recruitment.acts.find(({ act }) => act.step === 'proposed')?.act.on ?? '';
  const asked = { on: proposedOn, within: recruitment.communeId, limit: 1000 };
  const teams = useAnswer(listTeams, asked, { enabled: proposedOn !== '' });
  const findings = examined?.findings ?? [];
  const hard = findings.filter(({ severity }) => severity === 'hard');
  const soft = findings.filter(({ severity }) => severity === 'soft');
  const refusal = examined?.refusal ? problemFrom(examined.refusal) : null;
  return (
    <fieldset className="member-block">
      <legend>{person.name}</legend>
      <p className="faint">
        {position && <FormattedMessage id={`people.position.${position}`} />}
        {', '}
        {teams.data?.items.find((team) => team.id === teamId)?.name ?? '…'}
      </p>
      <Form.Item
        name={['members', id, 'named']}
        valuePropName="checked"
        initialValue={true}
        hidden={hard.length > 0}
      >
        <Checkbox>
          <FormattedMessage id="recruitments.decide.one" />
        </Checkbox>
      </Form.Item>
      {hard.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="broken-rules"
          title={<FormattedMessage id="recruitments.decide.refused" />}
          description={
            <ul>
              {hard.map((finding) => (
                <li key={finding.rule}>
                  <FindingLine finding={finding} />
                </li>
              ))}
            </ul>
          }
        />
      )}
      {refusal && problem === null && <ProblemPanel problem={refusal} />}
      {problem !== null && <ProblemPanel problem={problem} />}
      {named && hard.length === 0 && soft.length > 0 && <Accepting id={id} soft={soft} />}
      {named && examined && !refusal && findings.length === 0 && (
        <Alert type="success" showIcon title={<FormattedMessage id="posting.form.fit" />} />
      )}
    </fieldset>
  );
}

function Accepting({ id, soft }: { id: string; soft: Examined['findings'] }) {
  const intl = useIntl();
  const allTicked = (_: unknown, ticked: string[] = []) =>
    soft.every(({ rule }) => ticked.includes(rule))
      ? Promise.resolve()
      : Promise.reject(new Error(intl.formatMessage({ id: 'recruitments.decide.tick-all' })));
  return (
    <Alert
      type="warning"
      showIcon
      className="broken-rules"
      title={<FormattedMessage id="rule.to-accept" />}
      description={
        <>
          <Form.Item name={['members', id, 'accept']} rules={[{ validator: allTicked }]}>
            <Checkbox.Group
              options={soft.map((finding) => ({
                value: finding.rule,
                label: <FindingLine finding={finding} />,
              }))}
            />
          </Form.Item>
          <Form.Item
            name={['members', id, 'reason']}
            label={<FormattedMessage id="rule.accept-reason" />}
            rules={[
              {
                required: true,
                whitespace: true,
                message: intl.formatMessage({ id: 'rule.reason-due' }),
              },
            ]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      }
    />
  );
}
