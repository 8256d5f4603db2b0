/// The times that some work took in several rounds.
struct Measurement {
    let name: String
    private(set) var durations: [Duration] = []

    init(_ name: String) {
        self.name = name
    }

    /// Runs some work once and keeps how long it took.
    mutating func run(_ work: () -> Void) {
        durations.append(ContinuousClock().measure(work))
    }

    /// The median in milliseconds.
    var median: Double { sorted[sorted.count / 2] }
    /// The shortest time in milliseconds.
    var shortest: Double { sorted[0] }

    private var sorted: [Double] {
        durations.map { Double($0.components.seconds) * 1e3 + Double($0.components.attoseconds) / 1e15 }.sorted()
    }
}
