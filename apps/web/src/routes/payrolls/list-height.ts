import type { CSSProperties } from 'react';

/** A short list is as high as its rows, a long one as what is left of the window (see payrolls.css). */
export const rowsOf = (rows: readonly unknown[]) => ({ '--rows': rows.length }) as CSSProperties;
