/** The mark: three decks rising to the stern on a hull. */
export function Logo({ size }: { size: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect className="logo-tile" width="32" height="32" rx="7" />
      <path d="M4 18h24l-1.7 6.6a2 2 0 0 1-1.9 1.4H13C8.4 26 5 22.9 4 18Z" />
      <rect x="12" y="12" width="16" height="4" rx="1" opacity=".88" />
      <rect x="20" y="6" width="8" height="4" rx="1" opacity=".76" />
    </svg>
  );
}
