import ActionPlan
import Foundation
import Language
import Testing

@testable import StatusPages

@Suite("The glossary")
struct GlossaryTests {
    @Test("every line of it is a section or a whole term in the three languages, and no word stands in it twice")
    func whole() {
        let glossary = Glossary.all
        let terms = glossary.sections.flatMap(\.terms)
        #expect(glossary.sections.count + terms.count == Glossary.table.split(separator: "\n").count)
        for language in WrittenLanguage.allCases {
            #expect(terms.allSatisfy { !$0.name(language).isEmpty && !$0.meaning(language).isEmpty })
            #expect(glossary.sections.allSatisfy { !$0.title(language).isEmpty })
        }
        #expect(Set(terms.map(\.name.english)).count == terms.count)
        #expect(Set(terms.map(\.meaning.russian)).count == terms.count)
    }

    @Test("the table for those who write plans and packs is the same list")
    func document() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/glossary.md")
            .standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasSuffix("\n" + Glossary.all.markdown), "docs/glossary.md is not as Glossary+Terms.swift has it")
    }

    @Test("what a state of a figure means is taken from it in each language")
    func states() {
        for language in WrittenLanguage.allCases {
            let words = Catalogue.pages(in: language.rawValue)
            #expect(words.meaning(of: .overdue) == Glossary.all.meaning(of: "overdue", in: language))
            #expect(words.meaning(of: .nilReport).count > 20)
        }
    }
}
