import '../frame/alone.css';
import { Modal } from 'antd';
import { FormattedMessage } from 'react-intl';
import { SignInForm } from '../session/sign-in-form.tsx';
import { signInAnswered } from './sign-in-asked.ts';

/** Signing in over the page that is being written, which stays as it is behind it. */
function SignInDialog({ username }: { username: string }) {
  return (
    <Modal
      open
      title={<FormattedMessage id="outbox.sign-in" />}
      footer={null}
      width={400}
      onCancel={signInAnswered}
    >
      <p className="faint">
        <FormattedMessage id="outbox.sign-in-note" values={{ username }} />
      </p>
      <SignInForm username={username} prefix="again-" />
    </Modal>
  );
}

// React.lazy takes a default export.
export { SignInDialog as default };
