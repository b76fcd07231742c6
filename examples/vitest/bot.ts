/** In place of a real bot. */
export function bot(question: string): Promise<string> {
  return Promise.resolve(
    question.includes('裂') ? '非常抱歉给您带来不便！核实属实后可以为您办理全额退款。' : '您好，请问您想了解哪款商品呢？',
  );
}
