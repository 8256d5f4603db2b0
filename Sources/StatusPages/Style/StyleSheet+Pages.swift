extension StyleSheet {
    /// What only some pages have.
    static let pages: StaticString = """
        .decisions{list-style:none;padding:0;counter-reset:decision;display:grid;gap:var(--space-3)}
        .decision{display:grid;grid-template-columns:11rem 1fr;gap:var(--space-2) var(--space-4);background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius);padding:var(--space-3) var(--space-4)}
        .decision p{margin-bottom:var(--space-2)}
        .decision h3{margin:0 0 var(--space-1);font-family:var(--sans);font-size:1.0625rem;line-height:1.35;text-wrap:pretty}
        .decision .who{margin:0;font-size:.9375rem;color:var(--muted);max-width:none}
        .below{list-style:none;padding:0 0 0 var(--space-3);border-inline-start:2px solid var(--line);margin-bottom:var(--space-2);font-size:.9375rem}
        .below li{padding:.15rem 0}
        .changes{list-style:none;padding:0;margin:0;background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius)}
        .changes li{padding:var(--space-3) var(--space-4);display:grid;grid-template-columns:minmax(0,5fr) minmax(0,4fr);gap:var(--space-1) var(--space-4)}
        .changes li+li{border-top:1px solid var(--line)}
        .changes p{margin:0;max-width:none}
        .change-head{font-weight:600}
        .changes+.further{margin-top:var(--space-3)}
        .change-cause{grid-column:1/-1;font-size:.9375rem}
        .question{border-inline-start:.25rem solid var(--violet);padding-inline-start:var(--space-3)}
        .trajectory{background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius);padding:var(--space-4);max-width:62rem}
        .chart-span.ink-amber{color:var(--amber);stroke:var(--amber-edge);stroke-width:1}.chart-span.ink-grey{color:var(--grey)}
        .chart-narrow{display:none}
        .explanation,.report{background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius);padding:var(--space-3) var(--space-4);margin-bottom:var(--space-3)}
        .explanation h3,.report h3{margin-top:0}
        .explanation .facts,.version .facts{gap:var(--space-2);margin-bottom:var(--space-2)}
        .version .facts>div{grid-template-columns:minmax(7rem,11rem) 1fr;border:0;padding:0}
        .contents ul{columns:2 18rem;padding-inline-start:1.25rem}
        .explanation table{box-shadow:none;border:1px solid var(--line)}
        .verdict-line{font-size:1.0625rem}
        .period-reports{margin-bottom:var(--space-2)}
        .period-reports>summary{font-weight:600;padding:var(--space-2) var(--space-3);background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius)}
        .period-reports[open]>summary{margin-bottom:var(--space-3)}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,28rem),1fr));gap:var(--space-3);align-items:start}
        .cards .report{margin:0}
        .version{border-top:1px solid var(--line);padding-top:var(--space-3)}
        .report-state{font-weight:600;margin-bottom:var(--space-2)}
        .reviews{border-inline-start:.25rem solid var(--line-strong);list-style:none;padding-inline-start:var(--space-3)}
        .pack{border-top:.25rem solid var(--accent)!important}
        .rules{padding:0;list-style:none;counter-reset:rule}
        .rules li{counter-increment:rule;display:grid;grid-template-columns:2rem 1fr;gap:0 var(--space-2);padding:var(--space-2) 0;border-bottom:1px solid var(--line)}
        .rules li::before{content:counter(rule);color:var(--muted);font-size:var(--step--1);padding-top:.2rem}
        .rules p{grid-column:2;margin:0 0 var(--space-1);max-width:none}
        .rules .note code{font-size:1em}
        .rule-when{font-size:.9375rem;color:var(--muted)}
        .filters ul,.letters ul,.foot-nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:var(--space-2);padding:0;max-width:none}
        .filters a{display:block;border:1px solid var(--line-strong);border-radius:var(--radius);padding:.2rem .6rem;text-decoration:none;background:var(--paper);color:var(--ink)}
        .filters a:hover{border-color:var(--accent)}
        .filters [aria-current]{background:var(--accent);color:var(--on-accent);border-color:var(--accent);font-weight:600}
        .filters .count{font-weight:600;padding-inline-start:.3em}
        .letters a{display:inline-block;min-width:1.75rem;min-height:1.75rem;text-align:center}
        .foot-nav ul{gap:var(--space-1) var(--space-4);margin-bottom:var(--space-3)}
        .foot-nav a{display:inline-block;padding:.25rem 0}
        .letter h2{font-size:var(--step-1);margin-bottom:var(--space-2)}
        .letter{margin-bottom:var(--space-4)}
        main>.letter{border:0;padding:0}
        .names{list-style:none;padding:0}
        .names li{padding:.2rem 0}
        .search{background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius);padding:var(--space-4);margin-bottom:var(--space-4)}
        .search label{display:block;font-weight:600;margin-bottom:var(--space-2)}
        .search input{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--line-strong);border-radius:var(--radius);padding:.5rem .75rem;width:100%;max-width:var(--measure)}
        .search p{margin:var(--space-2) 0 0}
        [hidden]{display:none!important}
        .pager{display:flex;flex-wrap:wrap;gap:var(--space-2)}
        .pager a,.pager strong{display:inline-block;min-width:1.75rem;min-height:1.75rem;text-align:center}

        """

    /// Narrow screens: tables become cards, columns one.
    static let narrow: StaticString = """
        @media (max-width:46rem){
        .decision,.changes li{grid-template-columns:1fr}
        dl.facts>div,dl.lists>div{grid-template-columns:1fr}
        dl.facts dt,dl.lists dt{grid-row:auto;font-size:var(--step--1)}
        dd{grid-column:1}
        .progress>div{grid-template-columns:1fr}
        .main-nav ul{gap:0 var(--space-3)}
        .main-nav a{padding:.3rem 0 .25rem}
        .chart-wide{display:none}
        .chart-narrow{display:block}
        .trajectory{padding:var(--space-2)}
        .legend{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-3)}
        .legend li{display:flex}
        .legend .note{display:none}
        }
        @media (min-width:120rem){html{font-size:112.5%}}
        @media (min-width:200rem){html{font-size:150%}}
        @media (prefers-reduced-motion:reduce){*{scroll-behavior:auto!important}}
        @media (forced-colors:active){
        :root{--ink:CanvasText;--muted:CanvasText;--paper:Canvas;--chart-expected:CanvasText;--chart-actual:CanvasText;--chart-illustrative:CanvasText}
        .status,.tag,.illustrative,.figure-withheld .figure-text{border:1px solid CanvasText}
        .decision,.changes,.opinions,.explanation,.report,.trajectory,.search,.period-reports>summary,table{border:1px solid CanvasText}
        .standing{border-block:1px solid CanvasText;border-inline-end:1px solid CanvasText}
        .main-nav a{border-bottom-color:Canvas}
        .bar rect,.meter rect{forced-color-adjust:none}
        .standing{border-inline-start-color:CanvasText}
        .languages [aria-current],.main-nav [aria-current]{border-bottom:3px solid Highlight}
        .status .symbol{color:CanvasText}
        }

        """

    /// Tables whose columns have no room turn their rows into cards, two or more beside each other where they can: what
    /// is short stands at the end of the line that its column's title begins.
    static var cards: String {
        [
            ("", "(max-width:46rem)"), (".wide", "(max-width:64rem)"), (".wider", "(max-width:78rem)"),
            (".widest", "all"),
        ]
        .map { "@media screen and \($1){\n\(cards($0))}\n" }
        .joined()
        .replacing("@media screen and all", with: "@media screen")
    }

    private static func cards(_ frame: String) -> String {
        let table = ".table-frame\(frame) "
        func rule(_ selectors: [String], _ style: String) -> String {
            selectors.map { table + $0 }.joined(separator: ",") + "{\(style)}\n"
        }
        return rule(["table", "tr", "td", "tbody th", "caption"], "display:block;min-width:0")
            // Not of the caption: where it is for screen readers alone, it takes no room.
            + rule(["table", "td", "tbody th"], "width:auto")
            + rule(
                ["tbody"],
                "display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:var(--space-3)"
            )
            + rule(["table"], "background:none;box-shadow:none;border:0")
            + rule(["thead"], "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)")
            + rule(
                ["tbody tr"],
                "background:var(--paper);box-shadow:0 0 0 1px var(--line);border-radius:var(--radius);padding:var(--space-2) 0"
            )
            + rule(["tbody tr>*"], "border:0;text-align:start;padding:.3rem var(--space-3)")
            + rule(["tbody th"], "font-size:1.0625rem;padding-bottom:var(--space-2)")
            + rule(
                ["td[data-label]::before"],
                "content:attr(data-label);display:block;color:var(--muted);font-size:var(--step--1)"
            )
            + rule(
                [".numeric", ".value", ".date", ".period", ".name", ".marked", ".change", ".count"].map { "td" + $0 },
                "display:flow-root;text-align:end"
            )
            + rule(
                [".numeric", ".value", ".date", ".period", ".name", ".marked", ".change", ".count"]
                    .map { "td" + $0 + "::before" },
                "float:inline-start;margin-inline-end:var(--space-3);line-height:1.85;overflow-wrap:anywhere;max-width:100%"
            )
            + rule(["td:empty"], "display:none")
            + rule(["td .bar"], "max-width:16rem")
    }

    /// Paper, A4.
    static let print: StaticString = """
        @page{size:A4;margin:16mm 14mm 18mm}
        @media print{
        :root{--ground:#fff;--paper:#fff;--raised:#fff;--ink:#000;--muted:#333;--faint:#ddd;--line:#999;--line-strong:#555;--accent:#14505c;--link:#000;
        --green-ink:#000;--blue-ink:#000;--amber-ink:#000;--red-ink:#000;--maroon-ink:#000;--grey-ink:#000;--violet-ink:#000}
        html{font-size:8.5pt}
        .short tbody tr:nth-child(n+6),.short .decisions>li:nth-child(n+6),.short .changes>li:nth-child(n+4),.short .below>li:nth-child(n+3){display:none}
        .on-paper{display:block}
        .on-screen{display:none}
        .decisions{display:block}
        .decision{margin-bottom:var(--space-2)}
        .decision,.changes,.standing,.opinions,.explanation,.report,table{box-shadow:none;border:1px solid var(--line)}
        .changes{border:0}
        .standing{border-inline-start:.375rem solid var(--c)}
        .lines .bar{display:none}
        .lines td,.lines tbody th{padding-top:.1rem;padding-bottom:.1rem}
        .lines .line{display:inline}
        .lines .line+.line::before{content:" · "}
        .status,.tag{overflow-wrap:normal;word-break:normal;hyphens:none}
        body{background:none}
        .skip,.main-nav,.languages,.trail,.pager{display:none}
        main,.masthead-line,.foot{max-width:none;padding-left:0;padding-right:0}
        .masthead{border-top-width:2pt}
        .status{border:1px solid #555;background:none;padding:0 .3em;gap:.3em}
        td,td.date,td.count,td.period,td.name,td.change{min-width:0}
        th.period,td.period,th.name,td.value,td.marked,td.change{width:auto}
        .status,.symbol,.bar,.meter,.illustrative{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .opening{grid-template-columns:1fr 1fr}
        th,td{padding:.25rem .45rem}
        table{font-size:.92em}
        td,td.numeric,td.value,td.marked,td.level{min-width:0}
        tbody th{min-width:6.5rem}
        .wide tbody th,.wider tbody th{min-width:8rem}
        .widest tbody th{min-width:5rem}
        td.words{min-width:8rem}
        td.period,td.name{min-width:7rem}
        td.marked,td.level{min-width:7.25rem}
        td .bar{min-width:4rem}
        td.numeric .figure-text{min-width:0!important}
        td.change{min-width:11rem}
        thead,tbody tr:first-child{break-before:avoid}
        .tag{font-size:.9em;padding:0 .3em}
        .decision{grid-template-columns:9.5rem 1fr;padding:var(--space-2) var(--space-3)}
        .illustrative{font-size:.8em;padding:0 .25em}
        main>section{padding-top:var(--space-2);margin-bottom:var(--space-3)}
        .search,.filters,.letters,.foot-nav{display:none}
        tr,.decision,.changes li,.standing,.report .version,figure{break-inside:avoid}
        h2,h3{break-after:avoid}
        thead{display:table-header-group}
        a{text-decoration:none}
        .external::after{content:" (" attr(href) ")";font-size:.85em}
        details::details-content{content-visibility:visible;display:block}
        }

        """
}
