import { annexPatterns } from '#messages/annex-spellings.js';

/** The name of a category without its number and its points. */
export function categoryName(category: string): string {
  return category.replace(annexPatterns.categoryPoints, '').replace(annexPatterns.ordinal, '').trim();
}
