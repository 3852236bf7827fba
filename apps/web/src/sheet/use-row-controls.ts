import { useLayoutEffect, type RefObject } from 'react';

const controls = 'a[href], button, input, [tabindex]';

/**
 * Of the links and buttons in the rows, the tab key reaches those of the active row only: the arrows choose the
 * row. Otherwise whoever comes by keyboard would tab through every row of the list before leaving it.
 */
export function useRowControls(box: RefObject<HTMLElement | null>, active: number) {
  // After each drawing: rows come and go while one scrolls.
  useLayoutEffect(() => {
    for (const control of box.current?.querySelectorAll<HTMLElement>(`tbody :is(${controls})`) ??
      []) {
      const row = control.closest<HTMLElement>('tr');
      control.tabIndex = row?.getAttribute('aria-rowindex') === String(active + 2) ? 0 : -1;
    }
  });
}
