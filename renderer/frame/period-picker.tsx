import type { DateValue } from '@internationalized/date';
import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Calendar, Period } from '../state/period';
import { periodsOffered, plusDays, rangeOf } from '../state/period';
import { periodName } from './period-name';
import { change } from '../state/question';
import { askAhead } from '../state/use-metric';
import { useAsOfDay, useCalendar, useAskedPeriod } from '../state/use-period';
import { Button } from '../ui/button';
import { DateRange } from '../ui/date-range';
import { IconOpen } from '../ui/icons';
import { Segmented } from '../ui/segmented';
import { useWords } from '../ui/words';

const groups = ['quarter', 'quarters', 'year', 'month', 'custom', 'all'] as const;
type Group = (typeof groups)[number];

/** The period asked about: the fiscal quarter, four of them, year, month, any days, or all of history. */
export function PeriodPicker() {
  const words = useWords();
  const period = useAskedPeriod();
  return (
    <DialogTrigger>
      <Button className="top-period" label={words.t('frame.periodNow', { period: periodName(period, words) })}>
        <span>{periodName(period, words)}</span>
        <IconOpen size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4} placement="bottom start">
        <Dialog aria-label={words.t('frame.period')} className="period-picker">
          {({ close }) => <Choices period={period} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ period, close }: { period: Period; close: () => void }) {
  const words = useWords();
  const calendar = useCalendar();
  const day = useAsOfDay();
  const [group, setGroup] = useState<Group>(period.kind);
  const choose = (chosen: Period): void => {
    change({ kind: 'period' }, { period: chosen });
    close();
  };
  const enter = (next: Group): void => {
    setGroup(next);
    if (next === 'all') choose({ kind: 'all' });
  };
  return (
    <>
      <Segmented
        label={words.t('frame.periodKind')}
        items={groups.map((id) => ({ id, text: words.t(`periodKind.${id}`) }))}
        selected={group}
        onChange={enter}
      />
      {group === 'custom' ? (
        <Custom period={period} day={day} calendar={calendar} onChoose={choose} />
      ) : (
        <div className="period-grid" role="group" aria-label={words.t(`periodKind.${group}`)}>
          {periodsOffered(group, day, calendar).map((choice) => (
            <Button
              key={JSON.stringify(choice)}
              kind="quiet"
              pressed={JSON.stringify(choice) === JSON.stringify(period)}
              onPressStart={() => askAhead({ period: choice })}
              onPress={() => choose(choice)}
            >
              {periodName(choice, words)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

interface CustomProps {
  readonly period: Period;
  readonly day: string;
  readonly calendar: Calendar;
  readonly onChoose: (period: Period) => void;
}

function Custom({ period, day, calendar, onChoose }: CustomProps) {
  const { t } = useWords();
  const range = rangeOf(period, calendar);
  const [days, setDays] = useState<{ start: DateValue; end: DateValue }>({
    start: parseDate(range.from ?? plusDays(day, -89)),
    end: parseDate(range.to === null ? day : plusDays(range.to, -1)),
  });
  const [from, last] = [days.start.toString().slice(0, 10), days.end.toString().slice(0, 10)];
  return (
    <div className="period-custom">
      <DateRange label={t('frame.days')} value={days} onChange={setDays} />
      <Button
        kind="primary"
        {...(from > last && { refused: t('frame.daysWrong') })}
        onPress={() => onChoose({ kind: 'custom', from, to: plusDays(last, 1) })}
      >
        {t('common.apply')}
      </Button>
    </div>
  );
}
