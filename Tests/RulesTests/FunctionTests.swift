import CEL
import Diagnostics
import Rules
import Testing

@Suite("Functions added to the language of rules")
struct FunctionTests {
    private func evaluate(_ text: String) throws -> Value {
        let environment = Environment(variables: [], functions: StatisticsFunctions().functions)
        let (program, problems) = environment.compile(text)
        return try #require(program, "\(TextRenderer().render(problems))").evaluate([])
    }

    @Test(
        "sums, means, medians and powers",
        arguments: [
            ("sum([1.0, 2.5])", 3.5), ("sum([])", 0), ("mean([1.0, 2.0, 6.0])", 3), ("least([3.0, -1.0])", -1),
            ("greatest([3.0, -1.0])", 3), ("median([5.0, 1.0, 3.0])", 3), ("median([5.0, 1.0, 3.0, 4.0])", 3.5),
            ("median_deviation([10.0, 11.0, 9.0, 10.0, 12.0, 500.0])", 1), ("median_deviation([7.0, 7.0])", 0),
            ("absolute(-2.5)", 2.5), ("power(2.0, 0.5) * power(2.0, 0.5)", 2), ("power(1.21, 0.5)", 1.1),
        ]
    )
    func values(text: String, expected: Double) throws {
        guard case .double(let value) = try evaluate(text) else {
            Issue.record("no number")
            return
        }
        #expect(abs(value - expected) < 1e-12)
    }

    @Test(
        "what has no value is an error, never a zero",
        arguments: ["mean([])", "median([])", "least([])", "greatest([])", "power(-8.0, 0.5)", "power(0.0, -1.0)"]
    )
    func noValue(text: String) {
        #expect(throws: EvaluationError.self) { try evaluate(text) }
    }

    @Test("a list of texts has no median: that is told when the pack is loaded")
    func types() {
        let environment = Environment(variables: [], functions: StatisticsFunctions().functions)
        #expect(environment.compile("median(['a', 'b'])").program == nil)
        #expect(environment.compile("median(3.0)").program == nil)
    }

    @Test("a library of one's own can be used by packs")
    func ownLibrary() throws {
        struct Doubling: FunctionLibrary {
            let name = "doubling"
            var functions: [Overload] {
                [
                    Overload("twice", [.double], .double) { (values) throws(EvaluationError) in
                        guard case .double(let number) = values[0] else { return values[0] }
                        return .double(2 * number)
                    }
                ]
            }
        }
        let text = """
            format: nap-rules/1
            id: own
            version: 1.0.0
            title: {en: Own, ru: Own, tk: Own}
            indicator:
              measures:
                doubled: {value: twice(indicator.weight)}
            """
        let sources = [SourceText(name: "pack.yaml", text: text)]
        let functions = RuleFunctions([Doubling()])
        #expect(RulePackLoader.load(sources, name: "own", functions: functions) { _ in nil }.pack != nil)
        let without = RulePackLoader.load(sources, name: "own") { _ in nil }
        #expect(without.diagnostics.map(\.identifier) == ["no-such-function"])
    }
}
