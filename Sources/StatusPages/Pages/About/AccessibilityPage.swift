import ActionPlan
import Language
import Markup
import Rules

/// For whom the pages can be read, what is known to be wanting, and whom to tell of more.
struct AccessibilityPage: Sendable {
    var frame: Frame
    var title: Phrase
    var introduction: [String]
    var facts: Facts
    var done: [String]
    var limits: [String]
    var contact: [[Inline]]

    init(_ context: PageContext) {
        let words = context.words
        title = Phrase(words("Accessibility statement"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        introduction = [
            words(
                "These pages are made to conform to WCAG 2.2, level AA. They need no scripts, load nothing from elsewhere, and can be read with the keyboard alone, at any size, in black and white and on paper."
            )
        ]
        facts = Facts()
        facts.add(words("Standard"), .text("WCAG 2.2 AA, EN 301 549"))
        facts.add(
            words("How it was tested"),
            .text(
                words(
                    "By a program (axe-core, and the checker of HTML) on every type of page, in every language, light and dark, on wide and narrow screens, with scripts off and with the keyboard alone. Readers with disabilities have not tested it yet."
                )
            )
        )
        facts.add(words("Made with"), .text("nap" + (context.site.programVersion.map { " \($0)" } ?? "")))
        done = [
            words(
                "No status is told by colour alone: each has a word and a shape. Every chart has a table with the same figures."
            ),
            words("Statuses keep apart for readers who see red and green alike."),
            words("On narrow screens and at 400% tables become cards; nothing has to be moved sideways."),
            words("Dark and light follow the settings of the device, and so do high contrast and forced colours."),
            words("Texts that are not in the language of the page are marked with theirs, for those who listen."),
            words("The search is a list that needs no script; where scripts may run, one looks through the list."),
        ]
        limits = [
            words("Charts are read out by their title and description; their figures stand in the table beside them."),
            words("Documents that reports refer to are kept elsewhere, and whether they are accessible is not known."),
        ]
        if !context.plan.awaitingReview.isEmpty {
            limits.append(words("Some texts await review by a native reader, and may be hard to understand."))
        }
        contact = []
        let branding = context.site.branding
        if let publisher = branding.publisher { contact.append([.phrase(context.phrase(publisher))]) }
        if let known = branding.contact { contact.append(context.contact(known)) }
    }

    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("For all readers"))], title: title, marks: [])
            for paragraph in introduction { page.paragraph(paragraph, class: "lead") }
            page.facts(facts)
            page.section(words("What was done for it"), id: "done") { $0.list(done) }
            page.section(words("What is known to be wanting"), id: "limits") { $0.list(limits) }
            page.section(words("If something cannot be read"), id: "contact") { page in
                page.paragraph(
                    words("Tell whoever publishes these pages which page it is and what is in the way.")
                )
                for line in contact { page.paragraph(line) }
                if contact.isEmpty { page.paragraph(words("No address is given here yet."), class: "nothing") }
            }
        }
    }
}

extension Markup {
    /// Writes sentences as a list.
    fileprivate mutating func list(_ sentences: [String]) {
        element(.ul) { page in
            for sentence in sentences { page.element(.li, text: sentence) }
        }
    }
}
