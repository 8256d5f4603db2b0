import ActionPlan
import Language
import Markup
import Rules

/// The verdict shown first of an item: the status, why, and what to do.
struct VerdictSummary: Sendable {
    var status: StatusMark
    var because: Phrase
    /// What it would be if all that is not known stood best, or worst.
    var bounds: [Inline]
    var advice: Phrase?
    /// Which pack says so.
    var source: [Inline]
}

extension PageContext {
    /// What stands first of an item.
    ///
    /// - Parameters:
    ///   - verdicts: what packs said about it.
    ///   - isArranged: whether somebody is to report on it.
    /// - Returns: nil where no pack says anything.
    func summary(_ verdicts: ItemVerdicts?, isArranged: Bool = true) -> VerdictSummary? {
        guard let verdict = verdicts?.headline else { return nil }
        let status = site.statuses[verdict.status]
        return VerdictSummary(
            status: mark(verdict.status),
            because: phrase(verdict.because),
            bounds: verdict.bounds.map { bounds($0) } ?? [],
            advice: status.flatMap { advice(for: $0, isArranged: isArranged) },
            source: source(of: verdict)
        )
    }

    /// The best and the worst case that missing data allow.
    func bounds(_ bounds: Verdict.Bounds) -> [Inline] {
        bounds.best == bounds.worst
            ? [.text(words("Missing data cannot change it."))]
            : [
                .text(words("With what is not known it may stand anywhere between")), .status(mark(bounds.worst)),
                .text(words("and")),
                .status(mark(bounds.best)),
            ]
    }

    /// The pack and rule that gave a verdict, linked to where they are explained.
    func source(of verdict: Verdict) -> [Inline] {
        let summary = site.packs.first { $0.pack.id == verdict.pack }
        let title = summary.map { phrase($0.pack.title) } ?? Phrase(verdict.pack)
        return [.link(title, link(.method, fragment: "pack-\(verdict.pack)"))]
    }
}

extension Markup {
    mutating func summary(_ summary: VerdictSummary?, advice: String) {
        guard let summary else { return }
        element(.div, .class("standing standing-\(summary.status.color.rawValue)")) { page in
            page.element(.p, .class("standing-status")) { $0.status(summary.status) }
            page.element(.p, .class("standing-because"), .language(of: summary.because), text: summary.because.text)
            if !summary.bounds.isEmpty { page.paragraph(summary.bounds, class: "standing-bounds") }
            if let wording = summary.advice {
                page.element(.p, .class("standing-advice")) { page in
                    page.element(.strong, text: advice)
                    page.text(" ")
                    page.phrase(wording)
                }
            }
        }
    }
}
