/** Ids as XCCDF 1.2 wants them: `xccdf_`, the namespace of who wrote it, the kind, a name. */
export const benchmarkId = (checklist: string): string => `xccdf_cn.zicha_benchmark_${checklist}`;
export const groupId = (section: string): string => `xccdf_cn.zicha_group_${section}`;
export const ruleId = (item: string): string => `xccdf_cn.zicha_rule_${item}`;
export const resultId = (number: string): string => `xccdf_cn.zicha_testresult_${number}`;

/** Names of our own for what XCCDF leaves to the writer; an `X-` namespace, for none is registered. */
export const systems = {
  automated: 'urn:x-zicha:check:automated',
  register: 'urn:x-zicha:check:register',
  manual: 'urn:x-zicha:check:manual',
  item: 'urn:x-zicha:item',
  level: 'urn:x-zicha:fact:level',
  trigger: 'urn:x-zicha:fact:trigger',
  lowestShare: 'urn:x-zicha:scoring:share-of-points:lowest',
  highestShare: 'urn:x-zicha:scoring:share-of-points:highest',
  passedCount: 'urn:x-zicha:count:items-passed',
} as const;
