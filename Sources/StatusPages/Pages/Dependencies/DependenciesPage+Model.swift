import ActionPlan
import Charts
import Language
import Rules

/// Which activities wait for which, and what late ones hold up.
struct DependenciesPage: Sendable {
    var frame: Frame
    var title: Phrase
    /// What holds up others, or may; only on the first page.
    var blockers: Table?
    /// Whether this is the first page, where it is said that nothing is held up.
    var isFirst: Bool
    var parts: [Part]
    var pager: [Inline]?

    /// Activities that hang together.
    struct Part: Sendable {
        var fragment: String
        var heading: String
        var chart: ChartPair
        var table: Table
    }

    /// How many activities a page shows, at least.
    static let length = 60

    init(_ number: Int, _ context: PageContext) {
        let words = context.words
        title = Phrase(words("Dependencies"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        let pages = context.site.dependencyPages
        let shown = pages.indices.contains(number - 1) ? pages[number - 1] : []
        isFirst = number == 1
        blockers = isFirst ? Self.blockers(context) : nil
        parts = shown.map { Self.part($0.number, $0.chain, context) }
        pager = context.pager(pages.count, current: number) { .dependencies($0) }
    }

    private static func blockers(_ context: PageContext) -> Table? {
        let found = context.site.dependencies.blockers.prefix(100)
        guard !found.isEmpty else { return nil }
        let words = context.words
        return Table(
            caption: words("What holds up others, or may"),
            columns: [
                Table.Column(words("Activity")), Table.Column(words("How it stands"), .marked),
                Table.Column(words("To be finished"), .date), Table.Column(words("Who has to finish it"), .name),
                Table.Column(words("What waits for it"), .words),
            ],
            rows: found.map { blocker in
                let further = blocker.further.map { [.note(words("further on:"))] + context.heading(.activity($0)) }
                return Table.Row([
                    Table.Cell(line: context.heading(.activity(blocker.activity))),
                    Table.Cell(context.status(of: blocker.activity)),
                    Table.Cell(lines: Self.due(blocker, context)),
                    Table.Cell(line: [context.lead(of: blocker.activity)]),
                    Table.Cell(lines: blocker.waiting.map { context.heading(.activity($0)) } + further),
                ])
            }
        )
    }

    private static func due(_ blocker: Dependencies.Blocker, _ context: PageContext) -> [[Inline]] {
        guard let due = blocker.due else { return [] }
        return [[context.day(due)]]
            + (blocker.isLate ? [[.note(context.daysLate(context.site.asOf - due))]] : [])
    }

    private static func part(_ number: Int, _ chain: Dependencies.Chain, _ context: PageContext) -> Part {
        let words = context.words
        let heading = words("Chain {1}", context.writing.number(number))
        let isIllustrative = chain.places.contains { context.site.isIllustrative($0.activity) }
        let frame = ChartFrame(
            id: "chain-\(number)-chart",
            title: heading,
            description: words(
                "Each activity stands below what it waits for, with a line from there. The table below says the same."
            ),
            mark: isIllustrative ? words("Illustrative") : nil
        )
        let chart = DependencyChart(
            frame: frame,
            rows: chain.places.map { row($0, context) },
            texts: DependencyChart.Texts(
                waits: words("waits for it"),
                heldUp: words("waits for something that should be finished")
            )
        )
        return Part(
            fragment: "chain-\(number)",
            heading: heading,
            chart: ChartPair(frame) { frame, page in
                var chart = chart
                chart.frame = frame
                chart.write(into: &page)
            },
            table: table(chain, heading, context)
        )
    }

    private static func row(_ place: Dependencies.Place, _ context: PageContext) -> DependencyChart.Row {
        let status = context.site.status(of: place.activity)
        let title = context.site.plan.title(of: place.activity).map { context.phrase($0).text }
        return DependencyChart.Row(
            label: (context.code(of: place.activity).map { $0 + " " } ?? "") + (title ?? place.activity.rawValue),
            detail: [status.map { context.phrase($0.title).text }, context.finishing(place.activity)]
                .compactMap(\.self).joined(separator: " · "),
            symbol: status?.symbol.drawn,
            style: "ink-\(status?.color.rawValue ?? "grey")",
            depth: place.depth,
            waitsFor: place.waitsFor,
            isLate: Dependencies.isLate(place.activity, context.site)
        )
    }

    private static func table(_ chain: Dependencies.Chain, _ caption: String, _ context: PageContext) -> Table {
        let words = context.words
        return Table(
            caption: caption,
            columns: [
                Table.Column(words("Activity")), Table.Column(words("Status"), .marked),
                Table.Column(words("When"), .period),
                Table.Column(words("Lead agency"), .name), Table.Column(words("Waits for"), .words),
            ],
            rows: chain.places.map { place in
                Table.Row([
                    Table.Cell(line: context.heading(.activity(place.activity))),
                    Table.Cell(context.status(of: place.activity)),
                    Table.Cell(lines: context.finishing(place.activity).map { [[.text($0)]] } ?? []),
                    Table.Cell(context.lead(of: place.activity)),
                    Table.Cell(
                        lines: place.waitsFor.map { position in
                            let before = chain.places[position].activity
                            return context.heading(.activity(before)) + [context.standing(ofAwaited: before)]
                        }
                    ),
                ])
            }
        )
    }
}

extension PageContext {
    /// The agency that leads an item, or that the plan names nobody.
    func lead(of id: ItemID) -> Inline {
        site.plan.lead(of: id).map { agency($0) }
            ?? .note(words("The plan names nobody"))
    }

    /// By when an activity is to be finished, or how late it is; nil where the plan says nothing of that.
    func finishing(_ id: ItemID) -> String? {
        guard let timing = site.plan.activity(id)?.timing else { return nil }
        switch timing.kind {
        case .permanent: return words("All the time")
        case .recurring(let interval): return words.name(of: interval)
        case .fixed:
            let by = words("by {1}", writing.shortDate(timing.days.end))
            guard Dependencies.isLate(id, site) else { return by }
            return by + ", " + daysLate(site.asOf - timing.days.end)
        }
    }

    /// How something stands that others wait for.
    func standing(ofAwaited id: ItemID) -> Inline {
        if Dependencies.isFinished(id, site) { return .tag(words("Finished"), kind: .good) }
        if Dependencies.isLate(id, site) { return .tag(words("Should be finished"), kind: .error) }
        return .tag(words("Not finished yet"), kind: .plain)
    }
}
