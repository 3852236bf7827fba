import { InputNumber, type InputNumberProps } from 'antd';

/** An amount in whole đồng, in groups of three digits as papers write it. */
export function MoneyField(props: InputNumberProps<number>) {
  return (
    <InputNumber<number>
      min={0}
      max={Number.MAX_SAFE_INTEGER}
      precision={0}
      inputMode="numeric"
      suffix="đ"
      style={{ width: '100%' }}
      formatter={(value) => String(value ?? '').replace(/\B(?=(\d{3})+$)/g, '.')}
      // Nothing typed is nothing said, not nothing granted.
      parser={(text) => (text?.match(/\d/) ? Number(text.replace(/\D/g, '')) : '') as number}
      {...props}
    />
  );
}
