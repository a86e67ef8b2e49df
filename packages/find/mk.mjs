import sharp from 'sharp';import fs from 'node:fs';
const out='/tmp/clis/f';fs.rmSync(out,{recursive:true,force:true});fs.mkdirSync(out+'/photos/sub',{recursive:true});fs.mkdirSync(out+'/thumbs');
let s=7;const rnd=()=>{s=(s*1103515245+12345)&0x7fffffff;return s/0x7fffffff;};
const list=fs.readdirSync('/work/shared/photos').filter(f=>/(png|jpg)$/.test(f));
for(const [i,f] of list.entries()){fs.copyFileSync('/work/shared/photos/'+f,out+'/photos/'+(i%2?'sub/':'')+f);}
const truth=[];
for(let k=0;k<24;k++){const f=list[k%8];const m=await sharp('/work/shared/photos/'+f).metadata();
 const bw=Math.round(m.width*(0.15+0.8*rnd())),bh=Math.min(m.height,Math.round(bw*(0.6+0.8*rnd())));
 const x=Math.floor(rnd()*(m.width-bw)),y=Math.floor(rnd()*(m.height-bh));
 const sc=Math.min(1,Math.max(64/bw,rnd()*256/bw));
 await sharp('/work/shared/photos/'+f).extract({left:x,top:y,width:bw,height:bh}).resize(Math.round(bw*sc),Math.round(bh*sc),{fit:'fill'}).jpeg({quality:70}).toFile(out+`/thumbs/${k}-${f.split('.')[0]}-${x}-${y}-${x+bw}-${y+bh}.jpg`);}
fs.writeFileSync(out+'/thumbs/broken.jpg','no');
fs.writeFileSync(out+'/photos/broken.png','no');
