import type { ReactNode } from 'react';

type Props = { title: ReactNode; note?: ReactNode; children?: ReactNode };

/** A page's name at the left, what can be done with it at the right. */
export function PageHeader({ title, note, children }: Props) {
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {note && <p>{note}</p>}
      </div>
      {children && <div className="page-actions">{children}</div>}
    </header>
  );
}
