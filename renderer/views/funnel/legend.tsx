import { useWords } from '../../ui/words';

interface LegendProps {
  readonly against: readonly string[];
  /** Pieces too young to judge are drawn. */
  readonly young: boolean;
}

/** What the marks of the lane table mean, on one line: those that are there. */
export function Legend({ against, young }: LegendProps) {
  const { t } = useWords();
  return (
    <div className="legend caption" aria-hidden>
      <span>
        <svg width="14" height="10">
          <rect className="legend-solid" width="14" height="10" rx="1" />
        </svg>
        {t('funnel.solid')}
      </span>
      {young && (
        <span>
          <svg width="14" height="10">
            <rect className="legend-hatch" x=".5" y=".5" width="13" height="9" rx="1" />
            <path className="legend-hatch" d="M1 9l8-8M5 9l8-8" />
          </svg>
          {t('funnel.hatched')}
        </span>
      )}
      {against.map((period, at) => (
        <span key={period}>
          <svg width="2" height="12">
            <path className="legend-tick" d={at === 0 ? 'M1 0v12' : 'M1 0v5M1 8v4'} />
          </svg>
          {t('funnel.tick', { period })}
        </span>
      ))}
      <span>
        <svg width="20" height="10">
          <path className="legend-whisker" d="M1 2v6M1 5h18M19 2v6" />
          <circle className="legend-solid" cx="10" cy="5" r="3.5" />
        </svg>
        {t('funnel.rate')}
      </span>
      {against.map((period, at) => (
        <span key={period}>
          <svg width="10" height="10">
            {at === 0 ? (
              <circle className="legend-hollow" cx="5" cy="5" r="3.5" />
            ) : (
              <path className="legend-hollow" d="M5 .8L9.2 5 5 9.2.8 5z" />
            )}
          </svg>
          {t('funnel.comparedRate', { period })}
        </span>
      ))}
    </div>
  );
}
