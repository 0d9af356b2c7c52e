/** How sure, as text: `93%`, rounded down. Never more than 99%: the rest is what no model knows. An en dash where it is not known. */
export function sureText(probability: number | null): string {
  return probability === null ? '–' : `${Math.min(99, Math.floor(probability * 100))}%`;
}
