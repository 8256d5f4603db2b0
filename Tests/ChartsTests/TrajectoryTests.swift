import Charts
import Testing

@Suite("A trajectory tells what is known, and nothing else")
struct TrajectoryTests {
    private func chart(
        _ actuals: [Reading<Double>],
        form: TrajectoryChart.Form = .line,
        baseline: Double? = nil
    ) -> String {
        let chart = TrajectoryChart(
            frame: Samples.frame("c"),
            periods: actuals.enumerated().map { .init(label: "P\($0)", actual: $1) },
            form: form,
            baseline: baseline.map { .init(value: $0, label: "2019") },
            format: Samples.format,
            texts: Samples.english
        )
        return drawing { chart.write(into: &$0) }
    }

    private func value(_ value: Double) -> Reading<Double> { .value(value, isVerified: true) }

    private func line(of drawing: String) -> String? {
        drawing.firstMatch(of: /<path class="chart-actual" d="([^"]*)"/).map { String($0.1) }
    }

    @Test("a missing value breaks the line: it is neither joined across nor drawn as zero")
    func gap() throws {
        let drawn = chart([value(5), .missing, value(7)])
        let path = try #require(line(of: drawn))
        #expect(path.count { $0 == "M" } == 2)
        #expect(!path.contains("L"))
        #expect(drawn.matches(of: /class="chart-point"/).count == 3, "two points, and the one in the key")
        #expect(drawn.contains("chart-missing"))
        #expect(drawn.contains("No report"))
    }

    @Test("zero is a point like any other, unlike nothing to report")
    func zero() {
        #expect(chart([value(0), value(3)]).contains("chart-point"))
        let none = chart([.nilReport, .nilReport])
        #expect(!none.contains("chart-point"))
        #expect(none.contains("Nothing to report"))
    }

    @Test(
        "each way of having no value has its own sign and word",
        arguments: [
            (Reading<Double>.missing, "No report"), (.nilReport, "Nothing to report"),
            (.notApplicable, "Not applicable"),
            (.withheld, "Withheld to protect people"), (.awaited, "Report due"),
        ]
    )
    func signs(reading: Reading<Double>, text: String) {
        let drawn = chart([value(5), reading])
        #expect(drawn.contains(">\(text)<"))
        #expect(!chart([value(5), value(6)]).contains(">\(text)<"))
    }

    @Test("a period that has not ended has no sign")
    func notDue() { #expect(!chart([value(5), .notDue]).contains("chart-sign")) }

    @Test("a value that is not verified is hollow")
    func unverified() {
        #expect(chart([.value(5, isVerified: false)]).contains("chart-unverified"))
        #expect(!chart([value(5)]).contains("chart-unverified"))
    }

    @Test("a withheld value fills its column from top to bottom, whatever stands beside it")
    func withheld() throws {
        let box = /<rect class="chart-withheld" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/
        let low = try #require(chart([value(5), .withheld]).firstMatch(of: box))
        let high = try #require(chart([value(5_000), .withheld]).firstMatch(of: box))
        #expect(low.1 == high.1)
        #expect(low.2 == high.2)
    }

    @Test("columns start at zero, also where all values are large")
    func columnsFromZero() {
        #expect(chart([value(980), value(1_000)], form: .columns).contains(">0</text>"))
    }

    @Test("a line of values far from zero has a cut axis and says so")
    func cutAxis() {
        let drawn = chart([value(980), value(1_000)])
        #expect(!drawn.contains(">0</text>"))
        #expect(drawn.contains("chart-cut"))
        #expect(drawn.contains("Axis does not start at zero"))
        #expect(!chart([value(40), value(1_000)]).contains("chart-cut"))
    }

    @Test(
        "a number that is none leaves a gap: it is never drawn at the edge",
        arguments: [
            Double.nan, .infinity, 1e300, -.infinity,
        ]
    )
    func notANumber(number: Double) throws {
        let drawn = chart([value(5), value(number), value(7)])
        #expect(try #require(line(of: drawn)).count { $0 == "M" } == 2)
        #expect(drawn.matches(of: /class="chart-point"/).count == 3, "two points, and the one in the key")
    }

    @Test("without any value there is no scale that could be read")
    func empty() {
        let drawn = chart([.missing, .notDue])
        #expect(!drawn.contains("chart-grid"))
        #expect(!drawn.contains(">1.0</text>"))
    }

    @Test("periods with long names of their own are named by the beginning of the name")
    func longNames() {
        let chart = TrajectoryChart(
            frame: Samples.frame("c"),
            periods: (1...3).map { .init(label: "Year \($0) of the second plan of action", actual: value(Double($0))) },
            form: .line,
            format: Samples.format,
            texts: Samples.english
        )
        let drawn = drawing { chart.write(into: &$0) }
        #expect(drawn.matches(of: /Year [123] of[^<]*…/).count == 3)
    }

    @Test("an attack in a text stays a text")
    func escaping() {
        let frame = ChartFrame(id: "c", title: "<script>", description: "\"><svg onload=alert(1)>")
        let attack = TrajectoryChart(
            frame: frame,
            periods: [.init(label: "</text><script>", actual: value(1), hint: "'\"<b>")],
            form: .line,
            format: NumberFormat { _, _ in "<i>" },
            texts: Samples.english
        )
        let drawn = drawing { attack.write(into: &$0) }
        #expect(!drawn.contains("<script") && !drawn.contains("<i>") && !drawn.contains("<b>"))
        #expect(!drawn.contains("<svg onload"))
    }

    @Test("the target of a scale stands in the period in which it is due, else behind the last")
    func levelTarget() throws {
        func x(_ period: Int?) throws -> Double {
            var chart = Samples.levels
            chart.finalPeriod = period
            let goal = try #require(
                drawing { chart.write(into: &$0) }.firstMatch(of: /class="chart-goal" cx="([0-9.]+)"/)
            )
            return try #require(Double(goal.1))
        }
        #expect(try x(1) < x(4))
        #expect(try x(4) < x(nil))
        #expect(try x(99) == x(nil))
    }

    @Test("a target far below the axis's other end keeps its figure", arguments: [390.0, 720])
    func targetLabel(width: Double) {
        let chart = TrajectoryChart(
            frame: Samples.frame("c", width: width),
            periods: (0..<40).map { .init(label: "P\($0)", actual: value(Double(-5 - $0 % 17 * 3))) },
            form: .line,
            finalTarget: .init(value: -60, label: "31.12.2023", period: 39),
            format: Samples.format,
            texts: Samples.english
        )
        #expect(drawing { chart.write(into: &$0) }.contains("chart-label-target"))
    }
}
