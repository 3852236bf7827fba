import { type Job, SoftRule } from '@antt/contracts';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

type Props = {
  rules: readonly SoftRule[];
  busy: boolean;
  onCheck: (accept: SoftRule[], reason: string) => void;
};

/** The rules that a refused file breaks and that may be broken knowingly. */
export function acceptableRules({ dryRun, status, problems }: Job): SoftRule[] {
  if (!dryRun || status !== 'rejected') return [];
  const broken = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return SoftRule.options.filter((rule) => broken.includes(rule));
}

/** Breaking rules knowingly: each is ticked, the reason written, and the file checked again. */
export function Acceptance({ rules, busy, onCheck }: Props) {
  const [accept, setAccept] = useState<SoftRule[]>([]);
  const [reason, setReason] = useState('');
  const ready = accept.length > 0 && reason.trim() !== '';
  return (
    <Form
      layout="vertical"
      className="import-acceptance"
      onFinish={() => ready && onCheck(accept, reason.trim())}
    >
      <Form.Item label={<FormattedMessage id="imports.accept" />}>
        <Checkbox.Group
          value={accept}
          onChange={setAccept}
          options={rules.map((rule) => ({
            value: rule,
            label: <FormattedMessage id={`imports.accept.${rule}`} />,
          }))}
        />
      </Form.Item>
      {accept.length > 0 && (
        <Form.Item htmlFor="accept-reason" label={<FormattedMessage id="imports.accept-reason" />}>
          <Input
            id="accept-reason"
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      )}
      <Button htmlType="submit" disabled={!ready} loading={busy}>
        <FormattedMessage id="imports.accept-check" />
      </Button>
    </Form>
  );
}
