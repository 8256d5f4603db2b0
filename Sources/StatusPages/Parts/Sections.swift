import Markup
import Rules

extension Markup {
    /// Writes a section under a heading of the second rank.
    mutating func section(
        _ title: String,
        id: String,
        class name: String? = nil,
        content: (inout Markup) -> Void
    ) {
        element(.section, name.map { .class($0) }, Attribute("aria-labelledby", id)) { page in
            page.element(.h2, .id(id), text: title)
            content(&page)
        }
        lineBreak()
    }

    /// Writes a paragraph.
    mutating func paragraph(_ text: String, class name: String? = nil) {
        element(.p, name.map { .class($0) }, text: text)
    }

    mutating func paragraph(_ pieces: [Inline], class name: String? = nil) {
        element(.p, name.map { .class($0) }) { $0.inlines(pieces) }
    }

    /// Writes how items are distributed over the statuses: a bar, which is for the eye, and its table.
    mutating func distribution(_ distribution: Distribution) {
        guard distribution.total > 0 else { return }
        element(.figure, .class("distribution")) { page in
            page.element(.figcaption) { page in
                page.element(.strong, text: distribution.title)
                page.text(" ")
                page.element(.span, .class("note"), text: distribution.coverage)
            }
            page.distributionBar(distribution)
            page.element(.ul, .class("legend")) { page in
                for share in distribution.shares {
                    page.element(.li) { page in
                        page.status(share.mark)
                        page.text(" ")
                        page.element(.span, .class("legend-count"), text: share.countText)
                        page.text(" ")
                        page.element(.span, .class("note"), text: share.percent)
                    }
                }
            }
        }
    }

    /// Writes a small bar with the number of each status, whose words are for screen readers and pointers.
    mutating func shares(_ distribution: Distribution) {
        guard distribution.total > 0 else {
            element(.span, .class("nothing"), text: "–")
            return
        }
        distributionBar(distribution)
        counts(distribution)
    }

    /// Writes the number of each status with its shape, whose word is for screen readers and pointers.
    mutating func counts(_ distribution: Distribution) {
        element(.span, .class("shares")) { page in
            for share in distribution.shares {
                page.element(
                    .span,
                    .class("share ink-\(share.mark.color.rawValue)"),
                    Attribute("title", share.mark.title.text)
                ) { page in
                    page.symbol(share.mark.symbol)
                    page.text(share.countText)
                    page.element(.span, .class("visually-hidden"), .language(of: share.mark.title)) {
                        $0.text(" " + share.mark.title.text + "; ")
                    }
                }
            }
        }
    }

    /// Writes a bar of shares, hidden from screen readers since the words say the same.
    mutating func distributionBar(_ distribution: Distribution) {
        element(
            .svg,
            .class("bar"),
            Attribute("viewBox", "0 0 100 10"),
            Attribute("preserveAspectRatio", "none"),
            Attribute("aria-hidden", "true")
        ) { svg in
            var x = 0.0
            for share in distribution.shares {
                let width = 100 * Double(share.count) / Double(max(1, distribution.total))
                svg.empty(
                    .rect,
                    .class("fill-\(share.mark.color.rawValue)"),
                    .number("x", x),
                    .number("width", width),
                    Attribute("height", "10")
                )
                x += width
            }
        }
    }

    /// Writes how much of something is done, as a bar for the eye; a line across it marks another share.
    mutating func meter(_ share: Double, color: String, mark: Double? = nil) {
        element(
            .svg,
            .class("meter"),
            Attribute("viewBox", "0 0 100 6"),
            Attribute("preserveAspectRatio", "none"),
            Attribute("aria-hidden", "true")
        ) { svg in
            svg.empty(.rect, .class("track"), Attribute("width", "100"), Attribute("height", "6"))
            svg.empty(
                .rect,
                .class(color),
                .number("width", 100 * min(max(share, 0), 1)),
                Attribute("height", "6")
            )
            if let mark {
                svg.empty(
                    .rect,
                    .class("meter-mark"),
                    .number("x", 99 * min(max(mark, 0), 1)),
                    Attribute("width", "1"),
                    Attribute("height", "6")
                )
            }
        }
    }
}
