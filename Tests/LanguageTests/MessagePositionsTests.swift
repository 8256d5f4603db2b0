import Testing

@Suite("Sentences are found where sources say them")
struct MessagePositionsTests {
    private static let declarations = """
        struct Problem {
            var message: Message
            init(_ name: String, _ message: Message, hint: Message? = nil, notes: [Message] = []) {}
        }
        enum Failure { case damaged(path: String, detail: Message) }
        func say(_ text: Message, to place: String) {}
        """

    private func sentences(_ text: String) -> [String] {
        MessagePositions([SwiftSource(Self.declarations), SwiftSource(text)]).sentences(in: SwiftSource(text))
    }

    @Test("an argument declared as a message is a sentence, those beside it are none")
    func arguments() {
        #expect(
            sentences(#"let x = Problem("a-name", "it is \(wrong)", hint: flag ? "mend it" : nil)"#) == [
                "it is {1}", "mend it",
            ]
        )
        #expect(sentences(#"say("the words", to: "the place")"#) == ["the words"])
        #expect(sentences(#"throw Failure.damaged(path: "a path", detail: "a detail")"#) == ["a detail"])
        #expect(
            sentences(#"Problem("n", "m", hint: list.first.map { "did you mean \($0)?" })"#) == [
                "m", "did you mean {1}?",
            ]
        )
    }

    @Test("what a property or function of that type gives is a sentence")
    func results() {
        #expect(sentences("var hint: Message? {\n    switch self {\n    case .a: \"one\"\n    }\n}") == ["one"])
        #expect(sentences("func words() -> Message {\n    \"two\"\n}\nlet other = \"three\"") == ["two"])
        #expect(
            sentences("let word: Message = flag\n    ? \"four\" : \"five\"\nlet other = \"six\"") == ["four", "five"]
        )
        #expect(sentences("problem.message = \"seven\"\nproblem.name = \"eight\"") == ["seven"])
    }

    @Test("queries, help, headings and comments are no sentences")
    func others() {
        #expect(sentences(#"fetch(sql: "SELECT a FROM b")"#).isEmpty)
        #expect(sentences(#"@Option(help: "The plan.") var plan: String"#).isEmpty)
        #expect(sentences(#"let heading = ["Last value": "a b"]"#).isEmpty)
        #expect(sentences("// say(\"nothing here\")").isEmpty)
        #expect(sentences("let text = \"\"\"\n    say(\"nothing here\")\n    \"\"\"").isEmpty)
    }

    @Test("a literal is read with its escapes, and with its values numbered")
    func literals() {
        #expect(SwiftSource(#"x("a \"b\" \u{2026} \(f("c", 1)) \\ \(g)")"#).literals == ["a \"b\" … {1} \\ {2}"])
    }
}
