/** A title begins a line with these where it can. */
export const titleLineStarts: readonly string[] = ['关于'];
/** Words that no line of a title cuts in two; 年 stays with its number without being listed. */
export const titleWords: readonly string[] = [
  '关于', '年度', '季度', '半年', '保密', '自查', '自评', '检查', '督查', '考评', '整改', '整治', '工作', '情况', '问题', '通知', '通知书', '报告', '总结', '方案', '意见', '台账', '清单', '单位', '机关', '部门', '涉密', '国家', '秘密', '定密', '密码', '统计', '培训', '宣传', '教育', '信息', '系统', '设备', '载体', '人员', '管理', '年报', '计划', '要求', '落实', '开展',
];
