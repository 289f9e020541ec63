package org.leasekit.examples.servicedesk;

/**
 * The looks of the report: dark ink on white, blues and oranges that stay apart for every kind of colour vision, and
 * figures of equal width so that columns line up.
 */
final class DeskStyle {
  static final String CSS =
      """
      :root { color-scheme: light; --ink: #1c2430; --soft: #555e6a; --line: #dedbd3; --wash: #f3f1ec;
        --serif: "Source Serif 4", Charter, Georgia, "Songti SC", "Noto Serif CJK SC", SimSun, serif;
        --sans: -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          "Noto Sans", sans-serif; }
      * { box-sizing: border-box; }
      html { background: #fff; text-size-adjust: 100%; }
      body { margin: 0 auto; padding: 40px 32px 64px; max-width: 1104px; color: var(--ink);
        font: 16px/1.55 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
      h1, h2, .figure, .lead { font-family: var(--serif); }
      h1 { margin: 6px 0 4px; font-size: clamp(28px, 5vw, 42px); line-height: 1.2; font-weight: 600; }
      h2 { margin: 0; font-size: 24px; line-height: 1.3; font-weight: 600; }
      h3 { margin: 30px 0 6px; font-size: 17px; line-height: 1.4; font-weight: 600; }
      h2 .zh, h3 .zh { font-family: var(--sans); font-size: .76em; font-weight: 400; color: var(--soft); }
      p { margin: 0; }
      .eyebrow { border-top: 3px solid var(--ink); padding-top: 14px; font-size: 14px;
        letter-spacing: .04em; }
      .sub { font-size: 17px; color: var(--soft); }
      section { margin-top: 52px; }
      .note { margin: 4px 0 14px; max-width: 46em; color: var(--soft); font-size: 14px; }
      .note .zh { display: block; }
      .lead { font-size: 20px; line-height: 1.5; margin: 10px 0 14px; max-width: 42em; }
      .soft, .basis { color: var(--soft); font-size: 14px; }
      .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 14px 24px; margin: 22px 0 0; }
      .facts dt { color: var(--soft); font-size: 14px; } .facts dd { margin: 0; font-weight: 600; }
      .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
        gap: 16px; }
      .tile { padding: 14px 18px; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
      .tile h3 { margin: 0; font-size: 15px; } .tile .figure { font-size: 34px; line-height: 1.2;
        margin: 6px 0 2px; }
      .scroll { overflow-x: auto; }
      .plot { display: block; width: 100%; min-width: 720px; }
      .plot text { font-size: 13px; fill: var(--soft); }
      .plot .left { text-anchor: end; } .plot .middle { text-anchor: middle; }
      .plot .lane { fill: var(--ink); font-weight: 600; }
      .plot .on-bar { fill: #fff; font-size: 12px; }
      .off { fill: var(--wash); } .grid { stroke: #e2dfd7; } .axis { stroke: var(--ink); }
      .between { stroke: var(--line); }
      .p1 { fill: #8c4404; } .p2 { fill: #e29a35; } .p3 { fill: #4f8cc2; } .p4 { fill: #c3d7ea; }
      .waiting-line { fill: none; stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 5 3; }
      .respond { fill: #c3d7ea; } .dispatch { fill: #4f8cc2; } .arrive { fill: #e29a35; }
      .resolve { fill: #8c4404; }
      .travel { fill: #b0cfe8; } .work { fill: #1f5f99; } .wait { fill: url(#hatch); }
      .hatch-ground { fill: #fdf3e3; } .hatch { stroke: #cf751a; stroke-width: 2; }
      .legend { display: flex; flex-wrap: wrap; gap: 4px 26px; margin: 0 0 10px; padding: 0;
        list-style: none; font-size: 15px; }
      .legend svg { width: 34px; height: 10px; margin-right: 8px; vertical-align: 1px; }
      .legend .swatch { width: 14px; height: 14px; vertical-align: -2px; }
      table { width: 100%; border-collapse: collapse; font-size: 15px; }
      th, td { padding: 6px 14px 6px 0; text-align: left; vertical-align: top;
        border-bottom: 1px solid var(--line); font-weight: 400; }
      th:last-child, td:last-child { padding-right: 0; }
      thead th { border-bottom: 1.5px solid var(--ink); font-size: 13.5px; color: var(--soft);
        vertical-align: bottom; }
      .n { text-align: right; white-space: nowrap; } .hit { color: #8c4404; font-weight: 600; }
      .code { white-space: nowrap; }
      details { margin-top: 10px; } summary { cursor: pointer; color: #1f5f99; font-size: 15px; }
      @media (max-width: 700px) { body { padding: 22px 16px 40px; } section { margin-top: 40px; } }
      @media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; } }
      """;

  private DeskStyle() {}
}
