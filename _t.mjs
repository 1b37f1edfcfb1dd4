import { parseDocument } from 'htmlparser2'; import { textContent, findAll } from 'domutils'; import { readFileSync } from 'node:fs';
for (const p of process.argv.slice(2)) { const d=parseDocument(readFileSync(`dist${p}index.html`,'utf8')); const a=findAll(e=>e.name==='article',d.children)[0];
 for (const n of findAll(e=>/notes|ref|anchor|aliases|share/.test(e.attribs?.class??'')||e.name==='share-bar',[a])) { const i=n.parent.children.indexOf(n); if(i>=0) n.parent.children.splice(i,1); }
 console.log('=====',p,'\n'+textContent(a).replace(/[ \t]+/g,' ').replace(/\s*\n\s*/g,'\n')); }
