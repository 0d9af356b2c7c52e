/** Lines and cells of a text from a spreadsheet: tabs part the cells where there are any, else commas; a quoted cell may hold both and line ends. The last empty line is none. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const source = text.replace(/^\uFEFF/, '');
  const mark = source.includes('\t') ? '\t' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (quoted && sign === '"' && source[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === mark) close();
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      close();
      if (sign === '\r' && source[i + 1] === '\n') i++;
      rows.push([]);
    } else cell += sign ?? '';
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) close();
  return rows.filter((row) => row.length > 0);
}
