import { chromium } from 'playwright-core';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
const pre=process.argv[2], out=process.argv[3], from=+process.argv[4]||0, to=+process.argv[5]||99;
const f=readdirSync('/tmp').filter(n=>n.startsWith(pre)&&n.endsWith('.png')).sort().slice(from,to);
writeFileSync('/tmp/sheet.html','<body style="margin:0;display:grid;grid-template-columns:repeat(3,1fr);gap:4px;background:#888">'+f.map(n=>`<img style="width:100%" src="/tmp/${n}">`).join(''));
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:1800,height:900}}); await p.goto('file:///tmp/sheet.html'); await p.screenshot({path:out,fullPage:true}); await b.close();
