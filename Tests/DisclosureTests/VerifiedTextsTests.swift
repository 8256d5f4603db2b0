import ActionPlan
import Rules
import Testing

@testable import Disclosure

@Suite("Texts of qualitative indicators")
struct VerifiedTextsTests {
    private func period(_ text: LocalizedText, texts: String, isVerified: Bool = true) throws -> PeriodAssessment {
        var plan = PublicPlan()
        plan.texts = texts
        plan.report("story", "2020-H1", .value(.text(text)))
        if !isVerified { plan.records[0].reviews = [] }
        return try plan.published().indicator("story").periods[0]
    }

    private let quiet = LocalizedText("The shelter opened in spring.", language: "en")

    @Test("they are withheld where the plan says nothing of them")
    func standard() throws {
        #expect(try period(quiet, texts: "withhold").state == .withheld)
    }

    @Test("where the plan says so, those that a reviewer verified are shown, and nothing else of the report")
    func verified() throws {
        let shown = try period(quiet, texts: "publish-verified")
        #expect(shown.value == .text(quiet))
        #expect(everything(in: shown).contains("The shelter opened"))
        #expect(!everything(in: shown).contains("SECRET"))
        #expect(try period(quiet, texts: "publish-verified", isVerified: false).state == .withheld)
    }

    @Test(
        "one that names a number in any of its languages is withheld",
        arguments: [
            ("en", "It housed 3 people."), ("en", "Two sisters came."), ("ru", "Помощь получили трое."),
            ("ru", "Обратилась одна женщина."), ("tk", "Iki zenan geldi."), ("tk", "Ýeke çaga."), ("en", "Room Ⅲ"),
            ("fr", "Deux sœurs."),
        ]
    )
    func numbers(language: String, text: String) throws {
        let both = LocalizedText([quiet.entries[0], .init(language: language, text: text)])
        #expect(VerifiedTexts.namesNumber(text, in: language))
        #expect(try period(both, texts: "publish-verified").state == .withheld)
    }

    @Test("a word in which a number's word is only a part is none", arguments: ["Someone wrote often.", "Tenancy"])
    func parts(text: String) {
        #expect(!VerifiedTexts.namesNumber(text, in: "en"))
        #expect(!VerifiedTexts.namesNumber("Открыт приют", in: "ru"))
        #expect(!VerifiedTexts.namesNumber("Merkez açyldy", in: "tk"))
    }
}
