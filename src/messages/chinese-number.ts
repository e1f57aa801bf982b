const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese, as headings of official papers count: 一, 十, 十一, 二十三. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] ?? '';
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${digits[ones] ?? ''}`;
}

/** A heading without the number it came with. */
export function withoutNumber(title: string): string {
  return title.replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)/u, '');
}
