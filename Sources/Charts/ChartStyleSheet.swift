/// The rules that charts need in the page's style sheet.
///
/// The page defines the custom properties for light, dark and print; without them charts are drawn in the text's
/// colour. The size of text is set by the drawing, never by the style sheet, since labels are placed for that size.
package enum ChartStyleSheet {
    /// The rules, to be written into the site's style sheet.
    ///
    /// Custom properties: `--chart-ink` (text and axes), `--chart-muted` (tick labels), `--chart-grid`,
    /// `--chart-ground` (behind the chart), `--chart-actual`, `--chart-target`, `--chart-expected`, `--chart-band`,
    /// `--chart-forecast`, `--chart-illustrative`, `--chart-missing`.
    package static let code: StaticString = """
        .chart{display:block;width:100%;height:auto;color:var(--chart-ink,currentColor);overflow:visible}
        .chart text{fill:var(--chart-ink,currentColor)}
        .chart .chart-tick{fill:var(--chart-muted,currentColor)}
        .chart-label{font-weight:600;paint-order:stroke;stroke:var(--chart-ground,Canvas);stroke-width:3px;stroke-linejoin:round}
        .chart .chart-label{stroke:var(--chart-ground,Canvas)}
        .chart .chart-label-actual{fill:var(--chart-actual,currentColor)}
        .chart .chart-label-target{fill:var(--chart-target,currentColor)}
        .chart-grid{stroke:var(--chart-grid,GrayText);stroke-width:1}
        .chart-axis{stroke:var(--chart-ink,currentColor);stroke-width:1;fill:none}
        .chart-band{fill:var(--chart-band,GrayText);fill-opacity:.35;stroke:none}
        .chart-withheld{stroke:none}
        .chart-hatch{stroke:currentColor;stroke-width:1;stroke-opacity:.55;fill:none}
        .chart-hatch-dot{fill:currentColor;fill-opacity:.6}
        .chart-today{stroke:var(--chart-ink,currentColor);stroke-width:1.2;stroke-dasharray:1 3;stroke-linecap:round}
        .chart-expected{fill:none;stroke:var(--chart-expected,currentColor);stroke-width:1.8;stroke-dasharray:6 4}
        .chart-target{stroke:var(--chart-target,currentColor);stroke-width:2.6;fill:none}
        .chart-halo{stroke:var(--chart-ground,Canvas);stroke-width:6;fill:none}
        .chart-target.chart-final{stroke-width:1.2;stroke-dasharray:2 3}
        .chart-goal{fill:var(--chart-ground,Canvas);stroke:var(--chart-target,currentColor);stroke-width:1.8}
        .chart-goal-dot{fill:var(--chart-target,currentColor)}
        .chart-baseline{stroke:var(--chart-ink,currentColor);stroke-width:1;stroke-opacity:.5;stroke-dasharray:1 2}
        .chart-baseline-mark{fill:var(--chart-ink,currentColor);stroke:var(--chart-ground,Canvas);stroke-width:1}
        .chart-actual{fill:none;stroke:var(--chart-actual,currentColor);stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}
        .chart-point{fill:var(--chart-actual,currentColor);stroke:var(--chart-actual,currentColor);stroke-width:1.8}
        .chart-column{fill:var(--chart-actual,currentColor);stroke:var(--chart-actual,currentColor);stroke-width:1.2}
        .chart-unverified{fill:var(--chart-ground,Canvas)}
        .chart-forecast{fill:none;stroke:var(--chart-forecast,currentColor);stroke-width:1.8;stroke-dasharray:2 4;stroke-linecap:round}
        .chart-forecast-range{stroke:var(--chart-forecast,currentColor);stroke-width:1.2}
        .chart-forecast-point{fill:var(--chart-ground,Canvas);stroke:var(--chart-forecast,currentColor);stroke-width:1.6}
        .chart-sign,.chart-sign-run{fill:none;stroke:var(--chart-muted,currentColor);stroke-width:1.4;stroke-linecap:round}
        .chart-sign.chart-missing{stroke:var(--chart-missing,currentColor);stroke-width:2.2}
        .chart-illustrative{fill:none;stroke:var(--chart-illustrative,currentColor);stroke-width:1}
        .chart .chart-illustrative-text{fill:var(--chart-illustrative,currentColor);font-style:italic}
        .chart-part{stroke:none}
        .chart-part-hatch{opacity:.75}
        .chart-distribution .chart-hatch,.chart-distribution .chart-hatch-dot{stroke:var(--chart-ground,Canvas);stroke-opacity:.6}
        .chart-distribution .chart-hatch-dot{fill:var(--chart-ground,Canvas);stroke:none}
        .chart-timeline text{paint-order:stroke;stroke:var(--chart-ground,Canvas);stroke-width:3px;stroke-linejoin:round}
        .chart-track{fill:none;stroke:var(--chart-muted,currentColor);stroke-width:1}
        .chart-elapsed{fill:var(--chart-muted,currentColor);stroke:none}
        .chart-ink{color:var(--chart-ink,currentColor)}
        .chart-span{stroke:none}
        .chart-permanent{stroke:currentColor;stroke-width:4;stroke-dasharray:7 3}
        .chart-permanent-end{fill:none;stroke:currentColor;stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}
        .chart-milestone{fill:var(--chart-ink,currentColor);stroke:var(--chart-ground,Canvas);stroke-width:1.2}
        .chart-milestone.chart-hollow{fill:var(--chart-ground,Canvas);stroke:var(--chart-ink,currentColor);stroke-width:1.6}
        .chart-milestone-halo{fill:none;stroke:var(--chart-ground,Canvas);stroke-width:6;stroke-linecap:round}
        .chart-wait{fill:none;stroke:var(--chart-muted,currentColor);stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}
        .chart-wait.chart-held{stroke:var(--chart-missing,currentColor);stroke-width:2.4;stroke-dasharray:6 3}
        .chart-wait.chart-head{stroke-dasharray:none}
        .chart-box{fill:var(--chart-ground,Canvas);stroke:var(--chart-muted,currentColor);stroke-width:1}
        .chart-box-late{stroke:var(--chart-missing,currentColor);stroke-width:2.4}
        .chart-sparkline{width:6em;height:1.5em;vertical-align:middle}
        .chart-sparkline .chart-actual{stroke-width:1.8}
        .chart-empty{fill:none;stroke:var(--chart-muted,currentColor);stroke-dasharray:4 3}
        .symbol{width:1em;height:1em;vertical-align:-.125em;flex:none}

        """
}
