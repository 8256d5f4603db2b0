import ActionPlan
import Language
import Markup
import Rules

/// Where in the ledger the reports on an item stand, and how to check that they do.
struct LedgerHistory: Sendable {
    var table: Table
    /// How to check it, as sentences with commands in them.
    var proof: [[Inline]]
}

extension PageContext {
    /// The entries about an item's reports; nil where the ledger is not at hand, or has none.
    ///
    /// In public only entries of what is shown are named: numbers of entries that are kept back, or of versions before,
    /// would tell that there is something.
    func ledgerHistory(of item: ItemID) -> LedgerHistory? {
        guard site.hasLedger else { return nil }
        let isPublic = site.edition == .public
        var rows: [(number: Int, row: Table.Row)] = []
        for period in site.periods(of: item) {
            for part in period.reports {
                guard let record = part.record else { continue }
                var entries = site.entries(of: record.key)
                if isPublic {
                    guard period.state != .withheld, part.state != .withheld else { continue }
                    entries = Self.shown(entries, of: record)
                }
                for entry in entries { rows.append((entry.number, row(entry, period.period, item, isPublic))) }
            }
        }
        guard !rows.isEmpty else { return nil }
        return LedgerHistory(
            table: Table(
                caption: words("History in the ledger"),
                columns: [
                    Table.Column(words("Entry"), isNumeric: false), Table.Column(words("What happened")),
                    Table.Column(words("Period"), .period),
                ] + (isPublic ? [] : [Table.Column(words("By whom"), .name)]) + [
                    Table.Column(words("When"), .date), Table.Column(words("Taken up on"), .date),
                ],
                rows: rows.sorted { $0.number < $1.number }.map(\.row)
            ),
            proof: proof(item, isPublic)
        )
    }

    /// The entry that sent the version shown, and the one that reviewed it.
    private static func shown(_ entries: [LedgerStanding.Entry], of record: ReportRecord) -> [LedgerStanding.Entry] {
        guard let version = record.versions.last else { return [] }
        let sent = entries.last { !$0.kind.isReview && $0.moment == version.submitted }
        let reviewed = record.reviews.last.flatMap { review in
            entries.last { $0.kind == .verify && $0.moment == review.reviewed }
        }
        return [sent, reviewed].compactMap(\.self)
    }

    private func row(
        _ entry: LedgerStanding.Entry,
        _ period: ReportingPeriod,
        _ item: ItemID,
        _ isPublic: Bool
    ) -> Table.Row {
        Table.Row(
            [
                Table.Cell(.text(writing.number(entry.number))), Table.Cell(.text(words.name(of: entry.kind))),
                Table.Cell(.phrase(name(of: period, for: item))),
            ]
                + (isPublic
                    ? [] : [Table.Cell(reviewer(entry.party.id), .note(words.name(of: entry.party.role)))]) + [
                    Table.Cell(moment(entry.moment)), Table.Cell(moment(entry.recorded)),
                ]
        )
    }

    private func proof(_ item: ItemID, _ isPublic: Bool) -> [[Inline]] {
        if isPublic {
            return [
                [
                    .text(
                        words(
                            "Each number is the place of an entry in the ledger, which keeps everything that was sent. Whoever sent a report has a receipt, by which anyone can check the entry without trusting the ledger:"
                        )
                    ), .code("nap verify"),
                ],
                [
                    .text(
                        words(
                            "No digest of the ledger is shown here: small figures could be guessed by trying which of them fits it."
                        )
                    )
                ],
            ]
        }
        return [
            [
                .text(words("A receipt proves an entry years later, offline, and without trust in the ledger:")),
                .code("nap receipt \(item) --period … --agency … --key …"), .text(words("and then")),
                .code("nap verify"),
            ],
            [
                .text(words("The whole ledger against its root:")), .code("nap ledger verify"),
                .link(Phrase(words("Size and root of the ledger")), link(.about, fragment: "ledger")),
            ],
        ]
    }
}

extension Catalogue {
    func name(of kind: ReportEvent.Kind) -> String {
        switch kind {
        case .draft: self("Draft")
        case .submit: self("Report sent")
        case .return: self("Returned to the agency")
        case .verify: self("Verified")
        case .correct: self("Correction sent")
        case .withdraw: self("Withdrawn by the agency")
        }
    }

    func name(of role: Party.Role) -> String {
        switch role {
        case .agency: self("as the agency")
        case .reviewer: self("as the reviewer")
        case .secretariat: self("as the secretariat")
        case .chair: self("as the chair")
        }
    }
}

extension Markup {
    /// Writes where in the ledger reports stand, folded.
    mutating func history(_ history: LedgerHistory, title: String, summary: String) {
        section(title, id: "history") { page in
            for line in history.proof { page.paragraph(line) }
            page.element(.details) { page in
                page.element(.summary, text: summary)
                page.table(history.table)
            }
        }
    }
}
