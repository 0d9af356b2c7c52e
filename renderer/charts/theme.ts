import themes from './theme.json';

export type Theme = 'light' | 'dark';

/** Colours, widths and type that a chart draws with; made from `tokens.css`, lengths in px. */
export type Marks = typeof themes.marksLight;

/** The marks of a page. */
export function marksOf(theme: Theme): Marks {
  return theme === 'dark' ? themes.marksDark : themes.marksLight;
}

/** ECharts themes by name. */
export const echartsThemes: Readonly<Record<Theme, object>> = { light: themes.light, dark: themes.dark };
