import Charts
import Markup
import Testing

@Suite("Charts are drawn as recorded")
struct SnapshotTests {
    @Test(
        "trajectories",
        arguments: [
            ("trajectory-line", Samples.trainedOfficials), ("trajectory-columns", Samples.calls),
            ("trajectory-share", Samples.share), ("trajectory-decreasing", Samples.decreasing),
        ]
    )
    func trajectories(name: String, chart: TrajectoryChart) throws {
        try expectSnapshot(name) { chart.write(into: &$0) }
    }

    @Test("distribution of statuses")
    func distribution() throws {
        try expectSnapshot("distribution") { Samples.statuses.write(into: &$0) }
    }

    @Test("levels, timelines, progress and sparklines")
    func others() throws {
        try expectSnapshot("levels") { Samples.levels.write(into: &$0) }
        try expectSnapshot("timeline") { Samples.timeline.write(into: &$0) }
        try expectSnapshot("progress") { Samples.progress.write(into: &$0) }
        try expectSnapshot("progress-unknown") { Samples.unknownProgress.write(into: &$0) }
        try expectSnapshot("sparkline") { Samples.sparkline.write(into: &$0) }
    }

    @Test("symbols of statuses", arguments: StatusSymbol.allCases)
    func symbols(symbol: StatusSymbol) throws {
        try expectSnapshot("symbol-\(symbol.rawValue)") { symbol.write(into: &$0, style: "status") }
    }
}
