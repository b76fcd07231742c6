import type { Template } from './template.ts';

/** What `replyguard init --lang en` writes. */
export const EN: Template = ({ schemas }) => ({
  'replyguard.yml': `# Where the shop's own things are. replyguard check, test, explain and add find this file by themselves.
policy: policy.yml # what the shop may promise: amounts and times
extension: vocabulary.yml # words of the shop's own
fixtures: fixtures # the folder of the examples
lang: en # language of messages: en or zh
`,
  'policy.yml': `# yaml-language-server: $schema=${schemas}/policy.schema.json
#
# What an agent may promise. Change the numbers to the shop's; a line that is deleted takes its default.
# Then run: replyguard test
extends: us-store
name: my-shop

# The most that the front line may give, in dollars.
caps:
  coupon: 10 # coupons and store credit, summed over one reply
  goodwill:
    amount: 8 # money as goodwill where the return freight is not known
    ceiling: 8 # and never more than this

# The times that may be said. unit: minute, hour, day or business-day.
# Faster than this and certain is a timeline over-promise; "usually" and "expected" are fine.
timelines:
  refund: { min: 5, max: 10, unit: business-day } # until the money is there
  verification: { min: 1, max: 2, unit: business-day } # until a fault is verified
  dispatch: { min: 2, max: 3, unit: business-day } # until a replacement leaves the warehouse

returnWindowDays: 30 # days after delivery in which goods may come back without a reason
lowValue: 15 # up to this price a confirmed fault is refunded without a return

# What the shop tells the public, so that agents may say it too.
published:
  benefits: [] # such as [free returns, price match]
  channels: [] # the shop's own phone numbers and addresses

# Categories or rules that are not to be checked, such as [vague, timeline/dispatch].
off: []
`,
  'vocabulary.yml': `# yaml-language-server: $schema=${schemas}/extension.schema.json
#
# Words of the shop's own: the new word on the left, on the right one with the same meaning that replyguard knows.
# To see what a word is read as: replyguard explain "the whole sentence"
synonyms:
  sunny bucks: store credit
`,
  'fixtures/first.yml': `# yaml-language-server: $schema=${schemas}/fixtures.schema.json
#
# Examples: a reply, and what it must get. Copy one, give it a new id, change it.
# A bad reply has labels: [category], a good one good: true. Run: replyguard test
#
# Categories: timeline, compensation, guarantee, liability, disclosure, future, arguing, review-pressure, vague, cold,
#   no-apology, evidence-pressure, off-platform, public-exposure

- id: first-001
  reply: Your refund will reach your account within 24 hours.
  labels: [timeline]
  mark: Your refund will reach your account within 24 hours # may be left out: the words to be underlined
  why: the policy says 5 to 10 business days, and the bank decides

- id: first-002
  reply: Refunds usually take 5 to 10 business days once approved.
  good: true

- id: first-003
  reply: There is now $50 in sunny bucks in your account.
  labels: [compensation]
  why: above the cap; "sunny bucks" are the shop's own words, see vocabulary.yml

- id: first-004
  reply: There is now $5 in sunny bucks in your account.
  good: true

- id: first-005
  reply: Could you send me your order number? I'll check the tracking.
  context:
    complaint: true # the customer complains: the first sentence should apologise
  labels: [no-apology]
`,
});
