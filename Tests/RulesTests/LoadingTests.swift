import ActionPlan
import Diagnostics
import Foundation
import Rules
import Testing

@Suite("Mistakes in rule packs")
struct LoadingTests {
    private func load(_ text: String, name: String = "pack.yaml") -> (pack: RulePack?, problems: [Diagnostic]) {
        let (pack, problems) = RulePackLoader.load([SourceText(name: name, text: text)], name: name) { _ in nil }
        return (pack, problems)
    }

    /// Every fixture ends in comments that name each mistake with its place: `# 15:28 no-such-field, latest`.
    @Test("all mistakes of a file are told at once, each at its place", arguments: ["fields", "lists", "parts"])
    func fixtures(name: String) throws {
        let path = TestPlan.root + "Tests/RulesTests/Fixtures/invalid/\(name).yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let expected = text.split(separator: "\n").filter { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }
        let (pack, problems) = load(text)
        #expect(pack == nil)
        let found = problems.map { problem -> String in
            let place = problem.span.map { "\($0.start.line):\($0.start.column) " } ?? ""
            return place + problem.identifier
                + (problem.hint.map(\.description).flatMap(suggestion).map { ", \($0)" } ?? "")
        }
        #expect(found == expected.map(String.init))
    }

    /// What a hint proposes: `did you mean latest?` proposes latest.
    private func suggestion(_ hint: String) -> String? {
        guard hint.hasPrefix("did you mean ") else { return nil }
        return String(hint.dropFirst("did you mean ".count)).replacing("?", with: "").replacing("`", with: "")
    }

    @Test("a misspelt field is underlined in the YAML file, and the right one is proposed")
    func caret() throws {
        let (_, problems) = load(
            """
            format: nap-rules/1
            id: small
            version: 1.0.0
            title: {en: Small, ru: Малый, tk: Kiçi}
            statuses:
              - {id: fine, title: {en: Fine, ru: Хорошо, tk: Gowy}, rank: 1, group: good, color: green, symbol: check}
            indicator:
              verdicts:
                - id: only
                  when: 'indicator.directoin == ''increase'''
                  status: fine
                  because: {en: Fine, ru: Хорошо, tk: Gowy}
                - id: rest
                  status: fine
                  because: {en: Fine, ru: Хорошо, tk: Gowy}
            """
        )
        #expect(
            TextRenderer().render(problems) == """
                pack.yaml:10:24: error: indicator has no field directoin [no-such-field]
                 10 |       when: 'indicator.directoin == ''increase'''
                    |                        ^^^^^^^^^
                   = hint: did you mean direction?

                """
        )
    }

    @Test(
        "what is no pack is refused in words",
        arguments: [
            ("", "empty-file"), ("format: nap-rules/1", "missing-key"), ("- a\n- b", "wrong-type"),
            ("format: nap-rules/2", "unknown-word"), ("a: [", "unclosed-bracket"),
        ]
    )
    func noPack(text: String, identifier: String) {
        let (pack, problems) = load(text)
        #expect(pack == nil)
        #expect(problems.map(\.identifier).contains(identifier), "\(problems.map(\.identifier))")
    }

    @Test("a folder without a pack, and a folder that is not there, are diagnostics")
    func folders() {
        for path in ["/nonexistent-folder", TestPlan.root + "docs"] {
            let (pack, problems) = RulePackLoader.load(path) { _ in nil }
            #expect(pack == nil)
            #expect(problems.hasErrors)
        }
    }

    @Test("a pack that uses itself by way of another is no endless loop")
    func circularUse() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (id, other) in [("one", "two"), ("two", "one")] {
            let path = folder.appending(path: id)
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
            let text = """
                format: nap-rules/1
                id: \(id)
                version: 1.0.0
                title: {en: X, ru: X, tk: X}
                uses: [\(other)]
                """
            try text.write(to: path.appending(path: "pack.yaml"), atomically: true, encoding: .utf8)
        }
        let library = RulePackLibrary(folders: [folder.path()])
        #expect(library.pack("one") == nil)
        #expect(library.diagnostics.map(\.identifier).contains("unknown-pack"))
    }

    @Test("a plan's parameters keep the bounds of the pack")
    func parameters() throws {
        let objectives = "objectives: [{id: o1, title: More forest, activities: [{id: a1, title: Plant}]}]"
        let plan = try TestPlan(objectives).plan
        let library = RulePackLibrary(folders: [TestPlan.root + "rules"])
        func problems(
            _ parameters: [String: RulePackUse.ParameterValue],
            pack: String = "pace",
            version: String = "1.0"
        )
            -> [String]
        {
            var plan = plan
            plan.rules[1].pack = pack
            plan.rules[1].version = version
            plan.rules[1].parameters = parameters
            return Assessor.prepare(plan, find: { library.pack($0) }, digest: { _ in "" }).diagnostics.map(\.identifier)
        }
        #expect(problems(["green_from": .number(0.8)]).isEmpty)
        #expect(problems(["green_from": .number(1.5)]) == ["bad-parameter"])
        #expect(problems(["green_from": .text("much")]) == ["bad-parameter"])
        #expect(problems(["stale_reports": .number(1.5)]) == ["bad-parameter"])
        #expect(problems(["green_form": .number(0.8)]) == ["unknown-parameter"])
        #expect(problems([:], pack: "peace") == ["unknown-pack"])
        #expect(problems([:], version: "2.0") == ["wrong-pack-version"])
        #expect(problems([:], version: "1.9") == ["wrong-pack-version"])
    }
}
