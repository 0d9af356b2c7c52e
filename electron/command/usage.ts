/** How the command is called; printed by --help and after wrong usage. */
export const usage = `quarterdeck preview FILE [--part NAME] [--limit N] [--map MAP.json] [--json]
quarterdeck import FILE… --workspace DIR [--map MAP.json] [--write-map FILE] [--dry-run] [--json]
quarterdeck undo IMPORT_ID --workspace DIR [--json]
quarterdeck settings [KEY=VALUE…] --workspace DIR [--json]
quarterdeck describe --workspace DIR [--json]
quarterdeck metrics [--json]
quarterdeck metric ID --workspace DIR [--from DATE] [--to DATE] [--as-of DATE|INSTANT] [--by DIM[,DIM]] [--filter DIM=VALUE]… [--set OPTION=VALUE]… [--json|--csv]
quarterdeck rows ID … (as metric) --where DIM=VALUE… [--part numerator|denominator|excluded] [--json|--csv]
quarterdeck sql "SELECT …" --workspace DIR [--json|--csv]
quarterdeck review --workspace DIR --quarter 2026Q3 [--template quarterly|one-to-one|board] [--rep NAME] [--lang en|ms] --out FILE.(pptx|xlsx|csv|svg|html) [--slide N] [--json]
`;
