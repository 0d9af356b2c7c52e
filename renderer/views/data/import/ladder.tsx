import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { LoadPlan, StageChoice } from '../../../../electron/contract';
import { exits, rungs } from '../../../state/ladder';
import { decide, mapKey } from '../../../state/load';
import { Button } from '../../../ui/button';
import { IconGrip } from '../../../ui/icons';
import { MenuButton } from '../../../ui/menu';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

type Target = (typeof rungs)[number] | (typeof exits)[number];

const targets: readonly Target[] = [...rungs, ...exits];

/** The source's stages on the rungs of the ladder; each can be moved by menu, by Alt and arrows, or by dragging. */
export function Ladder({ plan }: { plan: LoadPlan }) {
  const { t } = useWords();
  const move = (stage: StageChoice, target: Target): void => {
    const moved = { stages: { [stage.stage]: target } };
    void decide(Object.fromEntries(filesWithStages(plan).map((key) => [key, moved] as const)));
  };
  const used = rungs.filter((rung) => plan.stages.some((stage) => stage.target === rung)).length;
  const lost = plan.stages.filter((stage) => !targets.some((target) => target === stage.target));
  return (
    <section className="ladder">
      <div className="panel-head">
        <h2>{t('load.ladder')}</h2>
        {plan.stages.length > 0 && (
          <span className="small">{t('load.ladderNote', { stages: plan.stages.length, used, all: rungs.length })}</span>
        )}
      </div>
      {plan.stages.length === 0 ? (
        <p className="caption">{t('load.noStages')}</p>
      ) : (
        <>
          {lost.length > 0 && (
            <RungRow rank={null} target={null} name={t('load.unmapped')} stages={lost} onMove={move} />
          )}
          {rungs.map((rung, rank) => (
            <RungRow
              key={rung}
              rank={rank}
              target={rung}
              name={t(`rung.${rung}`)}
              stages={standing(plan, rung)}
              onMove={move}
            />
          ))}
          <div className="caption ladder-exits">{t('load.exits')}</div>
          {exits.map((exit) => (
            <RungRow
              key={exit}
              rank={null}
              target={exit}
              name={t(`exit.${exit}`)}
              stages={standing(plan, exit)}
              onMove={move}
            />
          ))}
        </>
      )}
    </section>
  );
}

function standing(plan: LoadPlan, target: Target): readonly StageChoice[] {
  return plan.stages.filter((stage) => stage.target === target);
}

const stageFields: ReadonlySet<string | null> = new Set(['stage', 'to_stage', 'from_stage']);

/** Map keys of the files whose records carry stages; the first file where none is seen to. */
export function filesWithStages(plan: LoadPlan): readonly string[] {
  const found = plan.files.filter((file) => file.columns.some(({ field }) => stageFields.has(field)));
  return (found.length > 0 ? found : plan.files.slice(0, 1)).map(mapKey);
}

interface RungRowProps {
  readonly rank: number | null;
  readonly target: Target | null;
  readonly name: string;
  readonly stages: readonly StageChoice[];
  readonly onMove: (stage: StageChoice, target: Target) => void;
}

const dragType = 'application/x-quarterdeck-stage';

function RungRow({ rank, target, name, stages, onMove }: RungRowProps) {
  const { t } = useWords();
  const { count } = useFormat();
  const [over, setOver] = useState(false);
  const total = stages.reduce((sum, stage) => sum + stage.rows, 0);
  return (
    <div
      className={`rung ${over ? 'rung-over' : ''} ${target === null ? 'rung-lost' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType) || target === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const stage: unknown = JSON.parse(event.dataTransfer.getData(dragType) || 'null');
        if (target === null || !isStage(stage)) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(stage, target);
      }}
    >
      <span className="rung-rank num">{rank}</span>
      <span className={`rung-name ${stages.length === 0 ? 'quiet' : ''}`}>{name}</span>
      <span className="rung-stages">
        {stages.length === 0 && <span className="caption">{t('load.notUsed')}</span>}
        {stages.map((stage) => (
          <Stage key={stage.stage} stage={stage} target={target} onMove={onMove} />
        ))}
      </span>
      <span className="rung-rows num">{stages.length > 0 ? count(total) : ''}</span>
    </div>
  );
}

function isStage(value: unknown): value is StageChoice {
  return typeof value === 'object' && value !== null && 'stage' in value && typeof value.stage === 'string';
}

function Stage({
  stage,
  target,
  onMove,
}: {
  stage: StageChoice;
  target: Target | null;
  onMove: RungRowProps['onMove'];
}) {
  const { t } = useWords();
  const byKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = target === null ? -1 : targets.indexOf(target);
    const next = targets[Math.max(0, Math.min(targets.length - 1, at + by))];
    if (next && next !== target) onMove(stage, next);
  };
  return (
    <span
      className="stage"
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify(stage))}
      onKeyDownCapture={byKey}
    >
      <MenuButton
        label={t('load.moveStage', { stage: stage.stage })}
        button={
          <Button
            className="stage-chip"
            label={t('load.moveStage', { stage: stage.stage })}
            tip={t('load.stageRows', { stage: stage.stage, n: stage.rows })}
          >
            <IconGrip size={13} aria-hidden />
            <span className="pick-value">{stage.stage}</span>
          </Button>
        }
        groups={[
          { items: rungs.map((id) => ({ id, text: t(`rung.${id}`) })) },
          { title: t('load.exits'), items: exits.map((id) => ({ id, text: t(`exit.${id}`) })) },
        ]}
        selected={target === null ? [] : [target]}
        onChoose={(id) => {
          const chosen = targets.find((entry) => entry === id);
          if (chosen) onMove(stage, chosen);
        }}
      />
    </span>
  );
}
