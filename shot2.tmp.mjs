import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const axe = readFileSync('node_modules/axe-core/axe.min.js','utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-background-networking'] });
const file = process.argv[2] ?? '/tmp/slides.html';
for (const [w,h] of [[1280,720]]) for (const scheme of process.argv[3]?[process.argv[3]]:["light"]) {
  const ctx = await browser.newContext({ viewport:{width:w,height:h}, colorScheme: scheme });
  const page = await ctx.newPage();
  page.on('console', m => console.log('console', m.type(), m.text()));
  page.on('pageerror', e => console.log('pageerror', e.message));
  page.on('request', r => { if(!r.url().startsWith('file:')) console.log('REQ', r.url()); });
  await page.goto('file://'+file);
  await page.waitForSelector('.reveal.ready');
  await page.evaluate(axe + ';0');
  const n = await page.locator('.slides > section').count();
  console.log('slides', n);
  for (let i=0;i<n;i++) {
    await page.evaluate(i=>{location.hash='#/'+i},i);
    await page.waitForFunction(i=>document.querySelectorAll('.slides > section')[i].classList.contains('present'), i);
    for (let k=0;k<40;k++){ const more = await page.evaluate(()=>{const f=document.querySelector('section.present .fragment:not(.visible)'); return !!f}); if(!more)break; await page.keyboard.press('ArrowRight'); }
    const r = await page.evaluate(()=>{
      const s=document.querySelector('section.present'); const box=s.getBoundingClientRect(); const scale=box.width/1280;
      const bad=[]; let min=999;
      const walker=document.createTreeWalker(document.querySelector('.reveal'),NodeFilter.SHOW_TEXT);
      while(walker.nextNode()){ const t=walker.currentNode; const e=t.parentElement; if(!t.data.trim()||e.closest('aside,title,desc,.aria-status,script,style')||!e.checkVisibility({visibilityProperty:true})) continue;
        if(e.closest('section') && e.closest('section')!==s) continue;
        min=Math.min(min,parseFloat(getComputedStyle(e).fontSize));
        const range=document.createRange(); range.selectNodeContents(t); const b=range.getBoundingClientRect();
        if(e.closest('section') && (b.right>box.right-20*scale||b.left<box.left||b.bottom>box.bottom-36*scale)) bad.push([t.data.slice(0,40), Math.round(b.bottom/scale), Math.round(b.right/scale)]);
      }
      return {min,bad,h:s.scrollHeight};
    });
    if (r.min<24||r.bad.length||r.h>720) console.log(i, JSON.stringify(r));
    const a = await page.evaluate(()=>axe.run());
    for (const v of a.violations) console.log(i,'axe', v.id, v.nodes.length, v.nodes[0].html.slice(0,150), v.nodes[0].failureSummary.slice(0,300));
    if (scheme==='light'&&w===1280 || i%7===3) await page.screenshot({ path:`/tmp/s-${w}-${scheme}-${String(i).padStart(2,'0')}.png`});
  }
  if (w===390) break;
  await ctx.close();
}
await browser.close();
