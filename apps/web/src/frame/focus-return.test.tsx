import { expect, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Drawer, Modal } from 'antd';
import { useState } from 'react';
import { useFocusOnArrival, useFocusReturn } from './focus-return.ts';

function Page() {
  useFocusReturn();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <div className="frame">
      <a href="#page">Đến nội dung</a>
      <main id="page" tabIndex={-1}>
        {!gone && <button onClick={() => setOpen(true)}>Mở</button>}
      </main>
      {open && (
        <Drawer open onClose={() => setOpen(false)}>
          <button onClick={() => setOpen(false)}>Đóng lại</button>
          <button onClick={() => setAsking(true)}>Hỏi</button>
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
      {asking && (
        <Modal open footer={null} onCancel={() => setAsking(false)}>
          <button onClick={() => setAsking(false)}>Xong</button>
        </Modal>
      )}
    </div>
  );
}

function Pages({ path }: { path: string }) {
  useFocusOnArrival(path);
  return (
    <main id="page" tabIndex={-1}>
      <button key={path}>Tìm</button>
    </main>
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

test('a dialog over a drawer gives the keyboard back to the drawer', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await user.click(await screen.findByText('Hỏi'));
  await user.click(await screen.findByText('Xong'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Hỏi')));
  await user.click(screen.getByText('Đóng lại'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Mở')));
});

test('where what had the keyboard goes with its page, the keyboard stands on the page that comes', () => {
  const { rerender } = render(<Pages path="/units" />);
  act(() => screen.getByText('Tìm').focus());
  rerender(<Pages path="/teams" />);
  expect(document.activeElement?.id).toBe('page');
  act(() => screen.getByText('Tìm').focus());
  rerender(<Pages path="/teams" />);
  expect(document.activeElement).toBe(screen.getByText('Tìm'));
});

test('where the button has gone with what was done, the keyboard stands on the page', async () => {
  render(<Page />);
  await user.click(screen.getByText('Mở'));
  await user.click(await screen.findByText('Bỏ'));
  await waitFor(() => expect(document.activeElement?.id).toBe('page'));
});
