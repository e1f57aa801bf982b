import type { explainItemWords as zh } from '../zh-cn/explain-item.js';

/** English words: one checklist item explained. */
export const explainItemWords: Record<keyof typeof zh, string> = {
  'error.item-nowhere': 'There is no checklist item "{item}"',
  'error.item-nowhere.cure': 'Near it: {near}; see all with zicha checklist show CHECKLIST.',
  'command.explain': 'Explain a checklist item: demand, basis, how it is judged, what is read, the newest result, the cure',
  'example.explain': 'explain TERM-07\nexplain PER-04 --checklist personnel',
  'flag.explain.checklist': 'Checklist (the first that has the item when left out)',
  'explain-item.also-in': 'Also in',
  'explain-item.reads': 'Read for it:',
  'explain-item.applies': 'Applies where',
  'explain-item.each': 'For each',
  'explain-item.where': 'Where',
  'explain-item.registers': 'Books',
  'explain-item.parameter': 'Parameter',
  'explain-item.parameter-value': '{title} ({id}): {value}',
  'explain-item.newest': 'Newest result',
  'explain-item.never': 'not judged yet',
  'explain-item.subjects': 'Subjects',
  'explain-item.subject-counts': '{total}: {pass} pass, {fail} fail, {open} open',
  'explain-item.seen': 'Seen',
  'explain-item.open': 'Open because',
  'explain-item.read-at': 'read {at}',
  'explain-item.not-read': 'not read {at}: {reason}',
};
