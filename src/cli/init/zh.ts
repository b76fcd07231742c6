import type { Template } from './template.ts';

/** What `replyguard init --lang zh` writes. */
export const ZH: Template = ({ schemas }) => ({
  'replyguard.yml': `# 本店的东西都放在哪里。replyguard 的 check、test、explain、add 会自动找到这个文件。
policy: policy.yml # 店铺政策：金额和时效
extension: vocabulary.yml # 本店自己的说法
fixtures: fixtures # 样例所在的文件夹
lang: zh # 提示用哪种语言：zh 或 en
`,
  'policy.yml': `# yaml-language-server: $schema=${schemas}/policy.schema.json
#
# 店铺政策：客服可以承诺什么。把数字改成本店的；删掉的行用默认值。
# 改完运行 replyguard test 看看样例是否还都通过。
extends: default
name: 我的店铺

# 一线客服最多能给多少（元）
caps:
  coupon: 20 # 一条回复里优惠券、红包合计
  goodwill:
    amount: 12 # 现金或转账补偿，不知道退货运费时的上限；知道运费时以运费为上限

# 可以承诺的时间。min、max 是最早、最晚；unit 是 minute、hour、day 或 business-day（工作日）。
# 比这里更快、说得肯定，就是时效承诺；“预计”“一般”之类的说法不算。
timelines:
  refund: { min: 3, max: 5, unit: business-day } # 退款到账
  verification: { min: 1, max: 3, unit: business-day } # 核实质量问题
  dispatch: { min: 1, max: 3, unit: business-day } # 补发、换货寄出

returnWindowDays: 7 # 签收后几天内可以无理由退货
lowValue: 30 # 多少元以下的商品，确认有问题就退款不退货

# 本店对外公开的东西，客服可以照说
published:
  benefits: [] # 例如 [七天无理由退换, 运费险]
  channels: [] # 本店自己的客服电话、邮箱，例如 [400-000-0000]

# 不想检查的类别或规则，例如 [vague, timeline/dispatch]
off: []
`,
  'vocabulary.yml': `# yaml-language-server: $schema=${schemas}/extension.schema.json
#
# 本店自己的说法。左边是新说法，右边是意思相同、replyguard 已经认识的词。
# 想知道一个词认不认识、认作什么：replyguard explain "整句话"
synonyms:
  小甜票: 优惠券
`,
  'fixtures/first.yml': `# yaml-language-server: $schema=${schemas}/fixtures.schema.json
#
# 样例：一条回复，和它应该得到的结果。复制一条、换个编号、改掉内容，就是新样例。
# 坏回复写 labels: [类别]，好回复写 good: true。运行：replyguard test
#
# 类别：timeline 时效　compensation 赔付　guarantee 打包票　liability 定责　disclosure 泄露内部信息　future 长期承诺
#   arguing 争辩　review-pressure 索要好评　vague 含糊　cold 冷淡　no-apology 没有道歉　evidence-pressure 反复要凭证
#   off-platform 引导站外　public-exposure 公开隐私

- id: first-001
  reply: 亲，退款24小时内一定到账哦
  labels: [timeline]
  mark: 退款24小时内一定到账哦 # 可不写：必须划出的原词
  why: 政策是3-5个工作日，到账由银行决定

- id: first-002
  reply: 您好，退款审核通过后3-5个工作日到账，请您留意。
  good: true

- id: first-003
  reply: 已为您发放50元小甜票
  labels: [compensation]
  why: 超过优惠券上限；“小甜票”是本店的说法，写在 vocabulary.yml 里

- id: first-004
  reply: 已为您发放15元小甜票，感谢您的理解
  good: true

- id: first-005
  reply: 请您提供订单号，我帮您查一下物流。
  context:
    complaint: true # 客户是在投诉：第一句就该道歉
  labels: [no-apology]
`,
});
