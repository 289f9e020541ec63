package org.leasekit.examples.report;

/**
 * The looks of the page: dark ink on white, one blue and one orange that stay apart for every kind of colour vision,
 * and figures of equal width so that columns line up.
 */
final class Style {

    private static final String SCREEN = """
            :root { color-scheme: light; --ink: #1c2430; --soft: #555e6a; --line: #dedbd3; --wash: #f6f5f1;
              --blue: #1f5f99; --orange: #b4580a;
              --serif: "Source Serif 4", Charter, "Iowan Old Style", Georgia, "Songti SC", "Noto Serif CJK SC",
                "Source Han Serif SC", SimSun, serif;
              --sans: -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
                "Source Han Sans SC", "Noto Sans", sans-serif; }
            * { box-sizing: border-box; }
            html { background: #fff; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
            body { margin: 0 auto; padding: 40px 32px 64px; max-width: 1104px; color: var(--ink); background: #fff;
              font: 16px/1.55 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
            h1, h2, h3, .figure, .lead { font-family: var(--serif); }
            h1 { margin: 6px 0 4px; font-size: clamp(28px, 5vw, 42px); line-height: 1.2; font-weight: 600; }
            h2 { margin: 0; font-size: 24px; line-height: 1.3; font-weight: 600; }
            h3 { margin: 0; font-size: 17px; line-height: 1.4; font-weight: 600; }
            h2 .zh, h3 .zh { font-family: var(--sans); font-size: .76em; font-weight: 400; color: var(--soft); }
            p { margin: 0; }
            a { color: var(--blue); }
            .zh { white-space: nowrap; }
            .note .zh, .lead .zh, dd .zh, .notice .zh, .tile .zh { white-space: normal; }
            .eyebrow { border-top: 3px solid var(--ink); padding-top: 14px; font-size: 14px; letter-spacing: .04em; }
            .sub { font-size: 17px; color: var(--soft); }
            .notice { margin: 22px 0 0; padding: 12px 16px; border-left: 4px solid var(--orange);
              background: var(--wash); font-size: 15px; }
            .notice strong { display: block; font-size: 16px; }
            .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 14px 24px;
              margin: 22px 0 0; }
            .facts dt, .note, .basis, .soft { color: var(--soft); font-size: 14px; }
            .facts dd { margin: 0; font-weight: 600; }
            nav { margin-top: 22px; padding: 10px 0; border-top: 1px solid var(--line);
              border-bottom: 1px solid var(--line); font-size: 14px; line-height: 1.9; }
            nav a { margin-right: 18px; text-decoration: none; white-space: nowrap; }
            nav a:hover { text-decoration: underline; }
            section { margin-top: 52px; }
            section .note { margin: 4px 0 18px; max-width: 46em; }
            section .note .zh { display: block; }
            .lead { font-size: 20px; line-height: 1.5; margin: 12px 0 16px; max-width: 42em; }
            .lead .zh { display: block; margin-top: 4px; font: 15px/1.6 var(--sans); color: var(--soft); }
            .checks { list-style: none; margin: 0; padding: 0; }
            .checks li { padding: 5px 0 5px 30px; text-indent: -30px; border-top: 1px solid var(--line); }
            .checks .mark { display: inline-block; width: 30px; text-indent: 0; font-weight: 700; color: var(--blue); }
            .bad, .checks .bad .mark { color: #9b1c1c; font-weight: 700; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 236px), 1fr)); gap: 16px; }
            .tiles + .tiles { margin-top: 16px; }
            .tile { display: flex; flex-direction: column; padding: 16px 18px 14px; border: 1px solid var(--line);
              border-radius: 4px; break-inside: avoid; }
            .tile h3 { font-family: var(--sans); font-size: 15px; }
            .tile h3 .zh { font-size: .87em; white-space: nowrap; }
            .tile .figure { font-size: 38px; line-height: 1.15; margin: 8px 0 2px; }
            .tile .small { font-size: 27px; overflow-wrap: anywhere; }
            .tile .figure.absent { color: var(--soft); font-size: 22px; line-height: 1.99; }
            .tile .strip { display: block; width: 100%; height: 18px; margin: 0 0 6px; overflow: visible; }
            .tile .compared { margin-top: auto; padding-top: 12px; }
            .tile dl { display: grid; grid-template-columns: 1fr auto; margin: 0; font-size: 14px; }
            .tile dt { color: var(--soft); }
            .tile dd { margin: 0; text-align: right; }
            .tile .verdict { margin-top: 8px; font-size: 14px; }
            .tile .verdict .zh { display: block; }
            .key { display: inline-block; width: 11px; height: 11px; margin-right: 7px; border-radius: 6px; }
            .key.before { border: 2px solid var(--soft); }
            .key.after { background: var(--soft); }
            .track { stroke: var(--line); stroke-width: 2; }
            .span { stroke: #9aa1aa; stroke-width: 2; }
            .before { fill: #fff; stroke: var(--soft); stroke-width: 2; }
            .after { fill: var(--soft); }
            .now { fill: var(--blue); stroke: #fff; stroke-width: 2; }
            .stack { display: block; width: 100%; height: 44px; margin-bottom: 10px; }
            .stack text { font-size: 14px; font-weight: 600; dominant-baseline: central; text-anchor: middle; }
            .renewed { fill: var(--blue); } .declined { fill: #e29a35; } .lapsed { fill: #666e7a; }
            .open { fill: #e4e1d8; } .on-dark { fill: #fff; } .on-light { fill: var(--ink); }
            .swatch { display: inline-block; width: 13px; height: 13px; margin-right: 8px; vertical-align: -1px;
              border-radius: 2px; }
            .bg-renewed { background: var(--blue); } .bg-declined { background: #e29a35; }
            .bg-lapsed { background: #666e7a; } .bg-open { background: #e4e1d8; border: 1px solid #b9b5a9; }
            .legend { display: flex; flex-wrap: wrap; gap: 4px 26px; margin: 0 0 14px; padding: 0; list-style: none;
              font-size: 15px; }
            .legend svg { width: 34px; height: 10px; margin-right: 8px; vertical-align: 1px; }
            .plot { padding: 34px 12px 50px 46px; }
            .plot .chart { display: block; width: 100%; height: 320px; overflow: visible; }
            .plot text { font-size: 13px; fill: var(--soft); }
            .plot .y { text-anchor: end; } .plot .x, .plot .stage-label { text-anchor: middle; }
            .plot .stage-label { fill: var(--ink); font-weight: 600; }
            .plot .at-end { text-anchor: end; }
            .grid { stroke: #e6e3dc; } .axis { stroke: var(--ink); }
            .stage-line { stroke: var(--ink); stroke-dasharray: 2 3; }
            .responded-line, .renewed-line { fill: none; stroke-width: 2.5; vector-effect: non-scaling-stroke; }
            .responded-line { stroke: var(--blue); } .renewed-line { stroke: var(--orange); stroke-dasharray: 7 3; }
            .responded-area { fill: var(--blue); opacity: .09; }
            .stages table { table-layout: fixed; margin-bottom: 24px; }
            .stages caption { padding-bottom: 4px; border-bottom: 1px solid var(--line); margin-bottom: 4px; }
            .stages caption h3, .stages caption p { display: inline; margin-right: 10px; }
            .bar { display: block; width: 100%; height: 22px; }
            .bar .f1 { fill: #c3d7ea; } .bar .f2 { fill: #8fb6da; } .bar .f3 { fill: #4f8cc2; }
            .bar .f4 { fill: var(--blue); }
            table { width: 100%; border-collapse: collapse; font-size: 15px; }
            caption { text-align: left; }
            th, td { padding: 6px 14px 6px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
              font-weight: 400; }
            th:last-child, td:last-child { padding-right: 0; }
            thead th { border-bottom: 1.5px solid var(--ink); font-size: 13.5px; line-height: 1.35; color: var(--soft);
              vertical-align: bottom; }
            thead .zh { display: block; }
            tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--ink); font-weight: 600; }
            tbody:last-child tr:last-child th, tbody:last-child tr:last-child td { border-bottom: 0; }
            .n { text-align: right; white-space: nowrap; }
            .code { white-space: nowrap; }
            .scroll { overflow-x: auto; }
            .stages td, .stages th { border-bottom: 0; padding: 3px 10px 3px 0; }
            .stages .name { width: 9.6em; } .stages .n { width: 4.4em; } .stages .share { width: 4.8em; }
            .months { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 296px), 1fr));
              gap: 28px 34px; }
            .month { max-width: 372px; break-inside: avoid; }
            .month svg { display: block; width: 100%; margin-top: 6px; }
            .month dl { display: grid; grid-template-columns: 1fr auto; margin: 6px 0 0; font-size: 14px; }
            .month dt { color: var(--soft); } .month dd { margin: 0; text-align: right; }
            .month text { font-size: 11px; fill: var(--soft); }
            .month .weekday { text-anchor: middle; } .month .day { fill: var(--ink); }
            .month .outside { fill: #6b737d; }
            .cell { fill: #f3f1ec; }
            .pressure { fill: none; stroke: var(--ink); stroke-width: 2; }
            .month .bang { font-weight: 700; fill: var(--ink); }
            .d0, .r0 { fill: #fff; }
            .d1 { fill: #dbe9f5; } .d2 { fill: #b0cfe8; } .d3 { fill: #76a9d4; } .d4 { fill: #3a7cb8; }
            .d5 { fill: #114b80; }
            .r1 { fill: #fdeacd; } .r2 { fill: #f9cd96; } .r3 { fill: #efa653; } .r4 { fill: #cf751a; }
            .r5 { fill: #8c4404; }
            .scale { width: auto; margin-bottom: 20px; font-size: 14px; }
            .scale th, .scale td, .scale tbody:last-child tr:last-child th { border: 0; padding: 2px 12px 2px 0; }
            .scale td { min-width: 44px; }
            .scale td svg { display: block; width: 100%; max-width: 52px; height: 16px; overflow: visible; }
            .scale rect { stroke: #c9c5ba; stroke-width: 1; }
            .outlook { grid-column: span 2; }
            .outlook .totals { margin: 2px 0 18px; width: auto; }
            .outlook .totals th, .outlook .totals td { border: 0; padding: 2px 26px 2px 0; }
            .named { margin: 8px 0 0; padding: 0; list-style: none; columns: 2 250px; column-gap: 34px; }
            .named li { display: flex; justify-content: space-between; gap: 12px; padding: 4px 0;
              border-bottom: 1px solid var(--line); break-inside: avoid; font-size: 15px; }
            details { margin-top: 12px; }
            summary { cursor: pointer; color: var(--blue); font-size: 15px; }
            details table { margin-top: 8px; font-size: 14px; }
            .master .subs > td { padding-top: 0; } .master .top th, .master .top td { border-bottom: 0; }
            .master details { margin: 0 0 4px; }
            .reason { margin: 0; border-bottom: 1px solid var(--line); }
            .reason:first-of-type { border-top: 1.5px solid var(--ink); }
            .reason summary { padding: 7px 0; color: var(--ink); } .reason summary .n { float: right; }
            .reason table { margin: 0 0 18px; }
            .raw { font: 13px/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
              overflow-wrap: anywhere;
              white-space: pre-wrap; }
            .quarantine { table-layout: fixed; } .quarantine .line { width: 4.2em; } .quarantine .field { width: 11.5em; }
            .quarantine td { overflow-wrap: anywhere; }
            .guide { display: grid; grid-template-columns: 12.5em 1fr; margin: 14px 0 0; font-size: 15px; }
            .guide dt, .guide dd { padding: 8px 0; border-top: 1px solid var(--line); }
            .guide dt { padding-right: 18px; font-weight: 600; } .guide dt .zh { font-weight: 400; color: var(--soft); }
            .guide dd { margin: 0; } .guide dd .zh { display: block; color: var(--soft); font-size: 14px; }
            footer { margin-top: 52px; border-top: 3px solid var(--ink); padding-top: 20px; }
            """;

