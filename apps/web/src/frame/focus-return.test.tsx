import { expect, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useFocusReturn } from './focus-return.ts';

function Page() {
  useFocusReturn();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  return (
    <div className="frame">
      <main id="page" tabIndex={-1}>
        {!gone && <button onClick={() => setOpen(true)}>Mở</button>}
      </main>
      {open && (
        <Drawer open onClose={() => setOpen(false)}>
          <button onClick={() => setOpen(false)}>Đóng lại</button>
          <button
            onClick={() => {
              setGone(true);
              setOpen(false);
            }}
          >
            Bỏ
          </button>
        </Drawer>
      )}
    </div>
  );
}

const user = userEvent.setup();

test('the keyboard returns to where it stood before a drawer', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await user.click(await screen.findByText('Đóng lại'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Mở')));
});

test('where the button has gone with what was done, the keyboard stands on the page', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await user.click(await screen.findByText('Bỏ'));
  await waitFor(() => expect(document.activeElement?.id).toBe('page'));
});
