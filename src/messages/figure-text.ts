/** Hundredths of a point as points: 650 → 6.5. */
export function pointsText(hundredths: number): string {
  return String(hundredths / 100);
}

/** A percent with two decimals, cut, not rounded: 89.99 must not read as 90. The tiny addend undoes a binary fraction such as 28.999…. */
export function percentText(percent: number): string {
  return (Math.floor(percent * 100 + 1e-6) / 100).toFixed(2);
}

/** A number with one decimal, cut, not rounded. */
export function oneDecimal(value: number): string {
  return (Math.floor(value * 10 + 1e-6) / 10).toFixed(1);
}

/** A share of counted things in percent, the same in every paper: 298 of 299 is 99.6%, never 100%. */
export function rateText(part: number, whole: number): string {
  return `${oneDecimal((part * 100) / whole)}%`;
}
