import { App } from 'antd';
import { Outlet } from 'react-router';

/** What pages need for their messages and dialogs; loaded beside the first page, after the frame stands. */
export function Component() {
  return (
    <App className="app">
      <Outlet />
    </App>
  );
}
