import ActionPlan
import Language
import Ledger
import Rules

/// The life of a figure, told to a person: report by report, each with what happened to it.
struct HistoryText {
    private let names: HistoryNames
    private let words: HistoryWords

    init(_ names: HistoryNames) {
        self.names = names
        words = HistoryWords(names)
    }

    /// One entry in one line, as where it stands alone.
    static func line(_ entry: LedgerEntry, language: String) -> String {
        let names = HistoryNames(on: entry.event.moment, language: language)
        let words = HistoryWords(names)
        let start = "\(entry.number)  \(names.time(entry.event.moment))  \(entry.event.party.id): "
        guard case .report(let report) = entry.event else { return start + words.what(entry.event) }
        let own = report.party.id == report.key.agency.rawValue ? "" : " \(report.key.agency)"
        return start + "\(words.step(report.action.kind)) \(report.key.item) \(report.key.period)\(own)"
            + words.said(report).map { " = \($0)" }.joined() + words.reasons(report).map { "; \($0)" }.joined()
    }

    /// All that happened to the reports on an item, period by period.
    func life(of item: ItemID, _ entries: [LedgerEntry]) -> String {
        var lines = [names.title(of: item).map { "\($0) (\(item))" } ?? item.rawValue]
        var reports: [ReportKey: [(number: Int, event: ReportEvent)]] = [:]
        for entry in entries {
            guard case .report(let event) = entry.event else { continue }
            reports[event.key, default: []].append((entry.number, event))
        }
        for key in reports.keys.sorted() {
            lines.append("")
            lines.append("\(names.period(key.period, of: item)) · \(names.body(key.agency.rawValue))")
            for (number, event) in reports[key] ?? [] { lines += step(number, event) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What happened at one time: a line, and below it what else was said.
    private func step(_ number: Int, _ event: ReportEvent) -> [String] {
        let time = "  \(names.time(event.moment))  "
        let by = event.party.id == event.key.agency.rawValue ? "" : ", \(names.body(event.party.id))"
        let said = words.said(event)
        let first = words.step(event.action.kind) + by + (said.first.map { ": \($0)" } ?? "")
        let rest = said.dropFirst() + words.reasons(event) + words.particulars(event)
        let margin = String(repeating: " ", count: time.count)
        return ["\(time)\(first)  [\(number)]"] + rest.map { margin + $0 }
    }
}
