import { valueName } from '../../../frame/names';
import { sureText } from '../../../frame/sure-text';
import { useWords } from '../../../ui/words';
import type { Person } from './standing';

/** What a person's results say of the seat, in one line: a statement about the figure, a question about another seat, or what is still missing. */
export function StandingText({ person }: { person: Person }) {
  const words = useWords();
  const { t } = words;
  const asked = person.standing === 'in_ramp' ? undefined : person.others.find(({ question }) => question);
  if (asked)
    return (
      <span className="verdict">
        {t('seats.wouldSuit', { seat: valueName(asked.seat, words), sure: sureText(asked.better) })}
      </span>
    );
  const said = person.standing === 'above' || person.standing === 'below';
  return (
    <span className={`verdict ${said ? '' : 'quiet'}`}>
      {t(`seats.${person.standing}`, { skills: person.skills, weighing: person.weighing, missing: person.missing })}
    </span>
  );
}
