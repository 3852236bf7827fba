import { expect, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
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
      <a href="#page">Đến nội dung</a>
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

test('who tabs round a drawer comes back to what opened it, not to what Tab touched on the way', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await screen.findByText('Đóng lại');
  // A browser steps from its own bar to the first thing of the page; the drawer takes the focus back.
  act(() => screen.getByText('Đến nội dung').focus());
  await user.click(screen.getByText('Đóng lại'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Mở')));
});

test('where the button has gone with what was done, the keyboard stands on the page', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await user.click(await screen.findByText('Bỏ'));
  await waitFor(() => expect(document.activeElement?.id).toBe('page'));
});
