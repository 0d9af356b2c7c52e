// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../renderer/i18n';
import { effectShown, effectsOf, trainingHeadline } from '../../renderer/views/team/training/effects';
import { insteadOf } from '../../renderer/views/team/training/mentors';
import { trainedOf } from '../../renderer/views/team/training/trained';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

describe('training', () => {
  it('tells the one that worked from the one without an effect, and says what the third would take', async () => {
    await showPage('training');
    expect(headline()).toBe('Opening calls raised what it teaches. No effect is seen of Motivation day.');
    const said = within(screen.getByRole('list', { name: 'What training changed, in words' }));
    expect(said.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Motivation day Presenting: no effect seen −6.0 to +5.7 points',
      'Opening calls Reaching leads: raised +11.0 to +23.0 points',
      'Product basics Closing: cannot tell yet, about 12 more people −10.0 to +30.0 points',
    ]);
  });

  it('explains its figure in points, as the page tells it: a difference of two shares is no share', async () => {
    await showPage('training');
    fireEvent.click(screen.getByRole('button', { name: /\+11\.0 to \+23\.0 points/ }));
    await settle();
    const panel = within(screen.getByRole('dialog'));
    expect(panel.getByText('+17.0 points')).toBeDefined();
    expect(panel.getByText('+11.0 to +23.0 points')).toBeDefined();
  });

  it('says how far the chosen one can be relied on', async () => {
    await showPage('training');
    const guards = (): readonly (string | null)[] =>
      within(screen.getByRole('list', { name: 'How far it can be relied on' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(guards()).toEqual([
      '6 trained people against 8 others',
      'Before the training the same difference was +1.0 points (−8.0 to +10.0): none that is sure, as it should be.',
    ]);
    fireEvent.click(screen.getByRole('button', { name: /^Programme|Programme$/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Product basics' }));
    await settle();
    expect(guards()).toEqual([
      '4 trained people against 8 others',
      'Few people: five on each side are recommended.',
      'Before the training there was a difference already, −20.0 points (−30.0 to −10.0): rely on this less.',
      'Chosen because they were low: some rise is expected anyway, so each is set against those nearest to where they began.',
    ]);
  });

  it('lists person by person who was trained in what', async () => {
    await showPage('training');
    const grid = within(screen.getByRole('grid', { name: 'Who was trained in what' }));
    const lines = grid.getAllByRole('row').map((row) => row.textContent);
    expect(lines).toEqual([
      'RepOpening callsProduct basics',
      'Farid Hakimenrollednot yet',
      'Kamala Devi–done',
      'Tan Mei Lingdonerun out',
    ]);
    expect(screen.getByText('1 of 3 · required · 1 run out')).toBeDefined();
    expect(
      screen.getByText(
        'Account executive: 1 of 3 have everything required; two people share 40.0% of their programmes.',
      ),
    ).toBeDefined();
  });

  it('lists the mentors as one assignment: both people’s figure, load, like work and worth', async () => {
    await showPage('training');
    const grid = within(screen.getByRole('grid', { name: 'Mentors' }));
    const lines = grid.getAllByRole('row').map((row) => row.textContent);
    expect(lines.slice(1)).toEqual(['Farid HakimClosing20.8%Azman Yusof54.0% 45.9–62.00100.0%RM 207K']);
  });

  it('names what there is instead where nobody can help', () => {
    expect(insteadOf({ programmes: 'Opening calls', reason: 'no_candidate' }, words('en'))).toBe(
      'Training instead: Opening calls',
    );
    expect(insteadOf({ programmes: '', reason: 'no_place' }, words('en'))).toBe('Who could help has no time left');
    expect(insteadOf({ programmes: null, reason: 'no_candidate' }, words('en'))).toBe(
      'Nobody yet; no programme teaches it',
    );
  });

  it('says which file is missing where nothing is known of training', async () => {
    await showPage('training', { tables: { opportunities: 5, leads: 5 } });
    expect(screen.getByText(/^No training is known yet/)).toBeDefined();
    expect(screen.queryByRole('list', { name: 'What training changed, in words' })).toBeNull();
  });
});

describe('what may be said of a training', () => {
  const line = (value: number | null, lower: number | null, upper: number | null, note: string | null = null) => ({
    programme: 'P',
    skill: 'close',
    value,
    lower,
    upper,
    note,
    treated: 4,
    state: 'ok',
  });
  const verdict = (...given: Parameters<typeof line>) => effectsOf([line(...given)])[0]?.verdict;

  it('is an effect only where the interval excludes none', () => {
    expect(verdict(0.1, 0.01, 0.2)).toBe('raised');
    expect(verdict(-0.1, -0.2, -0.01)).toBe('lowered');
    expect(verdict(0.1, -0.01, 0.21)).toBe('cannot_tell');
    expect(verdict(0.019, -0.05, 0.09)).toBe('no_effect');
  });

  it('is never none where it was seen in a few people alone, and tells no number that would mean nothing', () => {
    const [few] = effectsOf([{ ...line(0.014, -0.17, 0.199), state: 'thin' }]);
    expect(few?.verdict).toBe('cannot_tell');
    expect(few?.more).toBeNull();
  });

  it('shows one with a figure before one without', () => {
    const effects = effectsOf([
      { ...line(null, null, null), programme: 'A' },
      { ...line(0.014, -0.17, 0.199), programme: 'B' },
    ]);
    expect(effectShown(effects, '')?.programme).toBe('B');
  });

  it('is before and after only where nobody was left untrained, and nothing below three a side', () => {
    expect(verdict(0.1, 0.05, 0.15, 'no_control')).toBe('alone');
    expect(verdict(null, null, null)).toBe('too_few');
  });

  it('heads with nothing where nothing can be told', () => {
    const key = (...given: Parameters<typeof line>) =>
      trainingHeadline(effectsOf([line(...given)]), (names) => names.join()).map((sentence) => sentence.key);
    expect(key(null, null, null)).toEqual(['training.headNothing']);
    expect(key(0.1, -0.1, 0.3)).toEqual(['training.headUnknown']);
    expect(key(0.1, 0.05, 0.15, 'no_control')).toEqual(['training.headNothing']);
  });

  it('counts nobody as trained whose completion ran out', () => {
    const [one] = trainedOf([{ rep: 'A', programme: 'P', numerator: 0, expired: 1, enrolled: 1 }]);
    expect(one?.by.get('P')).toBe('isExpired');
  });
});
