/// The look of every report: one style for screens, light and dark, and for A4 across.
enum ReportStyle {
    static let css = """
        :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#555;--rule:#9aa4ae;--head:#e9eef4;--alarm:#a8001c;--link:#0b4f9e;\
        --s0:#1f6fb4;--s1:#b4530a;--s2:#2e7d32;--s3:#7b3fa0;--s4:#7a6200;--s5:#00707f}
        @media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#16191d;--soft:#b4b9bf;--rule:#59636e;--head:#262d36;--alarm:#ff9a9a;\
        --link:#8ec1ff;--s0:#5fa8e6;--s1:#ef9a57;--s2:#6cc070;--s3:#c08be0;--s4:#d3b94b;--s5:#4cc3d4}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.2rem;max-width:78rem;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,"Noto Sans",Arimo,sans-serif}
        h1{font-size:1.45rem;line-height:1.25;margin:.2rem 0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
        table{border-collapse:collapse;width:100%;margin:.8rem 0}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border:1px solid var(--rule);padding:.22rem .38rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:manual}
        thead th{background:var(--head);font-size:.86rem}tbody th{font-weight:500}
        .k td{text-align:center;font-size:.8rem;color:var(--soft);padding:0}
        .d{text-align:right;font-variant-numeric:tabular-nums}.a,.a a{font-weight:700;color:var(--alarm)}tfoot{font-weight:700}
        a{color:var(--link)}small,.n,footer{color:var(--soft)}.n,footer{font-size:.86rem}small{font-weight:400}
        code{overflow-wrap:anywhere}
        dt{font-weight:600;margin-top:.7rem}dd{margin:0}ul{margin:.2rem 0;padding:0;list-style:none}
        dd li{display:inline-block;margin-right:1.1rem;white-space:nowrap;font-variant-numeric:tabular-nums}
        dd li.s{display:block;white-space:normal}:target{outline:2px solid var(--link);outline-offset:3px}
        figure{margin:1.2rem 0}figcaption{margin-bottom:.3rem}summary{font-size:.86rem;color:var(--link);cursor:pointer}
        svg{display:block;width:100%;height:auto;max-width:70rem}
        svg text{font-size:13px;fill:var(--ink)}.l{text-anchor:end}.c{text-anchor:middle}svg .c{font-size:11.5px}
        .m{stroke:var(--alarm);stroke-width:2;stroke-dasharray:6 3}
        .s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}
        @media(max-width:1150px){body{font-size:13px;padding:.6rem}th,td{padding:.2rem .28rem}}
        @media(max-width:900px){table{display:block;overflow-x:auto}}
        @page{size:A4 landscape;margin:11mm}
        @media print{table{display:table}details{display:none}:root{--ink:#000;--paper:#fff;--soft:#333;--rule:#777;--head:#eee;--alarm:#900;--link:#000;\
        --s0:#1f6fb4;--s1:#b4530a;--s2:#2e7d32;--s3:#7b3fa0;--s4:#7a6200;--s5:#00707f}
        body{padding:0 1px;max-width:none;font-size:9pt}a{text-decoration:none}thead{display:table-header-group}tr,figure{break-inside:avoid}
        h2{break-after:avoid}th,td{padding:.12rem .22rem}}
        """
}
