import ActionPlan
import Language
import Markup
import Rules

/// Where the data come from and under which terms they may be used.
struct AboutPage: Sendable {
    var frame: Frame
    var title: Phrase
    var facts: Facts
    var description: Phrase?
    var sources: [[Inline]]
    var amendments: [[Inline]]
    var meetings: [[Inline]]

    init(_ context: PageContext) {
        let words = context.words
        let plan = context.plan
        let assessment = context.assessment
        title = Phrase(words("About the data"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        description = plan.description.map { context.phrase($0) }
        facts = Facts()
        facts.add(words("Plan"), .phrase(context.phrase(plan.title)))
        facts.add(words("Adopted"), plan.adopted.map { .phrase(context.phrase($0)) })
        facts.add(words("Days of the plan"), context.day(plan.days.start), .text("–"), context.day(plan.days.end))
        facts.add(words("Version of its description"), .text(plan.version))
        facts.add(words("As of"), context.day(assessment.asOf))
        facts.add(words("Reports received up to"), .text(assessment.knownAt.description))
        facts.add(
            words("Edition"),
            .text(
                assessment.edition == .public
                    ? words("Public edition") : words("Internal edition, not for publication")
            )
        )
        facts.add(words("Protection of persons"), .text(Self.protection(plan.disclosure, words)))
        facts.add(
            words("Licence"),
            context.site.options.branding.licence.map { licence in
                let title = context.phrase(licence.title)
                return licence.url.flatMap { Link(external: $0) }.map { .external(title, $0) } ?? .phrase(title)
            } ?? .note(words("not stated"))
        )
        facts.add(words("Publisher"), context.site.options.branding.publisher.map { .phrase(context.phrase($0)) })
        facts.add(words("Contact"), lines: context.site.options.branding.contact.map { [context.contact($0)] } ?? [])
        facts.add(words("Made with"), .text("nap" + (context.site.options.programVersion.map { " \($0)" } ?? "")))
        facts.add(words("The plan is known from"), lines: [context.provenance(plan.provenance)])
        if !plan.awaitingReview.isEmpty {
            facts.add(
                words("Texts that await review by a native reader"),
                lines: plan.awaitingReview.map { tag in
                    [.phrase(Phrase(WrittenLanguage(rawValue: tag)?.ownName ?? tag, language: tag))]
                }
            )
        }
        sources = plan.sources.map { source in
            var line: [Inline] = [context.source(source)]
            if let publisher = source.publisher { line += [.text("·"), .phrase(context.phrase(publisher))] }
            if let date = source.date { line += [.text("·"), context.day(date)] }
            return line
        }
        amendments = plan.amendments.map { amendment in
            [
                .text(words("in force from")), context.day(amendment.inForce), .text("·"),
                .phrase(context.phrase(amendment.title)),
            ] + (amendment.decision.map { [.text("·"), .phrase(context.phrase($0))] } ?? [])
                + context.provenance(amendment.provenance)
        }
        meetings = plan.meetings.map { meeting in
            [context.day(meeting.date)] + (meeting.title.map { [.phrase(context.phrase($0))] } ?? [])
                + context.provenance(meeting.provenance)
        }
    }

    private static func protection(_ policy: DisclosurePolicy, _ words: Catalogue) -> String {
        let threshold = words.language.number(policy.threshold)
        return policy.publishesZero
            ? words("In the public edition, counts of persons below {1} are withheld; a true zero is shown.", threshold)
            : words("In the public edition, counts of persons below {1} are withheld, zero among them.", threshold)
    }
}
