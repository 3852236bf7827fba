import { FormattedMessage } from 'react-intl';
import { PageHeader } from '../../frame/page-header.tsx';

export function Component() {
  return <PageHeader title={<FormattedMessage id="page.accounts" />} />;
}
