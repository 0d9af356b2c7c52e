// @vitest-environment page
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AnswerPlace } from '../../renderer/frame/answer-place';
import type { MetricAnswer } from '../../renderer/state/use-metric';
import { showView } from '../../renderer/state/question';

const nothing = { grid: { columns: [], rows: [] } } as unknown as MetricAnswer;

it('a view with nothing to show has its name at its head; a panel in it has its own', () => {
  showView('recognition');
  const answered = { answer: nothing, stale: false, problem: undefined };
  const { unmount } = render(
    <AnswerPlace answered={answered} isView>
      {() => null}
    </AnswerPlace>,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Recognition');
  unmount();
  render(<AnswerPlace answered={answered}>{() => null}</AnswerPlace>);
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
});
