import { problem } from '@antt/contracts';
import { beforeAll, expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Form, Input } from 'antd';
import { IntlProvider } from 'react-intl';
import { vietnamese } from '../test-text.ts';
import { ActForm } from './act-form.tsx';

const slowly = { timeout: 15_000 };
const finding = { rule: 'issues-open', severity: 'soft', article: '', count: 2, limit: 0 };
const refused = problem('cessation-rule-not-accepted', { findings: [finding] });
const sent: object[] = [];

function Act({ refusal }: { refusal: unknown }) {
  const [form] = Form.useForm<{ day: string }>();
  return (
    <IntlProvider locale="vi" messages={vietnamese}>
      <ActForm
        {...{ form, pending: false, problem: refusal, title: 'Cho thôi', submit: 'Ghi' }}
        initial={{ day: '1' }}
        onFinish={(fields) => sent.push(fields)}
        onClose={() => undefined}
      >
        <Form.Item name="day" label="Ngày">
          <Input />
        </Form.Item>
      </ActForm>
    </IntlProvider>
  );
}
const send = () => fireEvent.click(screen.getByText('Ghi'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

test('a broken rule is told where the keyboard then stands, and nothing is sent until it is ticked and explained', async () => {
  const { rerender } = render(<Act refusal={null} />);
  rerender(<Act refusal={refused} />);
  const rule = await screen.findByText(/Còn 2 biển hiệu/, {}, slowly);
  expect(document.activeElement?.contains(rule)).toBe(true);
  send();
  expect(await screen.findByText('Đánh dấu từng mục, hoặc hủy', {}, slowly)).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.click(rule);
  fireEvent.change(screen.getByLabelText('Lý do và căn cứ'), { target: { value: 'Đã báo mất' } });
  send();
  await waitFor(
    () => expect(sent).toEqual([{ day: '1', accept: ['issues-open'], reason: 'Đã báo mất' }]),
    slowly,
  );
}, 60_000);

test('an act that became another one is sent without accepting what the former one broke', async () => {
  sent.length = 0;
  const { rerender } = render(<Act refusal={null} />);
  rerender(<Act refusal={refused} />);
  await screen.findByText(/Còn 2 biển hiệu/, {}, slowly);
  fireEvent.change(screen.getByLabelText('Ngày'), { target: { value: '2' } });
  await waitFor(() => expect(screen.queryByText(/Còn 2 biển hiệu/)).toBeNull(), slowly);
  send();
  await waitFor(() => expect(sent).toMatchObject([{ day: '2' }]), slowly);
}, 60_000);
