import CEL
import Diagnostics
import Testing

@Suite("Named expressions that others call")
struct DefinitionTests {
    private static let report = ObjectType(
        "report",
        fields: [.init("actual", optional: true, .double), .init("due", .int)]
    )
    private static let variables: [Environment.Variable] = [
        .init("limit", .double), .init("latest", .object(report)), .init("reports", .list(.object(report))),
    ]
    private static let values: [Value?] = [
        .double(10), report(actual: 12), .list([report(actual: 4), report(actual: nil), report(actual: 20)]),
    ]

    private static func report(actual: Double?) -> Value {
        .object(ObjectValue(report, [actual.map(Value.double), .int(3)]))
    }

    private func definition(
        _ name: String,
        _ parameters: [Environment.Variable] = [],
        _ text: String,
        knowing known: [Definition] = []
    ) throws -> Definition {
        let environment = Environment(variables: Self.variables, definitions: known)
        let (definition, problems) = environment.define(name, parameters, as: text)
        return try #require(definition, "\(TextRenderer().render(problems))")
    }

    private func program(_ text: String, _ definitions: [Definition]) throws -> Program {
        let (program, problems) = Environment(variables: Self.variables, definitions: definitions).compile(text)
        return try #require(program, "\(TextRenderer().render(problems))")
    }

    private func value(_ text: String, _ definitions: [Definition]) throws -> Value {
        try program(text, definitions).evaluate(Self.values)
    }

    private func problems(
        _ text: String,
        _ definitions: [Definition],
        variables: [Environment.Variable] = variables
    )
        -> [Diagnostic]
    {
        Environment(variables: variables, definitions: definitions).compile(text).diagnostics
    }

    @Test("a call stands for the expression, with its arguments in the place of the parameters")
    func calls() throws {
        let half = try definition("half", [.init("x", .double)], "x / 2.0")
        #expect(half.resultType == .double)
        #expect(try value("half(limit) + half(half(8.0))", [half]) == .double(7))
        let known = try definition("known", [.init("all", .list(.object(Self.report)))], "all.filter(r, has(r.actual))")
        let sizes = try definition("sizes", [], "known(reports).map(r, r.actual)", knowing: [known])
        #expect(try value("sizes()", [known, sizes]) == .list([.double(4), .double(20)]))
        #expect(try value("known([latest]).size()", [known]) == .int(1))
    }

    @Test("what a definition reads counts as read by its caller, field by field")
    func paths() throws {
        let actual = try definition("actual", [.init("r", .object(Self.report))], "has(r.actual) ? r.actual : limit")
        #expect(actual.variables == ["limit"])
        let program = try program("actual(latest) > 5.0", [actual])
        #expect(program.paths == [["latest", "actual"], ["limit"]])
        #expect(program.text == "actual(latest) > 5.0")
    }

    @Test("local names of caller and definition are kept apart")
    func names() throws {
        let above = try definition(
            "above",
            [.init("all", .list(.object(Self.report))), .init("x", .double)],
            "all.exists(r, has(r.actual) && r.actual > x)"
        )
        // The caller's r is not the definition's r.
        #expect(
            try value("reports.filter(r, has(r.actual)).all(r, above(reports, r.actual - 1.0))", [above]) == .bool(true)
        )
        let bound = try definition("bound", [], "limit * 2.0")
        // The caller's limit hides no variable from the definition.
        #expect(try value("[1.0].map(limit, bound() + limit)", [bound]) == .list([.double(21)]))
        let twice = try definition("twice", [.init("limit", .double)], "bound() + limit", knowing: [bound])
        #expect(try value("twice(1.0)", [bound, twice]) == .double(21))
    }

    @Test("a mistake in a call is underlined at the call")
    func mistakes() throws {
        let half = try definition("half", [.init("x", .double)], "x / 2.0")
        let text = TextRenderer().render(problems("half(2) > 1.0", [half]))
        #expect(
            text.contains("error: half does not take (int) [no-matching-overload]")
                && text.contains("1 | half(2) > 1.0\n   | ^^^^^^^"),
            "\(text)"
        )
        #expect(problems("half()", [half]).map(\.identifier) == ["no-matching-overload"])
        #expect(problems("hlaf(2.0)", [half]).first?.hint?.description == "did you mean half?")
        let reader = try definition("reader", [], "latest.due")
        let elsewhere = problems("reader() > 1", [reader], variables: [.init("limit", .double)])
        #expect(elsewhere.map(\.identifier) == ["definition-out-of-place"])
        #expect(elsewhere.first?.span?.start.column == 1)
    }

    @Test("a mistake in the expression itself is told where it stands")
    func ownMistakes() {
        let environment = Environment(variables: Self.variables)
        let (definition, problems) = environment.define("bad", [.init("x", .double)], as: "x + latest.acutal")
        #expect(definition == nil)
        #expect(problems.map(\.identifier) == ["no-such-field"])
        #expect(problems.first?.span?.start.column == 12)
    }

    @Test("an expression that grows beyond the limits when definitions are put in is refused")
    func growth() throws {
        var known = [try definition("f0", [.init("x", .double)], "x + x + x + x")]
        for level in 1..<20 {
            let environment = Environment(variables: Self.variables, definitions: known)
            let before = "f\(level - 1)(x * 2.0)"
            let (definition, problems) = environment.define(
                "f\(level)",
                [.init("x", .double)],
                as: "\(before) + \(before) + \(before) + \(before)"
            )
            guard let definition else {
                #expect(Set(problems.map(\.identifier)) == ["expression-too-large"])
                #expect(level > 3)
                return
            }
            known.append(definition)
        }
        Issue.record("the expression was allowed to grow without end")
    }

    @Test("what calls gave can be shown: those with a value of their own, the inner ones first")
    func shown() throws {
        let half = try definition("half", [.init("x", .double)], "x / 2.0")
        let program = try program(
            "half(half(limit)) > 1.0 && reports.exists(r, has(r.actual) && half(r.actual) > half( limit ))",
            [half]
        )
        #expect(program.calls.map(\.text) == ["half(limit)", "half(half(limit))", "half( limit )"])
        let given = try program.calls.map { try $0.evaluate(Self.values) }
        #expect(given == [.double(5), .double(2.5), .double(5)])
    }

    @Test("a name that a function has can be told before")
    func taken() {
        let environment = Environment(variables: [])
        for name in ["has", "size", "math.abs"] { #expect(environment.isFunction(name), "\(name)") }
        #expect(!environment.isFunction("half"))
        #expect(environment.functionsCalled(in: "half(third(1.0)) + x.size() + half(2.0)") == ["half", "third"])
        #expect(environment.functionsCalled(in: "half(") == nil)
    }
}
