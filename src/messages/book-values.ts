/** Values of the shipped books that the flows write and ask for; they are the books' words, not the screen's. */
export const bookValues = {
  yes: '是',
  no: '否',
  beforePost: '待上岗',
  inPost: '在岗',
  movedPost: '岗位调整',
  coolingOff: '离岗脱密期',
  vetted: '合格',
  /** What the master list calls a kind of leaving of the case file. */
  leaveKinds: { 调动: '调离', 交流轮岗: '调离', 辞职: '辞职', 退休: '退休' } as Readonly<Record<string, string>>,
  otherKind: '其他',
  employed: '在职',
  partTimeOfficer: '兼职保密员',
  /** A decision that makes something a secret. */
  decided: '确定',
  carrier: { inUse: '在用', lent: '借出', toDestroy: '待销毁', destroyed: '已销毁', returned: '已清退' },
  returned: '已清退',
  waste: { classified: '涉密文件', toDestruction: '转入涉密载体销毁' },
} as const;
