import Foundation
import Testing

@Suite("A file of the services that may vouch for people")
struct IdentityProviderTests {
    private let program: Program

    init() throws { program = try Program() }

    private static let title = "{en: Ministry, ru: Министерство, tk: Ministrlik}"

    private static func provider(_ lines: String...) -> String {
        "format: nap-identity/1\nproviders:\n" + lines.map { "  \($0)\n" }.joined()
    }

    private static let start = "- {id: moi, title: \(title), client: nap, issuer: "

    /// Files that are wrong, with what is said of them and in which line.
    private static let faults: [(text: String, line: Int, identifier: String)] = [
        ("", 1, "empty-file"),
        ("format: nap-identity/2\nproviders: []\n", 1, "unknown-word"),
        ("format: nap-identity/1\nproviders: []\n", 2, "empty-list"),
        ("format: nap-identity/1\n", 1, "missing-key"),
        (provider("- {id: moi, title: \(title), client: nap}"), 3, "missing-key"),
        (provider("- {id: moi, title: \(title), issuer: 'https://a.example.org'}"), 3, "missing-key"),
        (provider("- {id: Moi, title: \(title), client: nap, issuer: 'https://a.example.org'}"), 3, "bad-identifier"),
        (provider(start + "'http://login.example.org'}"), 3, "malformed-value"),
        (provider(start + "'https://login.example.org/?tenant=1'}"), 3, "malformed-value"),
        (provider(start + "'https://nap@login.example.org/'}"), 3, "malformed-value"),
        (provider(start + "'https://a.example.org', secret: hunter2}"), 3, "unknown-key"),
        (provider(start + "'https://a.example.org', secret-file: none.secret}"), 3, "file-not-found"),
        (provider(start + "'https://a.example.org', secret-file: empty.secret}"), 3, "empty-value"),
        (provider(start + "'https://a.example.org'}", start + "'https://b.example.org'}"), 4, "duplicate-identifier"),
        (
            provider(
                start + "'https://a.example.org'}",
                "- {id: moe, title: \(title), client: nap, issuer: 'https://a.example.org'}"
            ), 4, "duplicate-issuer"
        ),
    ]

    @Test("every mistake in it is told with its line, and nobody is served meanwhile", arguments: faults.indices)
    func mistakes(number: Int) throws {
        let (text, line, identifier) = Self.faults[number]
        try program.write(text, to: "identity.yaml")
        try program.write("\n", to: "empty.secret")
        let result = try serve()
        #expect(result.status == 1)
        #expect(result.errors.contains("[\(identifier)]"), "\(result.errors)")
        #expect(result.errors.contains("identity.yaml:\(line):"), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("a file that is not there, or no text, is told")
    func unreadable() throws {
        #expect(try serve().errors.contains("[file-not-found]"))
        try program.write(Data([0xFF, 0xFE, 0x00]), to: "identity.yaml")
        let result = try serve()
        #expect(result.status == 1)
        #expect(result.errors.contains("identity.yaml"), "\(result.errors)")
    }

    @Test("all mistakes are told at once")
    func together() throws {
        try program.write(Self.provider("- {id: Moi, title: x, client: '', issuer: ftp}"), to: "identity.yaml")
        let errors = try serve().errors
        for identifier in ["bad-identifier", "empty-value", "malformed-value"] {
            #expect(errors.contains("[\(identifier)]"), "\(errors)")
        }
    }

    /// Without a ledger, so that nothing is served even where the file is taken.
    private func serve() throws -> Program.Result {
        try program.run(["serve", "--identity-providers", "identity.yaml", "--port", "1"] + program.common())
    }
}
