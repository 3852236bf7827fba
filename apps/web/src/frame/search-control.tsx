import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';

const SearchPanel = lazy(() => import('./search-panel.tsx'));

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Finds a unit from anywhere: a click, or ⌘K / Ctrl-K. */
export function SearchControl() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <Button
        icon={<SearchOutlined aria-hidden />}
        className="search-control"
        onClick={() => setOpen(true)}
      >
        <span className="word">
          <FormattedMessage id="search.title" />
        </span>
        <kbd className="only-wide" aria-hidden>
          {apple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SearchPanel onDone={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
