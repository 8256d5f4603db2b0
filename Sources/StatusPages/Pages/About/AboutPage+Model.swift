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
    var downloads: Table?
    var ledger: Facts
    var meetings: [[Inline]]

    init(_ context: PageContext) {
        let words = context.words
        let plan = context.plan
        title = Phrase(words("About the data"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        description = plan.description.map { context.phrase($0) }
        facts = Facts()
        facts.add(words("Plan"), .phrase(context.phrase(plan.title)))
        facts.add(words("Adopted"), plan.adopted.map { .phrase(context.phrase($0)) })
        facts.add(words("Days of the plan"), context.day(plan.days.start), .text("–"), context.day(plan.days.end))
        facts.add(words("Version of its description"), .text(plan.version))
        facts.add(words("As of"), context.day(context.site.asOf))
        facts.add(words("Reports received up to"), context.moment(context.site.knownAt))
        facts.add(
            words("Edition"),
            .text(
                context.site.edition == .public
                    ? words("Public edition") : words("Internal edition, not for publication")
            )
        )
        facts.add(words("Protection of persons"), .text(Self.protection(plan.disclosure, words)))
        facts.add(
            words("Licence"),
            context.site.branding.licence.map { licence in
                let title = context.phrase(licence.title)
                return licence.url.flatMap { Link(external: $0) }.map { .external(title, $0) } ?? .phrase(title)
            } ?? .note(words("not stated"))
        )
        facts.add(words("Publisher"), context.site.branding.publisher.map { .phrase(context.phrase($0)) })
        facts.add(words("Contact"), lines: context.site.branding.contact.map { [context.contact($0)] } ?? [])
        facts.add(words("Made with"), .text("nap" + (context.site.programVersion.map { " \($0)" } ?? "")))
        facts.add(words("The plan is known from"), lines: [context.provenance(plan.provenance)])
        if !plan.awaitingReview.isEmpty {
            facts.add(
                words("Texts that await review by a native reader"),
                lines: plan.awaitingReview.map { tag in
                    [.phrase(Phrase(WrittenLanguage(rawValue: tag)?.ownName ?? tag, language: tag))]
                }
            )
        }
        facts.add(words("To subscribe"), lines: context.feeds(of: nil))
        if context.site.edition == .public { frame.dataset = DatasetDescription(context).json }
        downloads = Self.downloads(context)
        ledger = Self.ledger(context)
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

    private static func downloads(_ context: PageContext) -> Table? {
        let words = context.words
        let files = context.site.options.downloads
        guard !files.isEmpty else { return nil }
        return Table(
            caption: words("Downloads"),
            columns: [
                Table.Column(words("File"), .name), Table.Column(words("What is in it"), .words),
                Table.Column(words("Size"), isNumeric: true), Table.Column("SHA-256", .words),
            ],
            rows: files.map { download in
                let name = download.file.path.split(separator: "/").last.map(String.init) ?? download.file.path
                let size = max(1, (download.file.bytes.count + 500) / 1000)
                return Table.Row([
                    Table.Cell(.link(Phrase(name), context.address.link(toAsset: download.file.path))),
                    Table.Cell(.text(words.name(of: download.content))),
                    Table.Cell(.note(words("{1} kB", words.language.number(size)))),
                    Table.Cell(.code(download.digest)),
                ])
            }
        )
    }

    /// The size and root of the ledger; in public only its size, since small figures could be found by trying which of
    /// them gives the root.
    private static func ledger(_ context: PageContext) -> Facts {
        var facts = Facts()
        guard let ledger = context.site.options.ledger else { return facts }
        let words = context.words
        facts.add(words("Name of the ledger"), .code(ledger.origin))
        facts.add(words("Entries"), .text(context.writing.number(ledger.size)))
        if context.site.edition == .internal { facts.add(words("Root (SHA-256, Base64)"), .code(ledger.root)) }
        facts.add(words("To check it"), .code("nap ledger verify"))
        return facts
    }

    private static func protection(_ policy: DisclosurePolicy, _ words: Catalogue) -> String {
        let threshold = words.language.number(policy.threshold)
        return policy.publishesZero
            ? words("In the public edition, counts of persons below {1} are withheld; a true zero is shown.", threshold)
            : words("In the public edition, counts of persons below {1} are withheld, zero among them.", threshold)
    }
}

extension Catalogue {
    func name(of content: SiteOptions.Download.Content) -> String {
        switch content {
        case .assessment: self("The whole assessment, for programs")
        case .items: self("Objectives, activities and indicators with their status")
        case .verdicts: self("What every rule pack says about every item, in words")
        case .figures: self("The figures of indicators, period by period, with their breakdown")
        case .findings: self("What a person should look at")
        }
    }
}
