import { useEffect, useState } from 'react';

/** True once something that began at a time has taken longer than so many milliseconds; null is nothing. */
export function useLonger(since: number | null, milliseconds: number): boolean {
  const [passed, setPassed] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(() => setPassed(since), Math.max(0, since + milliseconds - performance.now()));
    return () => clearTimeout(timer);
  }, [since, milliseconds]);
  return since !== null && passed === since;
}
