import { valueName } from '../../frame/names';
import { namesText } from '../../frame/names-text';
import { useWords } from '../../ui/words';
import type { Skill } from './board';

/** What the marks of a cell mean, in one line, and in which skills nobody can be marked. */
export function Legend({ skills }: { skills: readonly Skill[] }) {
  const words = useWords();
  const alike = skills.filter(({ verdict }) => verdict === 'no_difference').map(({ id }) => valueName(id, words));
  return (
    <p className="skills-legend caption">
      <span>
        <Glyph up={false} /> {valueName('gap', words)}
      </span>
      <span>
        <Glyph up /> {valueName('strength', words)}
      </span>
      <span>{words.t('skills.inLineMark')}</span>
      <span>
        <span className="skills-hatch" aria-hidden /> {valueName('too_little', words)}
      </span>
      <span>
        <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden className="skills-interval">
          <path d="M1 5H27" />
          <path d="M18.5 0V10" strokeDasharray="2 1.5" />
          <circle cx="12" cy="5" r="2.75" />
        </svg>{' '}
        {words.t('skills.intervalMark')}
      </span>
      {alike.length > 0 && <span>{words.t('skills.alike', { skills: namesText(words)(alike) })}</span>}
    </p>
  );
}

/** The mark of a gap, pointing down, or of a strength, pointing up. */
export function Glyph({ up }: { up: boolean }) {
  return (
    <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden className={up ? 'skills-up' : 'skills-down'}>
      <path d={up ? 'M0 8h9L4.5 0z' : 'M0 0h9L4.5 8z'} />
    </svg>
  );
}
