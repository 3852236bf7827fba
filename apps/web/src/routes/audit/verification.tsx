import { SafetyCertificateOutlined } from '@ant-design/icons';
import { verifyAudit } from '@antt/contracts';
import type { Output, Problem } from '@antt/kernel';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { call } from '../../api.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

/** Recomputes the chain of seals when asked to, and says what came of it. */
export function useVerification() {
  const verify = useMutation<Output<typeof verifyAudit>, Problem, void>({
    mutationFn: () => call(verifyAudit, {}),
  });
  const button = (
    <Button
      icon={<SafetyCertificateOutlined aria-hidden />}
      loading={verify.isPending}
      onClick={() => verify.mutate()}
    >
      <FormattedMessage id="audit.verify" />
    </Button>
  );
  const { data } = verify;
  const result = verify.isError ? (
    <ProblemPanel problem={verify.error} onRetry={() => verify.mutate()} />
  ) : (
    data && (
      <Alert
        className="verification"
        showIcon
        closable={{ onClose: () => verify.reset() }}
        type={data.intact ? 'success' : 'error'}
        title={
          <FormattedMessage
            id={data.intact ? 'audit.intact' : 'audit.broken'}
            values={{ entries: data.entries, brokenAt: data.brokenAt ?? 0 }}
          />
        }
        description={
          <span className="head-seal">
            <FormattedMessage id="audit.head" values={{ head: data.head }} />
          </span>
        }
      />
    )
  );
  return { button, result };
}
