import Bytes

/// The look of the published site: one style for phone, tablet and desk, light and dark, and for paper.
enum SiteStyle {
    /// `style-1f2e3d4c.css`.
    static let name = "style-\(SHA256.digest(of: Array(css.utf8)).description.prefix(8)).css"

    static let css = """
        :root{color-scheme:light dark;--ink:#1c2530;--soft:#4b5866;--paper:#f5f7f9;--card:#fff;--rule:#c9d2db;--head:#0f4c5c;--headink:#fff;\
        --link:#0b5468;--tint:#e3eff2;--done:#1d6b45;--now:#8a4b00;--nowtint:#fdf1e0;--stop:#9b1c2c;--focus:#b45309}
        @media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#b3bec9;--paper:#12181e;--card:#1a222a;--rule:#3c4854;--head:#0d3945;\
        --headink:#f2f8fa;--link:#8ed3e6;--tint:#1d323a;--done:#7fd3a6;--now:#f3bd77;--nowtint:#38291a;--stop:#ff9fa9;--focus:#ffb454}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,"Segoe UI","Noto Sans",Roboto,Arimo,sans-serif;overflow-wrap:break-word}
        a{color:var(--link);text-underline-offset:.18em}a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--focus);outline-offset:3px;border-radius:2px}main:focus{outline:none}
        .skip{position:absolute;left:.5rem;top:-4rem;z-index:2;background:var(--card);color:var(--link);padding:.6rem 1rem;border-radius:0 0 .4rem .4rem}
        .skip:focus{top:0}
        .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        header{background:var(--head);color:var(--headink)}header a{color:inherit}header :focus-visible{outline-color:#ffd08a}
        .top,.menu ul,main,footer{max-width:68rem;margin:0 auto;padding-left:1.25rem;padding-right:1.25rem}
        .top{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-top:.85rem;padding-bottom:.5rem}
        .top p{margin:0}.brand a{text-decoration:none;font-size:1.15rem;line-height:1.35;display:inline-block}.brand strong{white-space:nowrap}
        .langs a{display:inline-block;border:1px solid currentColor;border-radius:2rem;padding:.3rem .9rem;font-size:.95rem;text-decoration:none;white-space:nowrap}
        .menu ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem .3rem;margin:0 auto;padding-top:0;padding-bottom:.4rem}
        .menu a{display:block;padding:.5rem .7rem;text-decoration:none;border-bottom:3px solid transparent}
        .menu ul{padding-left:.55rem}
        .menu a:hover{border-color:#ffffff80}.menu a[aria-current]{border-color:#ffd08a;font-weight:600}
        .broad .top,.broad .menu ul,.broad main,.broad footer{max-width:80rem}main{padding-top:1.5rem;padding-bottom:3rem}
        h1{font-size:clamp(1.55rem,1.2rem + 1.8vw,2.15rem);line-height:1.28;margin:.3rem 0 1rem;text-wrap:balance}
        h1 .code{font-size:.86em;display:inline-block}h2{font-size:1.3rem;line-height:1.35;margin:2.2rem 0 .6rem}h3{font-size:1.08rem;margin:1.4rem 0 .3rem}
        p,ul,ol,dl{margin:.6rem 0}main>p,main>ul,main>ol:not(.steps),section>p,section>ul,section>ol{max-width:46rem}
        li{margin:.25rem 0}ul{padding-left:1.3rem}ol{padding-left:1.5rem}
        .lead{font-size:1.15rem;color:var(--soft)}.note,footer,.law{color:var(--soft);font-size:.95rem}
        .law{display:block}
        .trail ol{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem .5rem;padding:0;margin:0;font-size:.95rem}
        .trail li+li::before{content:"›";margin-right:.5rem;color:var(--soft)}.trail li{margin:0}
        footer{border-top:1px solid var(--rule);padding-top:1rem;padding-bottom:2.5rem}footer p{max-width:46rem}
        .tiles{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem;max-width:none!important}
        .tiles li{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:1.1rem 1.2rem;position:relative}
        .tiles a{font-size:1.15rem;font-weight:600}.tiles a::after{content:"";position:absolute;inset:0;border-radius:.6rem}
        .tiles li:hover{border-color:var(--link)}.tiles p{margin:.35rem 0 0;color:var(--soft);font-size:.98rem}
        .toc{background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:.9rem 1.2rem;max-width:46rem}
        .toc h2{margin:0 0 .3rem;font-size:1.05rem}.toc ul{columns:16rem;margin:0}
        .facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:0;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:.3rem 1.2rem}
        .facts dt,.facts dd{padding:.7rem 0;margin:0;border-top:1px solid var(--rule)}.facts dt:first-of-type,.facts dt:first-of-type+dd{border-top:0}
        .facts dt{font-weight:600;padding-right:1rem}.facts ul,.facts ol{margin:0}.facts dd>:first-child{margin-top:0}.facts dd p{margin:.2rem 0}
        .tag{display:inline-block;background:var(--tint);color:var(--link);border-radius:1rem;padding:.05rem .7rem;font-size:.9rem;font-weight:600;white-space:nowrap}
        .code{font-variant-numeric:tabular-nums;white-space:nowrap}
        table{border-collapse:collapse;width:100%;margin:1rem 0;background:var(--card);font-size:.98rem;line-height:1.5}
        caption{text-align:left;font-weight:600;padding:.3rem 0 .5rem;caption-side:top}
        th,td{border:1px solid var(--rule);padding:.5rem .65rem;text-align:left;vertical-align:top}
        thead th{background:var(--tint);font-size:.92rem;vertical-align:bottom}tbody th{font-weight:600}tfoot th,tfoot td{font-weight:700}
        .d{text-align:right;font-variant-numeric:tabular-nums}
        th small{display:block;font-weight:400;color:var(--soft);font-size:.9em}
        .a{color:var(--stop);font-weight:700}
        .wide{font-size:.88rem}.wide th,.wide td{padding:.35rem .4rem}.widest{font-size:.84rem}.widest th[scope=row]{min-width:9rem}
        .steps{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:.5rem;margin:1.4rem 0;max-width:none!important}
        .steps li{margin:0;border-top:5px solid var(--rule);padding:.55rem .2rem 0;color:var(--soft);line-height:1.4}
        .steps b{display:block;font-size:.9rem;font-weight:600}
        .steps .done{border-color:var(--done);color:var(--ink)}.steps .done b{color:var(--done)}
        .steps .at{border-color:var(--link);color:var(--ink);font-weight:700}.steps .at b{color:var(--link)}
        .steps .now{border-color:var(--now);color:var(--ink);font-weight:700}.steps .now b{color:var(--now)}
        .steps .end{border-color:var(--stop);color:var(--ink);font-weight:700}.steps .end b{color:var(--stop)}
        .state{background:var(--card);border:1px solid var(--rule);border-left:6px solid var(--link);border-radius:.5rem;padding:1rem 1.2rem;max-width:46rem}
        .state.now{border-left-color:var(--now);background:var(--nowtint)}.state.done{border-left-color:var(--done)}.state.end{border-left-color:var(--stop)}
        .state p{margin:.2rem 0}.state .big{font-size:1.35rem;font-weight:700;line-height:1.35}
        .days{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.5rem;max-width:none!important}
        .days li{margin:0}.days a{display:block;background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:.55rem .8rem}
        .days span{color:var(--soft);font-size:.92rem;display:inline-block;width:100%}
        pre{overflow-x:auto;background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:.7rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9rem}
        .choice{max-width:40rem;margin:12vh auto;padding:0 1.25rem}
        @media(max-width:62rem){.wide,.wide tbody,.wide tfoot,.wide th,.wide td,.wide caption{display:block}.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .wide{background:none;font-size:.98rem}.wide tr{display:grid;grid-template-columns:1fr 1fr;column-gap:1.6rem;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:.6rem 1rem .8rem;margin:0 0 .9rem}
        .wide th[scope=row]{border:0;grid-column:1/-1;order:-1;padding:.2rem 0 .4rem;font-size:1.05rem;text-align:left}
        .wide td{border:0;border-top:1px solid var(--rule);padding:.35rem 0;display:flex;justify-content:space-between;gap:1rem;text-align:right}
        .wide td::before{content:attr(data-label);color:var(--soft);text-align:left;font-weight:400}}
        @media(max-width:79.9rem){.widest,.widest tbody,.widest tfoot,.widest th,.widest td,.widest caption{display:block}.widest thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .widest{background:none;font-size:.98rem}.widest tr{display:grid;grid-template-columns:1fr 1fr;column-gap:1.6rem;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:.6rem 1rem .8rem;margin:0 0 .9rem}
        .widest th[scope=row]{border:0;grid-column:1/-1;order:-1;padding:.2rem 0 .4rem;font-size:1.05rem;text-align:left}
        .widest td{border:0;border-top:1px solid var(--rule);padding:.35rem 0;display:flex;justify-content:space-between;gap:1rem;text-align:right}
        .widest td::before{content:attr(data-label);color:var(--soft);text-align:left;font-weight:400}}
        @media(max-width:40rem){body{font-size:1rem}.top,.menu ul,main,footer{padding-left:1rem;padding-right:1rem}
        .menu ul{gap:0 .2rem}.menu a{padding:.55rem .6rem}.menu ul{padding-left:.4rem}
        .facts{display:block;padding:.2rem 1rem}.facts dt{padding-bottom:0}.facts dd{border-top:0;padding-top:.1rem}
        .steps{grid-template-columns:1fr;gap:0}.steps li{border-top:0;border-left:5px solid var(--rule);padding:.45rem 0 .45rem .8rem}.steps b{display:inline;margin-right:.4rem}
        .cards,.cards tbody,.cards tfoot,.cards th,.cards td,.cards caption{display:block}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards{background:none}.cards tr{display:grid;grid-template-columns:1fr;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:.6rem 1rem .8rem;margin:0 0 .9rem}
        .cards th[scope=row]{border:0;order:-1;padding:.2rem 0 .4rem;font-size:1.05rem;text-align:left}
        .cards td{border:0;border-top:1px solid var(--rule);padding:.4rem 0;display:flex;justify-content:space-between;gap:1rem;text-align:right}
        .cards td::before{content:attr(data-label);color:var(--soft);text-align:left;font-weight:400;flex:0 1 45%}
        .cards td>span{min-width:0;flex:1 1 55%}.cards td.d::before{flex:1 1 auto}.cards td.d>span{flex:0 0 auto}}
        @media print{:root{--ink:#000;--paper:#fff;--card:#fff;--soft:#333;--rule:#888;--head:#fff;--headink:#000;--link:#000;--tint:#eee}
        .menu,.langs,.skip,.trail,.toc{display:none}body{font-size:11pt}tr,.steps,.state{break-inside:avoid}h2,h3{break-after:avoid}}
        """
}
