/** Makes the charts' theme out of `tokens.css`, so that no colour or size is typed twice. */

export type Tokens = Readonly<Record<string, string>>;

/** Custom properties of the light page and of the dark one (light's where dark does not say otherwise), without the leading dashes. */
export function readTokens(css: string): { light: Tokens; dark: Tokens } {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const light = propertiesIn(/:root\s*\{([^}]*)\}/.exec(bare)?.[1] ?? '');
  const dark = propertiesIn(/:root\[data-theme=['"]dark['"]\]\s*\{([^}]*)\}/.exec(bare)?.[1] ?? '');
  return { light, dark: { ...light, ...dark } };
}

function propertiesIn(block: string): Tokens {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+)\s*:\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

/** What `theme.json` holds: an ECharts theme and the values of custom series, for either page. */
export function themeOf(css: string): object {
  const { light, dark } = readTokens(css);
  return {
    light: echartsTheme(light),
    dark: echartsTheme(dark),
    marksLight: marksOf(light, light),
    marksDark: marksOf(dark, light),
  };
}

function echartsTheme(t: Tokens): object {
  const caption = pixels(t['text-caption']);
  const small = { fontSize: caption, fontFamily: familyOf(t) };
  const baseLine = { show: true, lineStyle: { color: t['axis'], width: 1 } };
  const gridLine = { lineStyle: { color: [t['grid']], width: 1 } };
  const none = { show: false };
  const ordered = {
    axisLine: baseLine,
    axisTick: none,
    axisLabel: { color: t['ink-2'], ...small },
    splitLine: { show: false, ...gridLine },
    nameTextStyle: { color: t['ink-3'], ...small },
  };
  const value = {
    axisLine: none,
    axisTick: none,
    axisLabel: { color: t['ink-3'], ...small },
    splitLine: { show: true, ...gridLine },
    nameTextStyle: { color: t['ink-3'], ...small },
  };
  return {
    color: categoriesOf(t),
    backgroundColor: 'transparent',
    textStyle: { ...small, color: t['ink-2'] },
    categoryAxis: ordered,
    timeAxis: ordered,
    valueAxis: value,
    logAxis: value,
    animation: false,
  };
}

function marksOf(t: Tokens, light: Tokens): object {
  return {
    page: t['bg'],
    ink: t['ink'],
    ink2: t['ink-2'],
    ink3: t['ink-3'],
    line: t['line'],
    lineStrong: t['line-strong'],
    grid: t['grid'],
    axis: t['axis'],
    mark: t['mark'],
    markSelected: t['accent'],
    markContext: t['mark-soft'],
    markCompare: t['mark-compare'],
    markThin: t['thin'],
    band: t['band'],
    bandOpacity: 0.16,
    categories: categoriesOf(t),
    whisker: {
      stroke: t['whisker'],
      width: 1.25,
      cap: 6,
      haloStroke: t['bg'],
      haloWidth: 5,
      haloOpacity: 0.75,
    },
    reference: { stroke: t['ink-3'], width: 1, dash: [3, 3] },
    target: { stroke: t['ink'], width: 1.75, overhang: 4 },
    dot: { radius: 4.25, borderColor: t['bg'], borderWidth: 1 },
    hatch: { stroke: t['hatch'], softStroke: t['mark-soft'], width: 1.2, gap: 3.2, borderWidth: 1 },
    onSequential: [light['ink-on-accent'], light['ink']],
    sequential: Array.from({ length: 10 }, (_, i) => t[`seq-${i + 1}`]),
    diverging: {
      low: t['div-low'],
      mid: t['div-mid'],
      high: t['div-high'],
      lowSoft: t['div-low-soft'],
      midSoft: t['div-mid-soft'],
      highSoft: t['div-high-soft'],
    },
    font: {
      family: familyOf(t),
      caption: pixels(t['text-caption']),
      small: pixels(t['text-small']),
      body: pixels(t['text-body']),
      regular: Number(t['weight-regular']),
      medium: Number(t['weight-medium']),
      strong: Number(t['weight-strong']),
    },
  };
}

function categoriesOf(t: Tokens): (string | undefined)[] {
  return Array.from({ length: 7 }, (_, i) => t[`cat-${i + 1}`]);
}

// Single quotes, because ECharts writes the family into a double-quoted attribute as it stands.
function familyOf(t: Tokens): string | undefined {
  return t['font']?.replaceAll('"', "'");
}

function pixels(text: string | undefined): number {
  return Number(text?.replace('px', ''));
}
