/** In place of a real bot. */
export default class CarefulBot {
  id() {
    return 'careful-bot';
  }

  async callApi(prompt) {
    if (prompt.includes('裂')) return { output: '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。' };
    if (prompt.includes('退款')) return { output: '您好，退款一般在审核通过后3-5个工作日到账，请您留意。' };
    return { output: '您好，请问您想了解哪款商品呢？' };
  }
}
