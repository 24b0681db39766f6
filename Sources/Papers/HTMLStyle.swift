/// The look of HTML papers: an A4 page on paper (margins of Nghị định 30/2020), a readable column on any screen.
enum HTMLStyle {
    static let sheet: Markup = """
        :root{color-scheme:light}
        body{margin:0;background:#eee;color:#000;font:1.0625rem/1.5 'Times New Roman','Liberation Serif',serif}
        main{box-sizing:border-box;max-width:210mm;margin:0 auto;padding:20mm 20mm 20mm 30mm;background:#fff}
        h1,h2,h3,h4,h5,h6{font-size:1em;margin:1.2em 0 .4em;break-after:avoid}
        h1{text-align:center;font-size:1.15em}h4{font-style:italic;font-weight:normal}
        p{margin:.4em 0;text-align:justify;text-indent:10mm}
        ul,ol{margin:.4em 0;padding-left:16mm}ul{list-style:'- '}
        .head{display:grid;grid-template-columns:2fr 3fr;gap:0 4mm;text-align:center}
        .head p,.title p,.foot p,.remark,.note{text-indent:0;text-align:inherit;margin:0}
        .head .rule,.title .rule{border:0;border-top:1px solid #000;margin:4px auto 0}
        .head>div{display:flex;flex-direction:column}.head .number,.head .date{margin-top:auto;padding-top:.6em}
        .date{font-style:italic}
        .head{font-size:.86em}.head .motto,.head .number,.head .date{font-size:1.08em}
        .title{text-align:center;margin:1.6em 0 1em;font-weight:bold}.title h1{margin:0}
        .foot{display:grid;grid-template-columns:1fr 1fr;gap:4mm;margin-top:1.6em;break-inside:avoid}
        .foot ul{list-style:none;padding:0;margin:0;font-size:.8em}
        .foot .to{font-weight:bold;font-style:italic;font-size:.9em}
        .foot .sign{text-align:center;font-weight:bold;white-space:pre-line;min-height:6em}
        .foot .signer{margin-top:5em}.basis{font-style:italic}p.whom{text-align:center;text-indent:0}
        div.whom{margin-left:20%}.whom ul{list-style:none;padding-left:1.5em;margin:0}.whom p{text-indent:0}
        .annex{font-weight:bold}.annex,.annexed{text-align:center;text-indent:0}.annexed{font-style:italic}
        .annex{break-before:page;margin-top:2em}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1em;margin:.6em 0}
        dt{font-weight:bold}dd{margin:0}
        .wide{overflow-x:auto;margin:.8em 0}
        table{border-collapse:collapse;width:100%;font-size:.93em;line-height:1.3}
        caption{caption-side:top;font-weight:bold;padding-bottom:.3em}
        th,td{border:1px solid #000;padding:.2em .45em;vertical-align:top;text-align:left;font-weight:normal}
        tbody th{min-width:8em}thead th{text-align:center;font-weight:bold;vertical-align:middle}
        .n{text-align:right;white-space:nowrap}.missing{color:#555;font-style:italic}
        .remark,.note{font-style:italic;font-size:.93em}
        .note{border-left:3px solid #777;padding-left:.6em;margin:.5em 0}
        figure{margin:1em 0;text-align:center;break-inside:avoid;overflow-x:auto}
        svg{max-width:100%;height:auto}svg[width='640']{min-width:30rem}
        pre{overflow-x:auto;line-height:1.25}
        code,pre{font-family:'Courier New','Liberation Mono',monospace;font-size:.9em}.muted{color:#555}
        @media screen and (max-width:50rem){main{padding:1rem}p{text-indent:0;text-align:left}ul,ol{padding-left:1.4em}
        .head,.foot,dl{grid-template-columns:1fr}.head>div+div{margin-top:1em}dd{margin-bottom:.4em}}
        @media print{body{background:none;font-size:14pt;line-height:1.25}main{max-width:none;padding:0}
        .wide{overflow:visible}.wide table{font-size:var(--letters)}.lying{page:lying}
        tbody th{min-width:0}th,td{padding:1pt 3.5pt}
        main>p:has(+footer){break-after:avoid}        thead{display:table-header-group}tr{break-inside:avoid}}
        @page{size:A4;margin:20mm 20mm 20mm 30mm;@top-center{content:counter(page);font:13pt 'Times New Roman',serif}}
        @page lying{size:A4 landscape}
        @page:first{@top-center{content:none}}
        """
}
