import { LongList } from '../../../frame/long-list';
import { useGrid } from '../../../state/entered';
import { useValues } from '../../../state/reads';
import { Pick } from '../../../ui/pick';
import { useWords } from '../../../ui/words';
import { personRoles, usual } from './kinds';

interface Somebody {
  readonly id: string;
  readonly name: string;
  /** What the lists say; empty where nobody listed them. */
  readonly listed: string;
}

/** Who is what: everybody listed or seen, by name. */
export function Roles({
  settings,
  onChange,
}: {
  settings: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
}) {
  const { t, find } = useWords();
  const people = usePeople();
  const nameOf = (role: string): string =>
    role === 'other' ? t('settings.otherRole') : (find(`label.${role}`) ?? role);
  if (people.length === 0) return null;
  return (
    <section className="settings-group" aria-label={t('settings.roles')}>
      <h2>{t('settings.roles')}</h2>
      <p className="caption">{t('settings.rolesNote')}</p>
      <LongList label={t('settings.roles')} items={people} nameOf={({ name }) => name}>
        {({ id, name, listed }) => (
          <div key={id} className="settings-row" role="listitem">
            <span className="settings-label">{name}</span>
            <Pick
              label={t('settings.roleOf', { name })}
              items={[
                {
                  id: usual,
                  text: listed === '' ? t('settings.asListed') : t('settings.asListedRole', { role: nameOf(listed) }),
                },
                ...personRoles.map((role) => ({ id: role, text: nameOf(role) })),
              ]}
              selected={settings[`role.${id}`] || usual}
              onChange={(role) => onChange(`role.${id}`, role === usual ? '' : role)}
            />
          </div>
        )}
      </LongList>
    </section>
  );
}

// People of one name are told apart by their ids, as everywhere.
function toldApart(people: readonly Somebody[]): Somebody[] {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(name, (count.get(name) ?? 0) + 1);
  return people.map((each) =>
    (count.get(each.name) ?? 0) > 1 ? { ...each, name: `${each.name} (${each.id})` } : each,
  );
}

function usePeople(): readonly Somebody[] {
  const { answer: grid } = useGrid('reps');
  const { answer: seen = [] } = useValues('rep');
  const rows = [...(grid?.imported ?? []), ...(grid?.typed ?? [])];
  const found = new Map<string, Somebody>();
  for (const { rep_id: id = '', name = '', role = '' } of rows) {
    const known = found.get(id);
    found.set(id, { id, name: name || known?.name || id, listed: role || known?.listed || '' });
  }
  const named = new Set([...found.values()].flatMap(({ id, name }) => [name, `${name} (${id})`]));
  // Whoever is seen but not listed goes by the id.
  for (const { value } of seen)
    if (value !== 'Unassigned' && !named.has(value)) found.set(value, { id: value, name: value, listed: '' });
  return toldApart([...found.values()]).sort((a, b) => a.name.localeCompare(b.name));
}
