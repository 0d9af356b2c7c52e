const paths = ['', 'M1.5 1.5h9v9h-9z', 'M6 1l5.4 10H.6z', 'M6 .2L11.8 6 6 11.8.2 6z'] as const;

/** The shape and colour of a place in the fixed order; the same the lanes draw. */
export function Shape({ slot }: { slot: number }) {
  const path = paths[slot % paths.length] ?? '';
  return (
    <svg className={`person-shape cat-${(slot % 6) + 1}`} width="12" height="12" viewBox="0 0 12 12" aria-hidden>
      {path === '' ? <circle cx="6" cy="6" r="5" /> : <path d={path} />}
    </svg>
  );
}
