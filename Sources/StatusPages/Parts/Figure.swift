import ActionPlan
import Markup

/// A figure, or why there is none: the states look different and read different.
struct Figure: Hashable, Sendable {
    var state: ValueState
    /// The value or the name of the state.
    var text: Phrase
    /// Something to add, such as the days it is late.
    var detail: String?

    init(_ state: ValueState, _ text: Phrase, detail: String? = nil) {
        self.state = state
        self.text = text
        self.detail = detail
    }
}

extension Markup {
    mutating func figure(_ figure: Figure) {
        element(.span, .class("figure figure-\(figure.state.rawValue)")) { page in
            page.element(.span, .class("figure-text"), .language(of: figure.text), text: figure.text.text)
            if let detail = figure.detail {
                page.text(" ")
                page.element(.span, .class("figure-detail"), text: detail)
            }
        }
    }
}
