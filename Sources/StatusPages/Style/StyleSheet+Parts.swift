extension StyleSheet {
    /// Statuses, figures, marks and bars.
    static let parts1: StaticString = """
        .status{display:inline-flex;align-items:baseline;gap:.4em;border-radius:var(--radius);padding:.08rem .5rem .1rem .4rem;font-weight:600;font-size:.9375em;line-height:1.4;text-align:start;background:var(--c-soft);color:var(--c-ink);border:1px solid var(--c-edge,transparent);hyphens:manual}
        .status .symbol{color:var(--c);position:relative;top:.1em}
        .ink-green,.ink-blue,.ink-red,.ink-maroon,.ink-grey,.ink-violet,.ink-amber{color:var(--c)}
        .share{color:var(--ink)}
        .status-green,.ink-green,.standing-green{--c:var(--green);--c-soft:var(--green-soft);--c-ink:var(--green-ink)}
        .status-blue,.ink-blue,.standing-blue{--c:var(--blue);--c-soft:var(--blue-soft);--c-ink:var(--blue-ink)}
        .status-amber,.ink-amber,.standing-amber{--c:var(--amber-edge);--c-soft:var(--amber-soft);--c-ink:var(--amber-ink);--c-edge:var(--amber)}
        .status-red,.ink-red,.standing-red{--c:var(--red);--c-soft:var(--red-soft);--c-ink:var(--red-ink)}
        .status-maroon,.ink-maroon,.standing-maroon{--c:var(--maroon);--c-soft:var(--maroon-soft);--c-ink:var(--maroon-ink);--c-edge:var(--maroon)}
        .status-grey,.ink-grey,.standing-grey{--c:var(--grey-ink);--c-soft:var(--grey-soft);--c-ink:var(--grey-ink)}
        .status-violet,.ink-violet,.standing-violet{--c:var(--violet);--c-soft:var(--violet-soft);--c-ink:var(--violet-ink)}
        .fill-green{fill:var(--green)}.fill-blue{fill:var(--blue)}.fill-amber{fill:var(--amber)}.fill-red{fill:var(--red)}.fill-maroon{fill:var(--maroon)}.fill-grey{fill:var(--grey)}.fill-violet{fill:var(--violet)}.fill-accent{fill:var(--accent)}.fill-time{fill:var(--line-strong)}
        .chart-color-green{color:var(--green)}.chart-color-blue{color:var(--blue)}.chart-color-amber{color:var(--amber)}.chart-color-red{color:var(--red)}.chart-color-maroon{color:var(--maroon)}.chart-color-grey{color:var(--grey)}.chart-color-violet{color:var(--violet)}
        .illustrative{display:inline-block;border:1px dashed var(--violet);color:var(--violet-ink);background:var(--violet-soft);border-radius:var(--radius);padding:0 .4em;font-size:.75rem;font-weight:600;font-style:italic;line-height:1.5;vertical-align:.08em}
        .tag{display:inline-block;overflow-wrap:break-word;hyphens:manual;border-radius:var(--radius);border:1px solid var(--line-strong);padding:0 .45em;font-size:var(--step--1);font-weight:600;line-height:1.6}
        .tag-good{background:var(--green-soft);color:var(--green-ink);border-color:var(--green)}
        .tag-error{background:var(--red-soft);color:var(--red-ink);border-color:var(--red)}
        .tag-warning{background:var(--amber-soft);color:var(--amber-ink);border-color:var(--amber-edge)}
        .tag-information{background:var(--blue-soft);color:var(--blue-ink);border-color:var(--blue)}
        .figure-text{font-weight:600}
        .figure-detail{color:var(--muted);font-size:var(--step--1);font-weight:400}
        td.words .figure-text{font-weight:400}
        .figure-zero .figure-text{border-bottom:3px double currentColor}
        .figure-nil .figure-text,.figure-not-applicable .figure-text{display:inline-block;font-weight:400;border:1px solid var(--line-strong);border-radius:1rem;padding:0 .6em}
        td.level .figure-nil .figure-text,td.level .figure-not-applicable .figure-text{white-space:nowrap}
        td.numeric .figure-nil .figure-text,td.numeric .figure-not-applicable .figure-text{min-width:7.5rem;text-align:center}
        .figure-not-applicable .figure-text{border-style:dotted}
        .figure-not-due .figure-text{font-weight:400;color:var(--muted)}
        .figure-due .figure-text{font-weight:400;border-bottom:2px dotted var(--line-strong)}
        .figure-overdue .figure-text{color:var(--maroon-ink)}
        .figure-overdue .figure-text::before{content:"\\26A0\\FE0E\\A0"}
        .figure-withheld .figure-text{font-weight:400;padding:0 .5em;border:1px solid var(--line-strong);background:repeating-linear-gradient(135deg,var(--grey-soft) 0 4px,transparent 4px 8px)}
        .external::after{content:"\\2197\\FE0E";font-size:.8em;padding-inline-start:.15em}
        .slot{border-bottom:1px dotted var(--line-strong);color:var(--accent);font-style:italic}
        .bar,.meter{display:block;width:100%;height:1.125rem}
        .bar rect{stroke:var(--paper);stroke-width:1.5px;vector-effect:non-scaling-stroke}
        .bar .fill-amber{stroke:var(--amber-edge)}
        .meter{height:.5rem}
        .meter-mark{fill:var(--ink)}
        .track{fill:var(--faint)}
        .distribution{margin-bottom:var(--space-4)}
        .distribution figcaption{margin-bottom:var(--space-2)}
        .legend{list-style:none;padding:0;margin:var(--space-2) 0 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:var(--space-1) var(--space-4)}
        .legend li{display:grid;grid-template-columns:1fr auto 3.6em;gap:.5em;align-items:baseline}
        .legend .status{justify-self:start}
        .legend-count{font-weight:600}
        .legend .note{text-align:end}
        td .bar{height:.625rem;min-width:7rem;margin-bottom:var(--space-1)}
        .shares{display:inline-flex;flex-wrap:wrap;gap:.1rem .6rem}
        .share{display:inline-flex;gap:.25em;align-items:baseline;font-size:var(--step--1)}
        .share .symbol{color:var(--c);position:relative;top:.1em}
        .standing{border-inline-start:.375rem solid var(--c);background:var(--paper);padding:var(--space-3) var(--space-4);border-radius:0 var(--radius) var(--radius) 0;margin-bottom:var(--space-3);box-shadow:0 0 0 1px var(--line)}
        .standing p:last-child{margin:0}
        .standing-status{font-size:var(--step-2);margin-bottom:var(--space-2)}
        .standing-status .status{background:none;border:0;padding:0;font-size:1em}
        .standing-because{font-size:var(--step-1);line-height:1.4}
        .standing-bounds,.standing-advice{font-size:.9375rem}

        """

    /// Tables and lists of names.
    static let tables: StaticString = """
        .table-frame{margin-bottom:var(--space-4);max-width:100%}
        table{border-collapse:collapse;width:100%;background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius)}
        caption.caption{text-align:start;font-weight:600;padding:var(--space-2) 0}
        th,td{padding:.55rem .75rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{overflow-wrap:break-word;font-size:var(--step--1);font-weight:600;color:var(--muted);vertical-align:bottom;border-bottom:2px solid var(--line-strong)}
        tbody th{font-weight:600;min-width:9rem}
        thead th:first-child{overflow-wrap:anywhere}
        td,td.numeric{min-width:5.5rem}
        td.numeric,td.date,td.count,td.marked{overflow-wrap:break-word;hyphens:manual}
        td.date{min-width:6.75rem;white-space:nowrap}
        td.long,thead th.long{overflow-wrap:anywhere;white-space:normal}
        td.period{min-width:7rem}
        th.period{width:12rem}
        td.period{width:12rem}
        td.count{min-width:6rem}
        td.name{min-width:8.5rem}
        th.name{width:13rem}
        td.change{min-width:10rem;width:15rem}
        td.level{min-width:9rem}
        td.marked{min-width:9.5rem;width:10.5rem}
        td.words{min-width:12rem}
        td code{overflow-wrap:anywhere}
        tbody th .tag{white-space:nowrap}
        tbody th a{font-weight:600}
        tbody tr:last-child>*{border-bottom:0}
        td.value{min-width:8.5rem;width:12.5rem}
        th.numeric,td.numeric,th.value,td.value{text-align:end}
        td.numeric .note{white-space:nowrap}
        .tone-good{background:var(--green-soft)}.tone-warning{background:var(--amber-soft)}.tone-error{background:var(--red-soft)}
        td.count+td.count{border-inline-start:1px solid var(--line)}
        .signs{display:flex;flex-wrap:wrap;gap:var(--space-2)}
        dl.facts{display:grid;gap:var(--space-3);margin-bottom:var(--space-4)}
        dl.facts>div,dl.lists>div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 var(--space-4);padding-bottom:var(--space-2);border-bottom:1px solid var(--line)}
        dl.facts dt,dl.lists dt{color:var(--muted);font-size:.9375rem;grid-row:1/span 30}
        dd{margin:0;grid-column:2}
        .facts dd+dd,.lists dd+dd{margin-top:var(--space-1)}
        .opinions{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:var(--space-3);background:var(--paper);box-shadow:0 0 0 1px var(--line);padding:var(--space-3) var(--space-4);border-radius:var(--radius)}
        .opinions dt{font-size:var(--step--1);color:var(--muted);margin-bottom:var(--space-1)}
        .progress{display:grid;gap:var(--space-3);margin:var(--space-4) 0 0}
        .progress>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:0 var(--space-3);align-items:baseline}
        .progress dt{font-size:.9375rem}
        .progress .meter{margin-top:var(--space-1)}
        .progress+.note{margin-top:var(--space-3)}
        .standing+.facts{margin-top:var(--space-4)}

        """
}
