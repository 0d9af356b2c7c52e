import { useWords } from '../../ui/words';

/** What the marks of the lane table mean, on one line. */
export function Legend({ against }: { against: string | null }) {
  const { t } = useWords();
  return (
    <div className="legend caption" aria-hidden>
      <span>
        <svg width="14" height="10">
          <rect className="legend-solid" width="14" height="10" rx="1" />
        </svg>
        {t('funnel.solid')}
      </span>
      <span>
        <svg width="14" height="10">
          <rect className="legend-hatch" x=".5" y=".5" width="13" height="9" rx="1" />
          <path className="legend-hatch" d="M1 9l8-8M5 9l8-8" />
        </svg>
        {t('funnel.hatched')}
      </span>
      {against !== null && (
        <span>
          <svg width="2" height="12">
            <rect className="legend-tick" width="2" height="12" />
          </svg>
          {t('funnel.tick', { period: against })}
        </span>
      )}
      <span>
        <svg width="20" height="10">
          <path className="legend-whisker" d="M1 2v6M1 5h18M19 2v6" />
          <circle className="legend-solid" cx="10" cy="5" r="3.5" />
        </svg>
        {t('funnel.rate')}
      </span>
      {against !== null && (
        <span>
          <svg width="10" height="10">
            <circle className="legend-hollow" cx="5" cy="5" r="3.5" />
          </svg>
          {t('funnel.comparedRate', { period: against })}
        </span>
      )}
    </div>
  );
}
