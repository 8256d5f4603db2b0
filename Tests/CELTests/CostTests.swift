import CEL
import Diagnostics
import Testing

@Suite("What expressions cost")
struct CostTests {
    private static let period = ObjectType(
        "Period",
        fields: [
            .init("actual", .double), .init("target", .double), .init("note", optional: true, .string),
            .init("cells", .map(key: .string, value: .double)),
        ]
    )
    private static let indicator = ObjectType(
        "Indicator",
        fields: [
            .init("name", .string), .init("periods", .list(.object(period))), .init("tags", .list(.string)),
            .init("matrix", .list(.list(.int))), .init("late", .int), .init("facts", .dyn),
        ]
    )
    private static let environment = Environment(variables: [
        .init("indicator", .object(indicator)), .init("periods", .list(.object(period))), .init("n", .int),
    ])
    private static let sizes = InputSizes(
        [
            "periods": 0...6, "indicator.periods": 0...6, "periods[].note": 0...20, "indicator.name": 3...40,
            "indicator.matrix[]": 0...4,
        ],
        otherwise: 0...10
    )

    private static let expressions = [
        "periods.filter(p, p.actual < p.target).size() > 2", "periods.map(p, p.actual).all(x, x >= 0.0)",
        "periods.exists(p, has(p.note) && p.note.contains('late'))", "indicator.name.matches('^(a|b)+c$') || n > 3",
        "indicator.tags.join(', ').size() < 100 ? indicator.name + indicator.name : 'x' + string(n)",
        "indicator.matrix.exists(r, r.exists(c, c == n))", "indicator.matrix == [[1, 2], [3]]",
        "n in indicator.matrix.flatten()",
        "indicator.matrix.map(r, r.sort()).distinct().size() > 1",
        "cel.bind(a, indicator.periods.map(p, p.actual), a + a + a)",
        "cel.bind(a, indicator.late / (n - n), a > 0 || a < 0 || indicator.tags.size() > 2)",
        "sets.intersects(indicator.tags, ['a', 'b'])", "lists.range(indicator.tags.size()).map(i, indicator.tags[i])",
        "'%s: %d of %.1f'.format([indicator.tags, n, 1.5])", "indicator.facts == indicator.facts",
        "periods.sortBy(p, p.actual).map(p, p.?note.orValue('none'))",
        "periods.map(p, p.cells).all(c, c.exists(k, c[k] > 1.0))",
        "indicator.name.replace('a', 'bcd').split('b').map(s, s + s).join('-')", "periods == indicator.periods",
        "indicator.name.reverse() + indicator.name.substring(1) > 'm'",
        "indicator.tags.transformMap(i, t, t.size()).size()",
        "regex.replace(indicator.name, '(a+)', r'<\\1\\1>').size() + regex.extractAll(indicator.name, 'a').size()",
        "periods.all(p, periods.exists(q, q.target <= p.target && p.actual < 10.0))",
        "optional.of(indicator.tags).optMap(t, t + t)",
        "base64.encode(bytes(indicator.name)).size() > 0 && strings.quote(indicator.name).size() > 0",
    ]

    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func text(_ most: Int, least: Int = 0) -> Value {
            .string(
                (0..<(least + next(most - least + 1))).map { _ in ["a", "b", "c", "late"[...].prefix(1)][next(4)] }
                    .joined()
            )
        }

        mutating func list(_ most: Int, _ make: (inout Random) -> Value) -> Value {
            .list((0..<next(most + 1)).map { _ in make(&self) })
        }

        mutating func period() -> Value {
            var cells = MapValue()
            for index in 0..<next(5) { _ = cells.insert(.string("k\(index)"), .double(Double(next(3)))) }
            let slots: [Value?] = [
                .double(Double(next(20))), .double(Double(next(20))), next(2) == 0 ? nil : text(20), .map(cells),
            ]
            return .object(ObjectValue(CostTests.period, slots))
        }

        mutating func variables() -> [Value?] {
            let slots: [Value?] = [
                text(40, least: 3), list(6) { $0.period() }, list(10) { $0.text(10) },
                list(10) { $0.list(4) { .int(Int64($0.next(5))) } }, .int(Int64(next(9))), list(2) { $0.text(4) },
            ]
            return [
                .object(ObjectValue(CostTests.indicator, slots)), list(6) { $0.period() }, .int(Int64(next(5))),
            ]
        }
    }

    @Test("the steps of an evaluation lie between the fewest and the most that were estimated", arguments: expressions)
    func bounds(text: String) throws {
        let program = try Expressions.program(text, Self.environment)
        let estimate = program.estimatedCost(for: Self.sizes)
        #expect(estimate.most < 1_000_000)
        var random = Random(state: 11)
        for _ in 0..<100 {
            let (result, steps) = program.evaluateCountingSteps(random.variables())
            if case .success = result { #expect(steps >= estimate.least) }
            #expect(steps <= estimate.most, "\(estimate)")
        }
    }

    @Test("an estimate is near the truth where the sizes are known")
    func precision() throws {
        let program = try Expressions.program("periods.filter(p, p.actual < p.target).size() > 2", Self.environment)
        let sizes = InputSizes(["periods": 12...12])
        let estimate = program.estimatedCost(for: sizes)
        var random = Random(state: 3)
        let periods = Value.list((0..<12).map { _ in random.period() })
        let steps = program.evaluateCountingSteps([nil, periods, nil]).steps
        #expect(estimate.least >= 12)
        #expect(estimate.most < steps * 2)
        #expect(try Expressions.program("1 + 2 * 3").estimatedCost().most == 0)
    }

    @Test(
        "what nothing bounds has no most",
        arguments: [
            "lists.range(n).size() > 1", "lists.range(n).map(x, lists.range(x))",
        ]
    )
    func unbounded(text: String) throws {
        #expect(try Expressions.program(text, Self.environment).estimatedCost(for: Self.sizes).most == .max)
    }

    @Test("an expression that can take more steps than its budget is refused at the part that takes the most")
    func refusal() throws {
        let text = "n > 1 && periods.all(p, periods.all(q, p.actual < q.actual))"
        let program = try Expressions.program(text, Self.environment)
        #expect(program.overBudget(for: Self.sizes) == nil)
        let diagnostic = try #require(program.overBudget(for: InputSizes(["periods": 0...1000])))
        #expect(
            TextRenderer().render([diagnostic]) == """
                expression:1:10: error: this can take 5007013 steps [cost-over-budget]
                 1 | n > 1 && periods.all(p, periods.all(q, p.actual < q.actual))
                   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                   = expected: at most 1000000 steps
                   = hint: bind a part that is used several times to a name, or go through fewer lists within each other

                """
        )
    }
}
