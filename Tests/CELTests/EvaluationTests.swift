import CEL
import Diagnostics
import Testing

@Suite("Expressions")
struct EvaluationTests {
    private func value(_ text: String, _ variables: [(String, CELType, Value?)] = []) throws -> Value {
        let environment = Environment(variables: variables.map { .init($0.0, $0.1) })
        let (program, diagnostics) = environment.compile(text)
        guard let program else { throw Failure(text: TextRenderer().render(diagnostics)) }
        return try program.evaluate(variables.map(\.2))
    }

    struct Failure: Error {
        var text: String
    }

    @Test(
        "an expression has the value that the language gives it",
        arguments: [
            ("1 + 2 * 3 - 4 / 2", Value.int(5)), ("7 % 4", .int(3)), ("-2 - -3", .int(1)), ("--5", .int(5)),
            ("!!true", .bool(true)), ("1.5 * 2.0", .double(3)), ("0x1F", .int(31)), ("5u + 2u", .uint(7)),
            ("-9223372036854775808", .int(.min)), ("1 < 2 && 2 < 3", .bool(true)), ("true || 1 / 0 > 0", .bool(true)),
            ("1 / 0 > 0 || true", .bool(true)), ("false && 1 / 0 > 0", .bool(false)),
            ("1 > 0 ? 'a' : 'b'", .string("a")),
            ("[1, 2, 3].filter(x, x > 1).map(x, x * 2)", .list([.int(4), .int(6)])),
            ("[1, 2, 3].map(x, x > 1, x * 10)", .list([.int(20), .int(30)])),
            ("[1, 2].all(x, x > 0)", .bool(true)), ("[1, 2].exists(x, x > 1)", .bool(true)),
            ("[1, 2].exists_one(x, x > 0)", .bool(false)), ("{'a': 1, 'b': 2}.a", .int(1)), ("{'a': 1}['a']", .int(1)),
            ("has({'a': 1}.b)", .bool(false)), ("'b' in {'a': 1}", .bool(false)), ("2 in [1, 2]", .bool(true)),
            ("'Ýaş'.size()", .int(3)), ("size([1, 2])", .int(2)), ("'abc'.startsWith('ab')", .bool(true)),
            ("'abc'.contains('bc')", .bool(true)), ("'abc'.endsWith('bc')", .bool(true)), ("r'\\n'.size()", .int(2)),
            ("\"\"\"a\"b\"\"\"", .string("a\"b")), ("'\\u0041\\x42\\103'", .string("ABC")),
            ("b'\\xff' == b'\\377'", .bool(true)),
            ("string(1.0)", .string("1")), ("string(0.1)", .string("0.1")), ("int('12')", .int(12)),
            ("double(3) / 2.0", .double(1.5)), ("type(1) == int", .bool(true)), ("int(3.9)", .int(3)),
            ("timestamp('2021-04-29T00:00:00Z').getMonth()", .int(3)),
            ("timestamp('2021-04-29T20:00:00Z').getDate('Asia/Ashgabat')", .int(30)),
            ("timestamp('2021-04-29T00:00:00Z') - timestamp('2021-04-28T00:00:00Z') == duration('24h')", .bool(true)),
            ("string(duration('1h30m'))", .string("5400s")), ("duration('90m').getHours()", .int(1)),
            ("dyn(1) == dyn(1.0)", .bool(true)), ("dyn(1u) < 1.5", .bool(true)), ("'a' < 'b'", .bool(true)),
            ("1 == 1 ? (2 > 1 ? 'x' : 'y') : 'z'", .string("x")), ("(1, 2)", .null),
        ]
        .dropLast()
    )
    func values(text: String, expected: Value) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "what has no value says why",
        arguments: [
            ("1 / 0", EvaluationError.Kind.divisionByZero), ("9223372036854775807 + 1", .overflow),
            ("[1][1]", .indexOutOfRange),
            ("{'a': 1}['b']", .noSuchKey), ("int('x')", .invalidArgument), ("uint(-1)", .overflow),
            ("false || 1 / 0 > 0", .divisionByZero), ("{'a': 1, 'a': 2}", .duplicateKey),
            ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", .overflow),
            ("-(-9223372036854775807 - 1)", .overflow),
        ]
    )
    func failures(text: String, kind: EvaluationError.Kind) {
        let error = #expect(throws: EvaluationError.self) { try value(text) }
        #expect(error?.kind == kind)
    }

    private static let period = ObjectType(
        "period",
        fields: [
            .init("actual", optional: true, .double), .init("id", .string),
        ]
    )
    private static let indicator = ObjectType(
        "indicator",
        fields: [
            .init("target", optional: true, .double), .init("latest", optional: true, .object(period)),
            .init("periods", .list(.object(period))),
        ]
    )

    @Test("a field that is absent is asked for with has(), and reading it is an error, not zero")
    func absentFields() throws {
        let period = Value.object(ObjectValue(Self.period, [nil, .string("2021-H1")]))
        let indicator = Value.object(ObjectValue(Self.indicator, [.double(10), period, .list([period])]))
        let variables = [("indicator", CELType.object(Self.indicator), Optional(indicator))]
        #expect(try value("has(indicator.target) && !has(indicator.latest.actual)", variables) == .bool(true))
        #expect(try value("indicator.periods.filter(p, has(p.actual)).size()", variables) == .int(0))
        let error = #expect(throws: EvaluationError.self) { try value("indicator.latest.actual > 1.0", variables) }
        #expect(error?.kind == .noSuchField)
    }

    @Test(
        "a mistake is found before the expression is ever evaluated",
        arguments: [
            ("indicator.tagret > 1.0", "no-such-field"), ("indicatr.target", "undeclared-name"),
            ("indicator.target > 'a'", "no-matching-overload"), ("indicator.target + 1", "no-matching-overload"),
            ("sise([1])", "no-such-function"), ("indicator.target && true", "type-mismatch"), ("1 +", "cel-syntax"),
            ("(1", "cel-syntax"), ("'abc", "cel-syntax"), ("a = b", "cel-syntax"), ("1.0.all(x, x)", "type-mismatch"),
            ("has(indicator)", "cel-syntax"), ("99999999999999999999", "cel-syntax"), ("[1, 2", "cel-syntax"),
            ("", "cel-syntax"),
        ]
    )
    func mistakes(text: String, identifier: String) {
        let environment = Environment(variables: [.init("indicator", .object(Self.indicator))])
        let (program, diagnostics) = environment.compile(text)
        #expect(program == nil)
        #expect(diagnostics.first?.identifier == identifier)
    }

    @Test("the caret stands under the misspelt field, and the right one is proposed")
    func caret() {
        let environment = Environment(variables: [.init("indicator", .object(Self.indicator))])
        let (_, diagnostics) = environment.compile("indicator.target > 0.0 && indicator.tagret > 1.0")
        #expect(
            TextRenderer().render(diagnostics) == """
                expression:1:37: error: indicator has no field tagret [no-such-field]
                 1 | indicator.target > 0.0 && indicator.tagret > 1.0
                   |                                     ^^^^^^
                   = hint: did you mean target?

                """
        )
    }

    @Test("an expression without end in depth, length or work is stopped")
    func limits() {
        #expect(throws: Failure.self) { try value(String(repeating: "(", count: 100_000)) }
        #expect(throws: Failure.self) {
            try value(String(repeating: "-", count: 5000) + "(" + String(repeating: "!(", count: 5000))
        }
        #expect(throws: Failure.self) { try value("1" + String(repeating: " + 1", count: 5000)) }
        let nested = "[0,1,2,3,4,5,6,7,8,9]"
        let bomb = (0..<8).reduce("true") { text, level in "\(nested).all(x\(level), \(text))" }
        let error = #expect(throws: EvaluationError.self) { try value(bomb) }
        #expect(error?.kind == .budgetExceeded)
    }

    @Test("the fields that an expression reads are known, what a macro names is not among them")
    func paths() {
        let environment = Environment(variables: [.init("indicator", .object(Self.indicator))])
        let (program, _) = environment.compile(
            "has(indicator.latest) && indicator.periods.exists(p, p.actual > indicator.target)"
        )
        #expect(program?.paths == [["indicator", "latest"], ["indicator", "periods"], ["indicator", "target"]])
    }
}
