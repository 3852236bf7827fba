import { problem } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { vietnamese } from '../test-text.ts';
import { useFieldProblem } from './field-problem.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';

const slowly = { timeout: 10_000 };

function Code({ refused }: { refused: unknown }) {
  const [form] = Form.useForm();
  const above = useFieldProblem(form, refused, { 'team-code-is-taken': 'code' });
  return (
    <Form form={form} initialValues={{ name: '', code: 'T1' }}>
      <p>{above === null ? 'không có gì' : 'lời báo chung'}</p>
      <Form.Item name="name" label="Tên">
        <Input />
      </Form.Item>
      <Form.Item name="code" label="Mã">
        <Input />
      </Form.Item>
    </Form>
  );
}
const inVietnamese = (page: ReactNode) => (
  <IntlProvider locale="vi" messages={vietnamese}>
    {page}
  </IntlProvider>
);

test('a refusal is said at the field that it speaks of, and the keyboard stands there', async () => {
  const { rerender } = render(inVietnamese(<Code refused={null} />));
  rerender(inVietnamese(<Code refused={problem('team-code-is-taken')} />));
  const said = await screen.findByText(vietnamese['problem.team-code-is-taken']!, {}, slowly);
  expect(said.closest('.ant-form-item')!.querySelector('#code')).toBeTruthy();
  expect(document.activeElement?.id).toBe('code');
  expect(screen.getByText('không có gì')).toBeTruthy();
});

test('a refusal that speaks of no field stands above the form', () => {
  render(inVietnamese(<Code refused={problem('team-not-found')} />));
  expect(screen.getByText('lời báo chung')).toBeTruthy();
});

test('a form is sent only when what cannot be undone was confirmed by typing', async () => {
  const sent: unknown[] = [];
  render(
    inVietnamese(
      <Form onFinish={(fields) => sent.push(fields)}>
        <TypedConfirmation what="TO-07" />
        <Button htmlType="submit">Giải thể</Button>
      </Form>,
    ),
  );
  const typed = screen.getByLabelText(/Gõ lại “TO-07” để xác nhận/);
  const submit = screen.getByText('Giải thể');
  fireEvent.change(typed, { target: { value: 'TO-7' } });
  fireEvent.click(submit);
  expect(await screen.findByText('Chưa đúng “TO-07”.', {}, slowly)).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(typed, { target: { value: ' TO-07 ' } });
  fireEvent.click(submit);
  await waitFor(() => expect(sent).toHaveLength(1), slowly);
});
