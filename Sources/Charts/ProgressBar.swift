package import Markup

/// Time elapsed against progress: two bars on one scale from nothing to all, with a line where progress would be if it
/// kept step with time.
package struct ProgressBar: Sendable {
    package var frame: ChartFrame
    /// The share of the time that is over, 0 to 1.
    package var elapsed: Double
    /// The share that is reached, 0 to 1 (what lies beyond is drawn to the end); nil where it is not known.
    package var progress: Double?
    /// From the worst to the best case that absent reports allow.
    package var range: ClosedRange<Double>?
    /// Such as `Time elapsed: 62 %`.
    package var elapsedLabel: String
    /// Such as `Progress: 48 %`, or that it is not known.
    package var progressLabel: String

    package init(
        frame: ChartFrame,
        elapsed: Double,
        progress: Double?,
        range: ClosedRange<Double>? = nil,
        elapsedLabel: String,
        progressLabel: String
    ) {
        self.frame = frame
        self.elapsed = elapsed
        self.progress = progress
        self.range = range
        self.elapsedLabel = elapsedLabel
        self.progressLabel = progressLabel
    }

    private func x(_ share: Double) -> Double {
        1 + min(max(share.isFinite ? share : 0, 0), 1) * (frame.width - 2)
    }

    /// Writes the chart.
    package func write(into markup: inout Markup) {
        let top = frame.markHeight
        let first = TextMeasure.lines(elapsedLabel, width: frame.width, limit: 3)
        let second = TextMeasure.lines(progressLabel, width: frame.width, limit: 3)
        let timeTop = top + Double(first.count) * ChartFrame.lineHeight + 3
        let wordsTop = timeTop + 8 + 5
        let barTop = wordsTop + Double(second.count) * ChartFrame.lineHeight + 3
        frame.write(into: &markup, kind: "chart-progress", height: barTop + 19) { markup in
            frame.writeMark(into: &markup)
            write(first, top: top, into: &markup)
            markup.box("chart-track", Box(left: 1, top: timeTop, right: frame.width - 1, bottom: timeTop + 8))
            markup.box("chart-elapsed", Box(left: 1, top: timeTop, right: x(elapsed), bottom: timeTop + 8))
            write(second, top: wordsTop, into: &markup)
            writeProgress(top: barTop, into: &markup)
            markup.line("chart-today", x(elapsed), timeTop + 8, x(elapsed), timeTop + 13)
            markup.line("chart-today", x(elapsed), barTop - 3, x(elapsed), barTop + 18)
        }
    }

    private func write(_ lines: [String], top: Double, into markup: inout Markup) {
        for (index, line) in lines.enumerated() {
            let baseline = top + 13 + Double(index) * ChartFrame.lineHeight
            Label(text: line, x: 0, baseline: baseline, anchor: .start, style: nil).write(into: &markup)
        }
    }

    private func writeProgress(top: Double, into markup: inout Markup) {
        let track = Box(left: 1, top: top, right: frame.width - 1, bottom: top + 15)
        if progress == nil && range == nil {
            markup.element(.defs) { Hatching.rising.define(into: &$0, id: "\(frame.id)-unknown") }
            markup.box("chart-withheld", track, fill: "url(#\(frame.id)-unknown)")
        }
        if let range {
            markup.element(.defs) { Hatching.rising.define(into: &$0, id: "\(frame.id)-range") }
            let box = Box(left: x(range.lowerBound), top: top, right: x(range.upperBound), bottom: top + 15)
            markup.box("chart-withheld", box, fill: "url(#\(frame.id)-range)")
        }
        if let progress {
            markup.box("chart-column", Box(left: 1, top: top, right: x(progress), bottom: top + 15))
        }
        markup.box("chart-track", track)
    }
}
