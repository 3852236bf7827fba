import { StarOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';

const ViewPanel = lazy(() => import('./view-panel.tsx'));

/** Other views of coverage, and those I keep of this page. */
export function ViewMenu() {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <Suspense fallback={<div className="views" aria-busy="true" />}>
          <ViewPanel onDone={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button icon={<StarOutlined aria-hidden />}>
        <FormattedMessage id="view.title" />
      </Button>
    </Popover>
  );
}
