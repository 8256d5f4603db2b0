import ActionPlan
import Diagnostics
import Testing

@Suite("Plan files of every kind")
struct FixtureTests {
    @Test(
        "a plan with a mistake is told exactly that mistake, at its place",
        arguments: Fixtures.files(in: "invalid/plans")
    )
    func invalid(file: String) throws {
        let (plan, diagnostics) = PlanLoader.load([try Fixtures.source(file)])
        let expected = try Fixtures.expectations(of: file)
        #expect(!expected.isEmpty, "\(file) does not say what is wrong with it")
        #expect(diagnostics.map(\.brief) == expected, "\(TextRenderer().render(diagnostics))")
        #expect((plan == nil) == diagnostics.hasErrors)
    }

    @Test("a plan without a mistake is read without a word", arguments: Fixtures.files(in: "valid/plans"))
    func valid(file: String) throws {
        let (plan, diagnostics) = PlanLoader.load([try Fixtures.source(file)])
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        #expect(plan != nil)
    }

    @Test("there are fixtures")
    func present() {
        #expect(Fixtures.files(in: "invalid/plans").count > 130)
        #expect(Fixtures.files(in: "valid/plans").count >= 6)
    }

    @Test("every diagnostic has a name in kebab-case, a short sentence and no full stop")
    func style() throws {
        for file in Fixtures.files(in: "invalid/plans") {
            for diagnostic in PlanLoader.load([try Fixtures.source(file)]).diagnostics {
                let name = diagnostic.identifier.utf8
                #expect(name.allSatisfy { (97...122).contains($0) || $0 == 45 || (48...57).contains($0) })
                for message in [diagnostic.message, diagnostic.expected, diagnostic.hint].compactMap(\.self) {
                    #expect(!message.pattern.hasSuffix("."), "\(message)")
                    #expect(message.pattern.utf8.count <= 120, "\(message)")
                }
                #expect(diagnostic.span != nil, "\(diagnostic.message) stands nowhere")
            }
        }
    }
}
