import CEL
import Diagnostics
import Testing

@Suite("Type inference")
struct TypeInferenceTests {
    @Test(
        "an expression has the type that follows from its parts",
        arguments: [
            ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("[]", "list(dyn)"), ("[[], [1]]", "list(list(int))"),
            ("[[1], ['a']]", "list(dyn)"), ("{'a': 1}", "map(string, int)"), ("{}", "map(dyn, dyn)"),
            ("{'a': 1, 2: 'b'}", "map(dyn, dyn)"),
            ("[{}, {'a': 1}]", "list(map(string, int))"), ("[1].map(x, string(x))", "list(string)"),
            ("[1].filter(x, true)", "list(int)"),
            ("{'a': 1}.map(k, k)", "list(string)"), ("true ? 1 : 2", "int"), ("dyn(1)", "dyn"),
            ("[dyn(1), 2]", "list(dyn)"),
            ("[1][0]", "int"), ("{'a': 1.5}['a']", "double"), ("{'a': 1}.a", "int"), ("1 + 2", "int"),
            ("dyn(1) + 2", "int"),
            ("type(1)", "type(int)"), ("int", "type(int)"), ("optional.of(1)", "optional_type(int)"),
            ("optional.none()", "optional_type(dyn)"),
            ("{'a': 1}.?a", "optional_type(int)"), ("[1][?0]", "optional_type(int)"),
            ("[?optional.of(1)]", "list(int)"),
            ("[optional.none(), optional.of(1)]", "list(optional_type(int))"),
            ("[null, optional.of(1)][0]", "optional_type(int)"),
            ("[duration('1s'), null][0]", "duration"),
            ("optional.of(1).optMap(x, string(x))", "optional_type(string)"),
            ("{'a': 1}.transformMap(k, v, [v])", "map(string, list(int))"),
            ("[1].transformList(i, v, i + v)", "list(int)"),
            ("{'a': 1}.transformMapEntry(k, v, {v: k})", "map(int, string)"), ("[3, 1].sort()", "list(int)"),
            ("[3].first()", "optional_type(int)"),
            ("math.greatest(1, 2)", "int"), ("math.greatest(1, 2.0)", "dyn"), ("math.greatest(1, 2, 3)", "int"),
            ("'a'.split(',')", "list(string)"),
            ("cel.bind(x, 1, [x])", "list(int)"), ("[].map(x, x)[0]", "dyn"),
            ("timestamp(0) - timestamp(0)", "duration"),
        ]
    )
    func types(text: String, type: String) throws {
        #expect(try Expressions.program(text).resultType.description == type)
    }

    @Test(
        "what cannot fit is refused before any value is known",
        arguments: Expressions.lines(
            """
            1 + 1u
            1 == 1.0
            1 < 2.0
            'a' + 1
            1 in ['a']
            [1] == ['a']
            true && 1
            1 ? 2 : 3
            true ? 1 : 'a'
            !1
            -'a'
            x
            f(1)
            'a'.size(1)
            size(1)
            [1].all(x, x)
            [1].all(x, y)
            1.all(x, true)
            'a'.b
            {1: 2}.a
            {1.5: 2}
            [1]['a']
            {'a': 1}[1]
            int([])
            'a'.matches(1)
            1 == null
            math.greatest('a')
            optional.of(1).orValue('a')
            [?1]
            Nope{a: 1}
            """
        )
    )
    func refusals(text: String) {
        #expect(throws: Expressions.CompileFailure.self) { try Expressions.program(text) }
        // The checker decides only what is accepted: what needs no types is evaluated without it.
    }

    @Test("an object that an expression makes has its declared fields, and only those")
    func objects() throws {
        let point = ObjectType("geo.Point", fields: [.init("x", .double), .init("label", optional: true, .string)])
        let environment = Environment(variables: [], types: [point], container: "geo")
        #expect(
            try Expressions.value("Point{x: 1.5}.x == 1.5 && !has(Point{x: 1.5}.label)", environment) == .bool(true)
        )
        #expect(try Expressions.value("geo.Point{x: 1.0, ?label: optional.of('a')}.label", environment) == .string("a"))
        #expect(
            try Expressions.value("Point{x: 1.0} == Point{x: 1.0} && type(Point{x: 1.0}) == Point", environment)
                == .bool(true)
        )
        for text in ["Point{y: 1.0}", "Point{x: 1}", "Point{x: 1.0}.z", "Point{x: 1.0, x: 2.0}"] {
            #expect(throws: Expressions.CompileFailure.self) { try Expressions.program(text, environment) }
        }
    }

    @Test("a function declared by the program takes part in inference, and is called")
    func functions() throws {
        let pair = CELType.opaque("pair", [.parameter("A"), .parameter("B")])
        let environment = Environment(
            variables: [],
            functions: [
                Overload("pair", [.parameter("A"), .parameter("B")], pair) { (values) throws(EvaluationError) in
                    .list(values)
                },
                Overload(member: "twice", [.int], .int) { (values) throws(EvaluationError) in
                    guard case .int(let number) = values[0] else { return values[0] }
                    return .int(number * 2)
                },
            ]
        )
        #expect(
            try Expressions.program("[pair(1, 'a'), pair(dyn(1), 'b')][0]", environment).resultType.description
                == "pair(dyn, string)"
        )
        #expect(try Expressions.value("21.twice()", environment) == .int(42))
        #expect(throws: Expressions.CompileFailure.self) { try Expressions.program("'a'.twice()", environment) }
    }
}
