import Testing

@testable import Charts

@Suite("The axis of values")
struct ValueAxisTests {
    @Test(
        "has round ticks around all values",
        arguments: [
            ([0.0, 48, 95, 300], false, [0, 100, 200, 300]), ([0, 1], false, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            ([3, 7], false, [0, 2, 4, 6, 8]), ([-5, 5], false, [-6, -4, -2, 0, 2, 4, 6]),
            ([], false, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            ([980, 1_000], true, [0, 200, 400, 600, 800, 1_000]),
        ]
    )
    func ticks(values: [Double], fromZero: Bool, expected: [Double]) {
        let ticks = ValueAxis(values: values, fromZero: fromZero).ticks
        #expect(ticks.count == expected.count)
        for (tick, value) in zip(ticks, expected) { #expect(abs(tick - value) < 1e-9, "\(ticks)") }
    }

    @Test(
        "a share of most is shown against all",
        arguments: [([61.5, 91], [0.0, 20, 40, 60, 80, 100]), ([2, 4], [0, 1, 2, 3, 4])]
    )
    func percentages(values: [Double], expected: [Double]) {
        #expect(ValueAxis(values: values, fromZero: false, isPercentage: true).ticks == expected)
    }

    @Test("is cut only where the lowest value is more than half of the highest")
    func cut() {
        #expect(!ValueAxis(values: [50, 100], fromZero: false).isCut)
        #expect(ValueAxis(values: [51, 100], fromZero: false).isCut)
        #expect(ValueAxis(values: [-100, -60], fromZero: false).isCut)
        #expect(!ValueAxis(values: [-1, 100], fromZero: false).isCut)
    }

    @Test(
        "encloses every value and stays short",
        arguments: [
            [1e-9, 2e-9], [1e14, 9e14], [0.1, 0.3], [-7, 1e6], [1_355, 1_500], [-0.3, -0.1], [5, 5], [0, 0], [-4, -4],
        ]
    )
    func encloses(values: [Double]) throws {
        let axis = ValueAxis(values: values, fromZero: false)
        #expect((2...9).contains(axis.ticks.count))
        #expect(axis.lowest <= (values.min() ?? 0) && axis.highest >= (values.max() ?? 0))
        #expect(axis.lowest < axis.highest)
    }

    @Test("tells its ticks apart", arguments: [[0.1, 0.3], [1e-6, 3e-6], [0, 12], [97, 99.5]])
    func decimals(values: [Double]) {
        let axis = ValueAxis(values: values, fromZero: false)
        let texts = axis.ticks.map { Samples.plain($0, axis.decimals) }
        #expect(Set(texts).count == texts.count, "\(texts)")
    }
}
