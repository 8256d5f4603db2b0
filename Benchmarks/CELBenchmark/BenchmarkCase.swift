import CEL

/// An expression of the table, and what cel-go takes for it.
struct BenchmarkCase {
    let name: String
    let expression: String
    /// Nanoseconds an evaluation takes cel-go 0.28 (June 2026), variables in a map.
    let reference: Double

    static let all: [BenchmarkCase] = [
        BenchmarkCase(
            name: "arithmetic and comparison",
            expression: "indicator.actual >= indicator.target * 0.9 && indicator.days_late < 30",
            reference: 275
        ),
        BenchmarkCase(
            name: "filter and size",
            expression: "periods.filter(p, p.actual < p.target).size() > 2",
            reference: 8800
        ),
        BenchmarkCase(
            name: "map and all",
            expression: "periods.map(p, p.actual).all(x, x >= 0.0)",
            reference: 9860
        ),
        BenchmarkCase(
            name: "in a list",
            expression: "indicator.status in ['on_track', 'achieved', 'delayed', 'off_track']",
            reference: 388
        ),
        BenchmarkCase(
            name: "ratio with conditional",
            expression: "indicator.baseline > 0.0 ? (indicator.actual - indicator.baseline) / "
                + "(indicator.target - indicator.baseline) : 0.0",
            reference: 436
        ),
        BenchmarkCase(
            name: "startsWith and contains",
            expression: "indicator.name.startsWith('Area') && indicator.name.contains('protected')",
            reference: 233
        ),
        BenchmarkCase(
            name: "time between instants",
            expression: "today - indicator.updated_at > duration('2160h')",
            reference: 434
        ),
        BenchmarkCase(
            name: "building a text",
            expression: "'Indicator ' + indicator.code + ' is at ' + string(indicator.actual) + ' of ' "
                + "+ string(indicator.target)",
            reference: 1590
        ),
        BenchmarkCase(
            name: "exists",
            expression: "periods.exists(p, p.actual > p.target * 1.5) || indicator.actual < 0.0",
            reference: 6380
        ),
        BenchmarkCase(name: "constant", expression: "true", reference: 10),
    ]
}
