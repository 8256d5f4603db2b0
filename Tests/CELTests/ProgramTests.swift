import CEL
import Testing

@Suite("What programs can do")
struct ProgramTests {
    private static let indicator = ObjectType(
        "Indicator",
        fields: [
            .init("actual", .double), .init("target", .double), .init("note", optional: true, .string),
            .init("late", .int),
        ]
    )
    private static let environment = Environment(variables: [
        .init("indicator", .object(indicator)), .init("periods", .list(.object(indicator))), .init("flag", .bool),
        .init("facts", .dyn),
    ])

    private static func object(_ actual: Double, _ target: Double, late: Int64 = 0) -> Value {
        .object(ObjectValue(indicator, [.double(actual), .double(target), nil, .int(late)]))
    }

    private static let variables: [Value?] = [
        object(70, 80, late: 3), .list([object(1, 2), object(3, 2), object(0, 5)]), .bool(true), nil,
    ]

    private func value(_ text: String, _ variables: [Value?] = variables) throws -> Value {
        try Expressions.value(text, Self.environment, variables)
    }

    @Test("fields of declared objects are read, absent ones are asked for with has()")
    func fields() throws {
        #expect(try value("indicator.actual >= indicator.target * 0.9 && indicator.late < 30") == .bool(false))
        #expect(try value("periods.filter(p, p.actual < p.target).size()") == .int(2))
        #expect(try value("periods.map(p, p.actual / p.target)") == .list([.double(0.5), .double(1.5), .double(0)]))
        #expect(try value("has(indicator.note)") == .bool(false))
        #expect(try value("indicator.?note.orValue('none')") == .string("none"))
        #expect(try value("periods.exists(p, periods.all(q, q.target <= p.target && p.actual < 1.0))") == .bool(true))
        #expect(throws: EvaluationError.self) { try value("indicator.note") }
        #expect(throws: EvaluationError.self) { try value("facts.x") }
        #expect(try value("indicator.late + 1 == 4 && indicator == periods[0] || flag") == .bool(true))
    }

    @Test("an object of another type of the same name is read by the names of its fields")
    func otherLayout() throws {
        let other = ObjectType("Indicator", fields: [.init("target", .double), .init("actual", .double)])
        let swapped = Value.object(ObjectValue(other, [.double(2), .double(1)]))
        #expect(try value("indicator.actual", [swapped, nil, nil, nil]) == .double(1))
    }

    @Test("a value of another type than declared is an error, not a wrong result")
    func wrongType() {
        let wrong = Value.object(ObjectValue(Self.indicator, [.string("70"), .double(80), nil, .double(1)]))
        #expect(throws: EvaluationError.self) { try value("indicator.actual > 1.0", [wrong, nil, nil, nil]) }
        #expect(throws: EvaluationError.self) { try value("indicator.late < 1", [wrong, nil, nil, nil]) }
        #expect(throws: EvaluationError.self) { try value("indicator.actual * 2.0 < 1.0", [.int(1), nil, nil, nil]) }
    }

