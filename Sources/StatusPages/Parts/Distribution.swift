import Language
import Markup
import Rules

/// How many items have which status, best first.
struct Distribution: Hashable, Sendable {
    var title: String
    var shares: [Share]
    var total: Int
    /// How much of it is judged, in words.
    var coverage: String

    struct Share: Hashable, Sendable {
        var mark: StatusMark
        var count: Int
        var countText: String
        var percent: String
    }
}

extension PageContext {
    func distribution(_ tally: Tally, title: String) -> Distribution {
        Distribution(
            title: title,
            shares: tally.byStatus.map { entry in
                Distribution.Share(
                    mark: mark(entry.status),
                    count: entry.count,
                    countText: writing.number(entry.count),
                    percent: tally.total > 0 ? writing.percent(Double(entry.count) / Double(tally.total)) : "–"
                )
            },
            total: tally.total,
            coverage: coverage(tally)
        )
    }

    /// How much of what could be judged is judged: `38 of 45 judged`.
    func coverage(_ tally: Tally) -> String {
        let judged = tally.good + tally.attention + tally.bad
        let possible = judged + tally.unknown
        guard possible > 0 else { return words("Nothing to be judged yet") }
        return words("{1} of {2} judged", writing.number(judged), writing.number(possible))
    }
}
