import CEL
import Diagnostics
import Testing

/// The examples of the documentation as they stand there.
@Suite("The documentation's examples")
struct DocumentationTests {
    @Test("five lines compile and evaluate an expression")
    func overview() throws {
        let environment = Environment(variables: [.init("reports", .list(.double)), .init("target", .double)])
        let (program, diagnostics) = environment.compile("reports.exists(r, r >= target * 0.9)", expecting: .bool)
        guard let program else { return print(TextRenderer().render(diagnostics)) }
        let reached = try program.evaluate(["reports": .list([.double(60), .double(75)]), "target": .double(80)])
        #expect(reached == .bool(true))
    }

    private static let report = ObjectType(
        "Report",
        fields: [.init("period", .string), .init("actual", optional: true, .double)]
    )
    private static let indicator = ObjectType(
        "Indicator",
        fields: [.init("name", .string), .init("target", .double), .init("reports", .list(.object(report)))]
    )
    private static let environment = Environment(variables: [
        .init("indicator", .object(indicator)), .init("today", .timestamp),
    ])
    private static let variables: [Value?] = [
        .object(
            ObjectValue(
                indicator,
                [
                    .string("Shelters"), .double(80),
                    .list([
                        .object(ObjectValue(report, [.string("2021-H1"), .double(75)])),
                        .object(ObjectValue(report, [.string("2021-H2"), nil])),
                    ]),
                ]
            )
        ), nil,
    ]

    @Test("declared types find a misspelt field, and reports without a figure are passed over")
    func declaredTypes() throws {
        let (program, _) = Self.environment.compile(
            "indicator.reports.exists(r, has(r.actual) && r.actual >= indicator.target)",
            expecting: .bool
        )
        #expect(try #require(program).evaluate(Self.variables) == .bool(false))
        let (_, diagnostics) = Self.environment.compile("indicator.reports.exists(r, has(r.actaul))")
        #expect(
            TextRenderer().render(diagnostics) == """
                expression:1:35: error: Report has no field actaul [no-such-field]
                 1 | indicator.reports.exists(r, has(r.actaul))
                   |                                   ^^^^^^
                   = hint: did you mean actual?

                """
        )
    }

    @Test("an own function is checked and called like any other")
    func ownFunction() throws {
        let area = Overload("area", [.double, .double], .double) { values in
            guard case .double(let width) = values[0], case .double(let height) = values[1] else {
                throw EvaluationError(.noSuchOverload, "area() takes two numbers")
            }
            return .double(width * height)
        }
        let environment = Environment(variables: [.init("width", .double)], functions: [area])
        #expect(try Expressions.value("area(width, 2.0) + 1.0", environment, [.double(3)]) == .double(7))
        #expect(environment.compile("area(width)").program == nil)

        struct Broken: Error {}
        let broken = Environment(variables: [], functions: [Overload("broken", [], .int) { _ in throw Broken() }])
        let error = #expect(throws: EvaluationError.self) { try Expressions.value("broken()", broken) }
        #expect(error?.kind == .functionFailed)
        #expect(try Expressions.value("broken() > 1 || true", broken) == .bool(true))
    }

    @Test("sizes of the input bound the steps")
    func estimate() throws {
        let program = try Expressions.program("indicator.reports.all(r, r.period != indicator.name)", Self.environment)
        let sizes = InputSizes(["indicator.reports": 0...40, ".name": 0...200], otherwise: 0...64)
        #expect(program.estimatedCost(for: sizes).most < 1000)
        #expect(program.overBudget(for: sizes) == nil)
    }

    @Test("an evaluation is explained part by part, and what is unknown remains")
    func explanation() throws {
        let program = try Expressions.program("indicator.target > 50.0 && today > timestamp(0)", Self.environment)
        let state = program.evaluateRecordingState(Self.variables)
        #expect(state.parts.contains { $0.expression.unparsed == "indicator.target > 50.0" })
        guard case .residual(let rest) = try program.evaluate(Self.variables, unknown: [["today"]]) else {
            Issue.record("decided, though the day is not known")
            return
        }
        #expect(rest.text == "today > timestamp(0)")
        #expect(rest.unknowns == [["today"]])
    }
}
