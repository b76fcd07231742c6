import { gzipSync } from 'node:zlib';
import { loadExamples, loadReal } from './data.ts';
import { datasetOf, featureReader } from './dataset.ts';
import { modelOf } from './model.ts';
import { Weights } from '../../src/learned/weights.ts';
import { Scorer } from '../../src/learned/scorer.ts';
const t0 = Date.now();
const ex = loadExamples(process.cwd()).filter((e) => e.language === process.argv[2]);
console.log(ex.length, new Set(ex.map((e) => e.author)), Date.now() - t0);
const lang = process.argv[2] as 'zh';
const ds = datasetOf(ex, lang);
console.log(ds.hashes.length, ds.rows.length, ds.index.length, Date.now() - t0);
const m = modelOf(ds, lang, () => true);
console.log('feats', m.counts.length, 'entries', m.slots.length, 'gz', gzipSync(JSON.stringify(m), { level: 9 }).length, Date.now() - t0);
const w0 = performance.now(); const w = new Weights(m); console.log('decode ms', performance.now() - w0);
const s = new Scorer(w, featureReader(), lang);
let n = 0, ch = 0; const real = loadReal('/work/shared/corpus').filter((e) => e.language === lang);
for (let r = 0; r < 30; r++) { const p0 = performance.now(); ch = 0; for (const e of real) { s.score(e.sentences, e.context); ch += e.reply.length; } n = performance.now() - p0; }
console.log('ns/char', (n * 1e6) / ch);
