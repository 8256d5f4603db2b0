import Diagnostics
import Markup

extension Markup {
    /// A cell of a table, with the head of its column for screens on which each row becomes a card.
    mutating func cell(_ heading: String, _ value: String) {
        cell(heading) { $0.text(value) }
    }

    mutating func cell(_ heading: String, content: (inout Markup) -> Void) {
        element(.td, Attribute("data-label", heading), content: content)
    }

    /// A line of a form: label, field, and what is wrong with it.
    mutating func field(
        _ name: String,
        label: String,
        type: String = "text",
        value: String,
        hint: String? = nil,
        problems: [ReportForm.Problem] = [],
        id: String? = nil,
        _ attributes: Attribute?...
    ) {
        let id = id ?? name
        let isWrong = problems.contains { $0.severity == .error }
        element(.div, .class(isWrong ? "field field-wrong" : "field")) { page in
            page.element(.label, Attribute("for", id), text: label)
            page.fieldNotes(id, hint: hint, problems: problems)
            page.input(
                [
                    .id(id), Attribute("name", name), Attribute("type", type),
                    type == "file" ? nil : Attribute("value", value), page.described(id, hint, problems),
                    isWrong ? Attribute("aria-invalid", "true") : nil,
                ] + attributes
            )
        }
    }

    /// A text of several lines.
    mutating func area(
        _ name: String,
        label: String,
        value: String,
        rows: Int = 3,
        hint: String? = nil,
        problems: [ReportForm.Problem] = [],
        id: String? = nil
    ) {
        let id = id ?? name
        element(.div, .class(problems.contains { $0.severity == .error } ? "field field-wrong" : "field")) { page in
            page.element(.label, Attribute("for", id), text: label)
            page.fieldNotes(id, hint: hint, problems: problems)
            page.element(
                .textarea,
                .id(id),
                Attribute("name", name),
                Attribute("rows", "\(rows)"),
                Attribute("maxlength", "10000"),
                page.described(id, hint, problems),
                problems.contains { $0.severity == .error } ? Attribute("aria-invalid", "true") : nil,
                text: value
            )
        }
    }

    /// A choice of one.
    mutating func choice(
        _ name: String,
        label: String,
        value: String,
        options: [(value: String, title: String)],
        hint: String? = nil,
        problems: [ReportForm.Problem] = [],
        id: String? = nil
    ) {
        let id = id ?? name
        element(.div, .class(problems.contains { $0.severity == .error } ? "field field-wrong" : "field")) { page in
            page.element(.label, Attribute("for", id), text: label)
            page.fieldNotes(id, hint: hint, problems: problems)
            page.element(
                .select,
                .id(id),
                Attribute("name", name),
                page.described(id, hint, problems),
                problems.contains { $0.severity == .error } ? Attribute("aria-invalid", "true") : nil
            ) { page in
                for option in options {
                    page.element(
                        .option,
                        Attribute("value", option.value),
                        option.value == value ? Attribute("selected") : nil,
                        text: option.title
                    )
                }
            }
        }
    }

    mutating func fieldNotes(_ name: String, hint: String?, problems: [ReportForm.Problem]) {
        if let hint { element(.p, .class("hint"), .id("\(name)-hint"), text: hint) }
        self.problems(problems, id: "\(name)-problem")
    }

    /// What is wrong or doubtful, the worst first in looks.
    mutating func problems(_ problems: [ReportForm.Problem], id: String? = nil) {
        guard !problems.isEmpty else { return }
        let isWrong = problems.contains { $0.severity == .error }
        element(.div, .class(isWrong ? "problem" : "problem problem-doubt"), id.map { .id($0) }) { page in
            for problem in problems { page.element(.p, text: problem.text) }
        }
    }

    /// Ties a field to what is said about it, for readers who hear the page.
    func described(_ name: String, _ hint: String?, _ problems: [ReportForm.Problem]) -> Attribute? {
        let ids = (hint == nil ? [] : ["\(name)-hint"]) + (problems.isEmpty ? [] : ["\(name)-problem"])
        return ids.isEmpty ? nil : Attribute("aria-describedby", ids.joined(separator: " "))
    }

    private mutating func input(_ attributes: [Attribute?]) { empty(.input, attributes) }
}
