import Foundation
import Testing

@Suite("Whoever sends a report reads about it in one language")
struct LanguageTests {
    private let program: Program

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    /// A table with everything wrong that a person fills in wrongly.
    private static let table = """
        item;period;value;comment;claim;nil report;evidence url
        i-trained;2021-H1;много;;;;
        i-trained;2021-H1;1,280;;;;
        i-stage;2021-H1;???;;;;
        i-share;2021-H1;5;;;;
        i-manual;2021-H1;31.02.2021;;;;
        a1;2021-H9;5;;;;
        i-none;2021-H1;5;;;да;ftp://x

        """

    private func submit(
        _ arguments: String...,
        file: String = "due.csv",
        agency: String = "moi"
    ) throws -> Program.Result {
        try program.run(["submit", file, "--agency", agency] + arguments + program.common())
    }

    /// The words of what was said, without the file's own lines, identifiers and names.
    private func words(_ text: String) -> [Substring] {
        text.split(separator: "\n")
            .filter { !$0.contains(" | ") }
            .flatMap {
                $0.replacing(/\[[a-z-]+\]|`[^`]*`|[a-z]+\.(csv|yaml|sqlite)|https?:\/\/|[0-9]+-H[0-9]/, with: " ")
                    .split { !$0.isLetter && $0 != "-" }
            }
    }

    private func names() -> Set<Substring> {
        Set(
            SmallPlan.text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
                + Self.table.split { !$0.isLetter && $0 != "-" }
                + ["CSV", "UTF-", "UTF", "SQLite", "ftp", "x"]
        )
    }

    @Test("a table with wrong rows is refused in Russian, and in Russian only")
    func russian() throws {
        try program.write(Self.table, to: "due.csv")
        let result = try submit()
        #expect(result.status == 1)
        #expect(result.errors.contains("Ничего не записано."))
        #expect(result.errors.components(separatedBy: "ошибка:").count > 5, "\(result.errors)")
        let latin = words(result.errors)
            .filter { $0.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic } }
        let foreign = latin.filter { !names().contains($0) }
        #expect(foreign.isEmpty, "\(foreign)\n\(result.errors)")
    }

    @Test("the same is refused in Turkmen, and in Turkmen only")
    func turkmen() throws {
        try program.write(Self.table.replacing("много", with: "köp").replacing("да;", with: "hawa;"), to: "due.csv")
        let english = try submit("--language", "en").errors
        let result = try submit("--language", "tk")
        #expect(result.status == 1)
        #expect(result.errors.contains("Hiç zat ýazga geçirilmedi."))
        #expect(result.errors.components(separatedBy: "ýalňyşlyk:").count > 5, "\(result.errors)")
        #expect(!result.errors.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(result.errors)")
        let common = Set(words(english)).intersection(words(result.errors)).subtracting(names())
            .subtracting(["köp", "hawa", "ýok"])
        #expect(common.isEmpty, "\(common.sorted())\n\(result.errors)")
    }

    @Test("the agency's own language is taken where none is asked for")
    func ownLanguage() throws {
        try program.write("", to: "due.csv")
        #expect(try submit(agency: "moi").errors.contains("Ничего не записано."))
        #expect(try submit(agency: "moe").errors.contains("Hiç zat ýazga geçirilmedi."))
        #expect(try submit("--language", "en", agency: "moe").errors.contains("Nothing was stored."))
    }

    @Test("remarks of every command come in the language asked for")
    func remarks() throws {
        let published = try program.run(
            ["publish", "--out", "site", "--as-of", "2021-07-10", "--language", "ru"] + program.common()
        )
        #expect(published.errors.contains(", удалено: 0"), "\(published.errors)")
        let again = try program.run(["init", "--language", "tk"] + Array(program.common().dropLast(2)))
        #expect(again.errors.contains("nap.sqlite faýly eýýäm bar"), "\(again.errors)")
        let missing = try program.run(["template", "--agency", "mio", "--language", "ru"] + program.common())
        #expect(missing.errors.contains("не ведомство этого плана"), "\(missing.errors)")
    }

    @Test(
        "a check counts what it found in the forms of the language",
        arguments: [
            ("en", "1\u{A0}objective, 2\u{A0}activities"), ("ru", "1\u{A0}цель, 2\u{A0}мероприятия"),
            ("tk", "1\u{A0}maksat, 2\u{A0}çäre"),
        ]
    )
    func counted(language: String, counts: String) throws {
        let rules = Program.root.appendingPathComponent("rules").path
        let result = try program.nap("check", "plan.yaml", "--rules", rules, "--language", language)
        #expect(result.status == 0)
        #expect(result.output.contains(counts), "\(result.output)")
    }

    @Test("a step that a report does not allow is named in words")
    func steps() throws {
        let review =
            "format: nap-reviews/1\nplan: small\nreviewer: moe\nreviews:\n  - {agency: moi, item: i-trained, period: 2021-H1, decision: verified}\n"
        try program.write(review, to: "review.yaml")
        let result = try program.run(["review", "review.yaml", "--language", "ru"] + program.common())
        #expect(result.errors.contains("ожидается: отправка, черновик"), "\(result.errors)")
        #expect(result.errors.contains("«подтверждение»"), "\(result.errors)")
    }
}
