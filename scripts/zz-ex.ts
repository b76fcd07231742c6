import { createGuard } from '../src/index.ts';
import { learnedReader } from '../src/learned/index.ts';
const g = createGuard({policy: 'default'}), b = createGuard({ policy: 'default', reader: learnedReader() });
for (const t of process.argv.slice(2)) { const r: any = g.explain(t);
console.log(t, r.findings.map((x:any)=>x.rule+':'+x.severity), b.check(t).findings.map((x:any)=>x.rule+':'+x.severity)); for (const a of r.acts.slice(0, 12)) console.log('   ', a.act, '|', a.pattern, '|', a.evidence?.map((e:any)=>e.text+':'+e.concepts.join(',')).join(' · ')); console.log('    excused', r.excused.map((x:any)=>[x.rule,x.by,x.cue?.text].join(' ')).join('; ')); }
