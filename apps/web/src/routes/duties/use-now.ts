import { useEffect, useState } from 'react';

const minute = 60_000;

/** The moment, to the minute: a shift that ends while one looks can be approved. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
