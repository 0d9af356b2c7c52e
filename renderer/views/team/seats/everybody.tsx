import { useState } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import type { Question } from '../../../../electron/model/question';
import { useWords } from '../../../ui/words';
import { Lanes } from './lanes';
import type { Person } from './standing';
import { byRole } from './standing';

/** People beyond which one is found by typing. */
const many = 30;

/** Role by role; of many people, those found by what is typed. */
export function Everybody({ people, question }: { people: readonly Person[]; question: Question }) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const isLong = people.length > many;
  const found = isLong && typed.trim() !== '' ? people.filter(({ rep }) => contains(rep, typed.trim())) : people;
  return (
    <>
      {isLong && (
        <SearchField
          aria-label={t('common.searchIn', { list: t('coverage.peopleTitle') })}
          className="find"
          value={typed}
          onChange={setTyped}
        >
          <Input placeholder={t('common.search')} />
        </SearchField>
      )}
      {byRole(found).map(([role, own], at) => (
        <Lanes key={role} role={role} people={own} everybody={people} question={question} first={at === 0} />
      ))}
      {found.length === 0 && <p className="small quiet">{t('common.nothingFound')}</p>}
    </>
  );
}
