import { Engine } from './engine.ts';
import { acts } from './generated/acts.ts';
import { packEn } from './generated/pack-en.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';

let engine: Engine | undefined;

/** The engine of both languages and all rules, made on first use and never changed. */
export function defaultEngine(): Engine {
  engine ??= new Engine({ packs: [packZh, packEn], quantities: [quantitiesZh, quantitiesEn], acts, rules });
  return engine;
}
