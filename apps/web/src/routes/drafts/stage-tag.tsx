import { Tag } from 'antd';
import type { ReactNode } from 'react';

type Props = { stage: 'open' | 'done' | 'back' | 'gone'; children: ReactNode };

/** Where something stands, in colours that can be read on their ground. */
export function StageTag({ stage, children }: Props) {
  return (
    <Tag className="stage" data-stage={stage}>
      {children}
    </Tag>
  );
}
