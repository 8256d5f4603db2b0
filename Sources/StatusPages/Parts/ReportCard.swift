import ActionPlan
import Language
import Markup
import Rules

/// The reports for a period.
struct PeriodReports: Sendable {
    var title: Phrase
    /// How many reports there are, in words.
    var count: String
    var cards: [ReportCard]
}

/// All that is known of one agency's report for a period: its versions and what reviewers decided.
struct ReportCard: Sendable {
    var fragment: String
    var heading: [Inline]
    var state: [Inline]
    var versions: [Version]

    struct Version: Sendable {
        var heading: [Inline]
        var facts: Facts
        /// What reviewers decided about it.
        var reviews: [[Inline]]
    }
}

extension PageContext {
    /// The reports of an item by period, the latest first.
    func reports(_ periods: [PeriodAssessment], of item: ItemID, measure: Measure?) -> [PeriodReports] {
        periods.reversed()
            .compactMap { period -> PeriodReports? in
                let cards = period.reports.compactMap { part -> ReportCard? in
                    guard let record = part.record else { return nil }
                    let versions = record.versions.filter { !$0.isDraft }
                    guard !versions.isEmpty else { return nil }
                    let isWithheld = period.state == .withheld || part.state == .withheld
                    return ReportCard(
                        fragment: Self.reportFragment(record.key),
                        heading: [.phrase(name(of: period.period, for: item)), .text("·"), agency(part.agency)],
                        state: [.text(words.name(of: record.state))],
                        versions: versions.reversed().map { version($0, record, measure, isWithheld: isWithheld) }
                    )
                }
                guard !cards.isEmpty else { return nil }
                return PeriodReports(
                    title: name(of: period.period, for: item),
                    count: words.count(cards.count, "report / reports"),
                    cards: cards
                )
            }
    }

    private func version(
        _ version: ReportVersion,
        _ record: ReportRecord,
        _ measure: Measure?,
        isWithheld: Bool
    ) -> ReportCard.Version {
        let content = version.content
        var facts = Facts()
        facts.add(
            words("Reported"),
            .figure(
                isWithheld
                    ? Figure(.withheld, Phrase(words.name(of: ValueState.withheld))) : figure(content, of: measure)
            )
        )
        if case .notApplicable(let reason) = content.body {
            facts.add(words("Why it does not apply"), .phrase(phrase(reason)))
        }
        facts.add(words("The agency claims"), content.claim.map { .status(mark($0)) })
        facts.add(
            words("Why it is off target"),
            content.variation.map { id in
                plan.variationReasons.first { $0.id == id }.map { .phrase(phrase($0.title)) } ?? .text(id)
            }
        )
        facts.add(words("Comment"), content.comment.map { .phrase(phrase($0)) })
        if let correction = version.correction {
            let reason = plan.correctionReasons.first { $0.id == correction.reason }
            facts.add(
                words("Why it was corrected"),
                reason.map { .phrase(phrase($0.title)) } ?? .text(correction.reason),
                correction.text.map { .phrase(phrase($0)) }
            )
        }
        facts.add(words("Evidence"), lines: content.evidence.map { evidence($0) })
        facts.add(words("Known from"), lines: [provenance(content.provenance)])
        return ReportCard.Version(
            heading: [
                .strong(Phrase(words("Version {1}", String(version.number)))), .text(words("sent on")),
                moment(version.submitted),
            ] + (content.provenance.isIllustrative ? [.illustrative(words("Illustrative"))] : []),
            facts: facts,
            reviews: record.reviews.filter { $0.version == version.number }.map { review($0) }
        )
    }

    private func review(_ review: Review) -> [Inline] {
        var pieces: [Inline] = [
            .strong(Phrase(words.name(of: review.decision))), moment(review.reviewed), .text("·"),
            reviewer(review.reviewer),
        ]
        if let verdict = review.verdict { pieces += [.text("·"), .status(mark(verdict))] }
        if let confidence = review.confidence { pieces += [.text("·"), .text(words.name(of: confidence))] }
        if let reason = review.reason { pieces += [.text("·"), .phrase(phrase(reason))] }
        if review.provenance.isIllustrative { pieces.append(.illustrative(words("Illustrative"))) }
        return pieces
    }
}

extension Markup {
    /// Writes the reports of an item; those of the latest period are open.
    mutating func reports(_ groups: [PeriodReports]) {
        for (position, group) in groups.enumerated() {
            element(.details, .class("period-reports"), position == 0 ? Attribute("open") : nil) { page in
                page.element(.summary) { page in
                    page.phrase(group.title)
                    page.text(" ")
                    page.element(.span, .class("note"), text: group.count)
                }
                page.element(.div, .class("cards")) { page in
                    for card in group.cards { page.reportCard(card) }
                }
            }
            lineBreak()
        }
    }

    private mutating func reportCard(_ card: ReportCard) {
        element(.article, .class("report"), .id(card.fragment)) { page in
            page.element(.h3) { $0.inlines(card.heading) }
            page.paragraph(card.state, class: "report-state")
            for version in card.versions {
                page.element(.div, .class("version")) { page in
                    page.paragraph(version.heading)
                    page.facts(version.facts)
                    if !version.reviews.isEmpty {
                        page.element(.ul, .class("reviews")) { page in
                            for review in version.reviews { page.element(.li) { $0.inlines(review) } }
                        }
                    }
                }
            }
        }
        lineBreak()
    }
}
