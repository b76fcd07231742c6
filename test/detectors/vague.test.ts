import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectVague } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectVague(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('vague', () => {
  it.each<[string, Context]>([
    ['不清楚哎', {}],
    ['这个我也不知道呀亲', {}],
    ['应该可以吧,我没试过', {}],
    ['差不多吧', {}],
    ['可能行可能不行', {}],
    ['看缘分吧', {}],
    ['这我哪知道呀', {}],
    ['不好意思亲,这个不太了解呢', {}],
    ['大概也许可能有吧', {}],
    ['说不好,有的能用有的不能用', {}],
    ['不晓得什么情况,再等等吧', { complaint: true }],
    ['我是新来的,这个不懂', {}],
    ['好像是纯棉的吧', {}],
    ['估计快了吧', {}],
    ['也许会有活动吧,谁知道呢', {}],
    ['这个真不知道耶', {}],
    ['或许吧', {}],
    ['可能会可能不会', {}],
    ['我也说不清', {}],
    ['没听说过,不太确定', {}],
    ['应该在路上了吧,具体我也不清楚', { complaint: true }],
    ['好像可以又好像不行', {}],
    ['Not sure.', {}],
    ['Honestly no clue, sorry.', {}],
    ['Could be either, really.', {}],
    ['I think so? Maybe?', {}],
    ['It might fit, or it might not.', {}],
    ['Hmm, hard to say.', {}],
    ["I wouldn't know.", {}],
    ['It should show up eventually.', { complaint: true }],
    ['Possibly, not really my area.', {}],
    ["Some people say it does, others say it doesn't.", {}],
    ['Beats me.', {}],
    ['Maybe, maybe not.', {}],
    ['It could be cotton, I guess.', {}],
    ["I really can't say.", {}],
    ['Who knows where it is at this point.', { complaint: true }],
    ['Not 100% sure tbh.', {}],
    ['Depends, hard to tell.', {}],
    ['Maybe? I think it depends.', {}],
    ["Can't tell, sorry.", {}],
    ['Probably fine.', {}],
    ['Your guess is as good as mine.', {}],
    ['No idea when it ships.', {}],
  ])('leaves the question open: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['可能会有轻微色差哦亲', {}],
    ['大概三天左右能到', {}],
    ['一般情况下当天发货', {}],
    ['不确定尺码的话可以报下身高体重', {}],
    ['具体发货时间仓库那边安排,一般48小时内', {}],
    ['我不太确定,给您问下师傅哈', {}],
    ['可能有一点点偏差,正负1cm', {}],
    ['大概率今天能发,发了给您单号', {}],
    ['好像是有货的,我给您看下库存', {}],
    ['这边帮您确认下,不确定的我不敢乱说', {}],
    ['应该是48小时内发货,具体以页面为准', {}],
    ['It depends on your hair type; fine hair usually needs a week.', {}],
    ["I'm not sure about the thread size, let me check with the workshop.", {}],
    ['It may take a few days to show up on your statement.', {}],
    ["I'm not 100% sure, but I'll ask our designer and reply today.", {}],
    ['It might be a little snug around the shoulders, so consider sizing up.', {}],
    ['It could take up to ten days, depending on customs.', {}],
    ["It's probably the blue one; can you send me the item number?", {}],
    ["No idea yet, but I'll find out and message you tomorrow.", {}],
    ['Your bank may take a few days to post the transfer.', {}],
  ])('answers, or says what happens next: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('is vague only where little else is said', () => {
    expect(rules('不清楚呢')).toEqual(['vague/unsure']);
    expect(rules('充电口是C口还是圆口我不清楚，不过电池是2000毫安，充满大约两小时，可以边充边用，机身也支持一级防水，放浴室没问题')).toEqual([]);
  });

  it('finds rambling, however long it is', () => {
    const reply = '这个嘛，有人说行有人说不行，我也没试过，说不上来，反正东西是好东西，包装也漂亮，送人自用都合适，颜色有三种，您喜欢就拍，今天还有活动';
    expect(rules(reply)).toContain('vague/rambling');
  });
});
