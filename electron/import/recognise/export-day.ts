/** The day an export was written, told from a file name such as `deals-2026-08-11.csv`, `Deals_2026_05_28.csv`, `deals 20260811.csv` or `report1757300000000.csv`; null when the name holds no such day. */
export function dayOfExport(name: string): string | null {
  const report = /^report(\d{13})\b/i.exec(name)?.[1];
  if (report !== undefined) return new Date(Number(report)).toISOString().slice(0, 10);
  const parts = /(?<!\d)((?:19|20)\d{2})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/.exec(name);
  if (!parts) return null;
  const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