    @Test("a program gives the same result from many tasks at once")
    func concurrency() async throws {
        let program = try Expressions.program("periods.map(p, p.actual * 2.0).all(x, x >= 0.0)", Self.environment)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<500).allSatisfy { _ in (try? program.evaluate(Self.variables)) == .bool(true) }
                }
            }
            for await result in group { #expect(result) }
        }
    }

    @Test("the state of an evaluation has the value of every part that was evaluated")
    func state() throws {
        let program = try Expressions.program(
            "indicator.late > 2 ? indicator.actual / 2.0 : 1.0 / 0.0",
            Self.environment
        )
        let state = program.evaluateRecordingState(Self.variables)
        let values = state.parts.map { part in
            "\(part.expression.unparsed) = \((try? part.outcome.get()).map { "\($0)" } ?? "?")"
        }
        #expect(
            values == [
                "indicator.late > 2 ? indicator.actual / 2.0 : 1.0 / 0.0 = double(35.0)",
                "indicator.late > 2 = bool(true)", "indicator.late = int(3)",
                "indicator = \(Self.variables[0].map { "\($0)" } ?? "")",
                "2 = int(2)", "indicator.actual / 2.0 = double(35.0)", "indicator.actual = double(70.0)",
                "indicator = \(Self.variables[0].map { "\($0)" } ?? "")", "2.0 = double(2.0)",
            ]
        )
    }

    @Test(
        "with something unknown, what is known is put in, and the rest remains",
        arguments: [
            ("flag && indicator.late > 1", "indicator.late > 1"),
            ("indicator.actual > 60.0 && flag && indicator.late > 2", "flag && indicator.late > 2"),
            ("indicator.actual + 1.0 > 2.0 * indicator.target || flag", "flag"),
            ("flag ? indicator.actual : 0.0 - 1.0", "flag ? indicator.actual : 0.0 - 1.0"),
            ("[indicator.actual, indicator.late > 5 ? 1.0 : 2.0]", "[70.0, indicator.late > 5 ? 1.0 : 2.0]"),
            ("periods.exists(p, p.late > indicator.late)", "periods.exists(p, p.late > indicator.late)"),
        ]
    )
    func partial(text: String, residual: String) throws {
        let unknown =
            text.contains("indicator.late") && !text.hasPrefix("indicator.actual")
            ? [["indicator", "late"]] : [["flag"], ["indicator", "late"]]
        let variables = text.contains("periods") ? [Self.variables[0], nil, nil, nil] : Self.variables
        let all =
            unknown + (text.contains("periods") ? [["periods"]] : []) + (text.hasPrefix("flag ?") ? [["flag"]] : [])
        guard
            case .residual(let rest) = try Expressions.program(text, Self.environment).evaluate(variables, unknown: all)
        else {
            Issue.record("a value, though something unknown matters")
            return
        }
        #expect(rest.text == residual)
        #expect(rest.unknowns.allSatisfy { path in all.contains { path.starts(with: $0) } })
        #expect(!rest.unknowns.isEmpty)
    }

    @Test("what is unknown makes no difference where something else decides")
    func decided() throws {
        let program = try Expressions.program("flag || indicator.actual > 1.0", Self.environment)
        guard case .value(let value) = try program.evaluate(Self.variables, unknown: [["flag"]]) else {
            Issue.record("no value")
            return
        }
        #expect(value == .bool(true))
        let failing = try Expressions.program("flag && 1 / 0 > 0", Self.environment)
        guard case .residual = try failing.evaluate(Self.variables, unknown: [["flag"]]) else {
            Issue.record("an error hides what is unknown")
            return
        }
    }

    @Test(
        "constant parts are worked out beforehand; what would fail stays",
        arguments: [
            ("1 + 2 * 3", "7"), ("flag && 2 > 1", "flag && true"),
            ("duration('1h') + duration('1m')", "duration(\"3660s\")"),
            ("facts in ['a', 'b' + 'c']", "facts in [\"a\", \"bc\"]"), ("1 / 0", "1 / 0"),
            ("true ? flag : 1 / 0 > 0", "flag"),
            ("math.abs(-3) + facts", "3 + facts"), ("[1, 2].map(x, x + 1 * 2)", "[1, 2].map(x, x + 2)"),
        ]
    )
    func folding(text: String, folded: String) throws {
        let expression = try #require(Self.environment.parse(text))
        #expect(Self.environment.folded(expression).unparsed == folded)
    }

    @Test(
        "work without end is stopped by the budget, not by the clock",
        arguments: [
            "lists.range(1000000).map(x, lists.range(1000000))",
            "[0,1,2,3,4,5,6,7,8,9].all(a, [0,1,2,3,4,5,6,7,8,9].all(b, [0,1,2,3,4,5,6,7,8,9].all(c, [0,1,2,3,4,5,6,7,8,9].all(d, [0,1,2,3,4,5,6,7,8,9].all(e, [0,1,2,3,4,5,6,7,8,9].all(f, [0,1,2,3,4,5,6,7,8,9].all(g, true)))))))",
            "cel.bind(a, 1 / dyn(0), "
                + (0..<40)
                .map {
                    "cel.bind(a\($0), \($0 == 0 ? "a" : "a\($0 - 1)") + \($0 == 0 ? "a" : "a\($0 - 1)") == 0 || \($0 == 0 ? "a" : "a\($0 - 1)") == 0 ? 1 : 2, "
                }
                .joined()
                + "a39" + String(repeating: ")", count: 41),
            "cel.bind(a0, [1, 1], " + (1..<40).map { "cel.bind(a\($0), [a\($0 - 1), a\($0 - 1)], " }.joined()
                + "a39 == a39" + String(repeating: ")", count: 40),
            "cel.bind(a0, [1, 1], " + (1..<40).map { "cel.bind(a\($0), [a\($0 - 1), a\($0 - 1)], " }.joined()
                + "'%s'.format([a39])" + String(repeating: ")", count: 40),
            "cel.bind(a0, 'xxxxxxxxxxxxxxxx', " + (1..<40).map { "cel.bind(a\($0), a\($0 - 1) + a\($0 - 1), " }.joined()
                + "a39.size()" + String(repeating: ")", count: 40),
        ]
    )
    func budget(text: String) throws {
        let program = try Expressions.program(text, checks: false)
        let time = ContinuousClock()
            .measure {
                let error = #expect(throws: EvaluationError.self) { try program.evaluate([]) }
                #expect(error?.kind == .budgetExceeded || error?.kind == .divisionByZero)
            }
        // Unoptimized code on a busy machine; without a budget none of these would end.
        #expect(time < .seconds(20))
    }
}
