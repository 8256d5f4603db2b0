import ActionPlan
import Language
import Markup

extension PageContext {
    /// The pages above an item, from the overview down.
    func trail(to id: ItemID) -> [Inline] {
        [.link(Phrase(words("Overview")), link(.overview))] + site.plan.ancestors(of: id).map { item($0) }
    }
}

extension Markup {
    /// Writes the head of an item's page: what it is, its title, its marks.
    mutating func itemHead(kind: [Inline], title: Phrase, marks: [Inline]) {
        element(.header, .class("page-head")) { page in
            page.element(.p, .class("kind")) { page in
                page.inlines(kind)
                if !marks.isEmpty { page.text(" ") }
                page.inlines(marks)
            }
            page.element(.h1, .language(of: title), text: title.text)
        }
        lineBreak()
    }

    mutating func explanations(_ explanations: [Explanation], words: Catalogue) {
        if explanations.isEmpty { paragraph(words("No rule pack says anything about it."), class: "nothing") }
        for explanation in explanations {
            self.explanation(explanation)
        }
    }
}