    private static final String NARROW_AND_PRINT = """
            @media screen and (max-width: 760px) {
              body { padding: 22px 18px 44px; }
              section { margin-top: 42px; }
              .lead { font-size: 18px; }
              .tiles + .tiles { grid-template-columns: repeat(auto-fill, minmax(min(100%, 160px), 1fr)); }
              .tile .small { font-size: 21px; }
              .scale .zh { display: block; } .scale th, .scale td { padding-right: 6px; font-size: 13px; }
              .bar { height: 18px; }
              .outlook { grid-column: auto; }
              .stages tr { display: grid; grid-template-columns: 1fr auto 5em; align-items: baseline; padding: 3px 0; }
              .stages td:nth-child(2) { grid-area: 2 / 1 / 3 / 4; } .stages .name, .stages .n { width: auto; }
              .stages td, .stages th { padding: 1px 0; }
              .plot { padding-left: 40px; padding-right: 6px; }
              .plot .chart { height: 260px; }
              .cards > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
              .cards, .cards > tbody, .cards > tfoot, .cards > * > tr, .cards .top > *, .subs > td { display: block; }
              .cards > tbody { border-bottom: 1px solid var(--line); padding: 8px 0; }
              .cards > tfoot { padding-top: 8px; }
              .cards .top > * { padding: 2px 0; border: 0; } .cards .top > th { font-weight: 600; }
              .cards .subs > td { padding: 0; border: 0; } .cards .top + .top { margin-top: 10px; }
              .cards .top > .n, .cards .top > .labelled { display: flex; justify-content: space-between; gap: 16px;
                text-align: right; }
              .cards .top > td::before { content: attr(data-label); color: var(--soft); text-align: left; }
              .cards details th, .cards details td { padding: 4px 10px 4px 0; }
              .guide { display: block; } .guide dd { border: 0; padding-top: 0; }
              .quarantine .field { width: 7em; } .quarantine .line { width: 3.2em; }
              .day-table .weekday-name { display: none; }
              .day-table td, .day-table th { padding-right: 8px; font-size: 13px; }
            }
            @page { size: A4; margin: 15mm 14mm; }
            @media print {
              html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
              body { max-width: none; padding: 0; font-size: 10.5pt; }
              nav { display: none; }
              section { margin-top: 26px; }
              h2, h3, .note, summary { break-after: avoid; }
              tr, svg, .stages table, .notice, .named li { break-inside: avoid; }
              tr.subs { break-inside: auto; } tfoot { display: table-row-group; }
              th, td { padding-top: 3px; padding-bottom: 3px; }
              .scroll { overflow: visible; }
              #cash, #masters { break-before: page; } .scale { break-inside: avoid; }
              .tiles, .tiles + .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 10px; }
              .tile { padding: 8px 10px; }
              .tile h3, .tile dl, .tile .basis, .tile .verdict { font-size: 8pt; }
              .tile .figure, .tile .small { font-size: 22px; }
              .tile .figure.absent { font-size: 15px; line-height: 25px; }
              #kpi, #outcomes, #curve, #stages, #journal, .guide dt, .guide dd { break-inside: avoid; }
              .months { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 18px 20px; }
              .named { columns: 2 130px; column-gap: 20px; }
              .named li { padding: 1px 0; font-size: 8.5pt; }
              .stages table { margin-bottom: 12px; } .stages td, .stages th { padding-bottom: 0; }
              .plot { padding-bottom: 44px; } .plot .chart { height: 190px; }
              table { font-size: 9.5pt; } .raw { font-size: 8pt; }
              details:not([open], .listed) { display: none; }
              summary { color: var(--ink); list-style: none; }
              .listed::details-content { content-visibility: visible; display: block; height: auto; }
            }
            """;

    static final String CSS = SCREEN + NARROW_AND_PRINT;

    private Style() {}
}
