import type { ReactNode } from 'react';
import { ViewName } from './empty-view';
import { Fault } from './fault';
import type { Answered, MetricAnswer } from '../state/use-metric';
import { reasonIn } from './answers';
import { Nothing } from './nothing';

/** The place of an answer: what is drawn from it, or why there is nothing to draw and which file would change that. Empty until the first answer. */
export function AnswerPlace({
  answered: { answer, problem },
  isEmpty,
  isView = false,
  children,
}: {
  answered: Answered<MetricAnswer>;
  /** True where the answer holds nothing to draw; by default where it has no row with a value. */
  isEmpty?: (answer: MetricAnswer) => boolean;
  /** The place is the whole view: its name stands above what is said of nothing. */
  isView?: boolean;
  children: (answer: MetricAnswer) => ReactNode;
}) {
  if (problem) return <Fault problem={problem} />;
  if (!answer) return <div className="answer-waiting" />;
  const reason = reasonIn(answer);
  const rows = answer.grid.rows;
  const isUnavailable = rows.length > 0 && rows.every((row) => row['state'] === 'unavailable');
  const nothing = isUnavailable || (isEmpty ? isEmpty(answer) : !rows.some((row) => row['value'] !== null));
  if (!nothing) return children(answer);
  return (
    <>
      {isView && <ViewName />}
      <Nothing reason={reason} />
    </>
  );
}
