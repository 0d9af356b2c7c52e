/** Rows of eight kinds of columns: whole number, double, day, instant, word of a short list, text of its own, money, big number with gaps. */
export const statement = (rows: number): string => `select
    cast(i as integer) as whole,
    case when i % 10 <> 3 then (i * 7919 % 100003) / 7.0 end as real,
    date '2021-01-01' + cast(i % 1500 as integer) as day,
    timestamp '2021-01-01' + to_microseconds(i * 61000003) as moment,
    ['Lead', 'Contacted', 'Meeting', 'Proposal', 'Won', 'Lost'][1 + i % 6] as word,
    'Opportunity ' || i || ' of account ' || (i * 31 % 99991) as text,
    cast((i * 7 % 1000003) / 100.0 as decimal(12, 2)) as money,
    case when i % 7 <> 0 then i * 1000003 end as big
  from range(${rows}) as t(i)
  order by i`;
