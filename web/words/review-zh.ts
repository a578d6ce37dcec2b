import { type ReviewWords, signed } from './review-words.ts';

/** What the interface says where people judge, in Chinese. */
export const review: ReviewWords = {
  title: '核对',
  hint: '这两个名称说的是同一个吗？判断优先于程序的推断，随时可以撤回。',
  keys: '1 同一个 · 2 不是 · 3 说不准 · ↑ ↓ 换一对',
  doubts: '存疑的名称',
  made: '已作判断',
  none: '没有存疑的名称。',
  noneMade: '还没有人作过判断。',
  notOffered: '此服务器不接受判断。请用 yuantu serve 启动。',
  noRight: (role) =>
    `当前身份是${{ reader: '读者', reviewer: '核对员', editor: '编辑' }[role]}，作判断需要核对员权限。请用核对员令牌在 /sign-in 登录。`,
  say: { same: '同一个', different: '不是同一个', unsure: '说不准', wrong: '有误' },
  isOne: '是同一个吗？',
  otherThing: '其中一个名称另有所指',
  areOne: '现为一个',
  areTwo: '现为两个',
  reasons: {
    introduced: '有文章视为一个',
    'shared-alias': '简称相同',
    'same-context': '上下文相同',
    'other-context': '上下文不同',
    'kept-apart': '有文章并提',
    'name-in-name': '名称相互包含',
    'same-name': '名称相同',
    homonyms: '已判为同名',
    subsidiary: '一方是另一方的子公司',
    'two-legal-names': '两个工商全称',
    'other-place': '地点不同',
    'written-out': '一方是另一方的全称',
    'judged-same': '已判为同一个',
    'judged-different': '已判为不同',
  },
  score: '得分',
  by: '署名',
  byFirst: '请先署名，每条判断都会记下是谁作的。',
  why: '理由（可不填）',
  takeBack: '撤回',
  takenBack: (by) => `已由${by}撤回`,
  overruled: '已被更新的判断取代',
  givesWay: '文章使两条判断相抵，“同一”让位于“不同”：',
  changed: (entities, relations, records) => {
    const parts = [
      entities !== 0 ? `实体 ${signed(entities)}` : '',
      relations !== 0 ? `关系 ${signed(relations)}` : '',
    ].filter(Boolean);
    if (parts.length > 0) return `已记录：${parts.join('，')}。`;
    return records > 0 ? `已记录：更新了 ${records} 条记录。` : '已记录，图谱没有变化。';
  },
  wrong: '这里有误……',
  wrongValue: (value) => `${value}有误……`,
  how: '应当是',
  goes: { entity: '没有这个实体', relation: '没有这条关系', value: '没有这个数据' },
  rightName: '另一个名称',
  rightType: '另一种类型',
  rightRelation: '另一种关系',
  rightValue: '另一个值',
  inYuan: '单位：元',
  record: '记录',
  noWay: (right) =>
    right === undefined ? '请填写正确的内容。' : `“${right}”不是数字，请以元为单位，如 5150000000。`,
};
