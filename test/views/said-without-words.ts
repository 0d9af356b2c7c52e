/** What stands on a page in the language of brackets and was not said by words. */
import { tableModel, tableNames } from '../../electron/model/tables';
import { journeys, teams } from './company';
import { fakeGrid, fakeWorkspace } from './fake-engine';
import { fakePlan } from './fake-plan';
import { rewardTexts } from './fake-rewards';
import { fakePeople } from './fake-trials';
import { plainTexts } from './plain-answer';
import { outsideBrackets } from './words-of-brackets';

// What is data, or written by the formatter, may stand outside of brackets.
const data = JSON.stringify([
  journeys(),
  teams,
  fakePlan,
  fakeWorkspace(),
  plainTexts,
  rewardTexts,
  fakePeople,
  fakeGrid('reps').imported,
  'r Unknown Unassigned hit',
]);
const written =
  'RM K M d to FY Q yes no Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January April June July September and Ctrl F R p n';
const names = JSON.stringify([
  tableNames.map((table) => tableModel(table)),
  'select from where count as value derived journeys on day period own',
]);
// Names of places, systems and encodings are the same in every language; react-aria has its hidden button in English alone.
const proper = 'HubSpot gb shift jis big Asia Singapore Jakarta Bangkok Europe London America New York Dismiss O';
const known = new Set(lettersIn(`${data} ${written} ${names} ${proper} Kuala Lumpur MYR UTC`));

function lettersIn(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/** The letters outside of brackets in all that is seen and heard, but for those that are the same in every language. */
export function saidWithoutWords(same = ''): string[] {
  const alike = new Set(lettersIn(same));
  const spoken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) spoken.push(walker.currentNode.textContent ?? '');
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) spoken.push(element.getAttribute(name) ?? '');
  }
  const letters = spoken.flatMap((text) =>
    lettersIn(outsideBrackets(text)).filter((word) => !known.has(word) && !alike.has(word)),
  );
  return [...new Set(letters)];
}
