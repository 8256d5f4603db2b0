import ActionPlan
import Synchronization

/// A part of an assessment that can change while the others stay.
enum SitePart: Hashable, Sendable {
    /// Any of it.
    case everything
    case item(ItemID)
    case agency(AgencyID)
    /// What the ledger has on reports on an item.
    case entries(ItemID)
    /// The findings on an item.
    case findings(ItemID)
    /// A page of the findings that a filter lets through.
    case findingList(FindingFilter, Int)
    case findingCounts
    /// How many pages the findings take that a filter lets through.
    case findingPages(FindingFilter)
    /// A page of the reports that are owed.
    case owed(Int)
    case owedCounts
    /// How many pages they take.
    case owedPages
    /// The reports that are expected for a period of a calendar.
    case expected(String, PeriodID)
}

/// What a page has read of the assessment while it was made.
///
/// A page is a function of what it reads. Where all that it read the last time is as it was, it would read the same again,
/// and be the same. So nobody has to say which pages hang on what: the lookups of a ``Site`` note it, and what has no
/// lookup of its own counts as `everything`.
final class PageReads: Sendable {
    @TaskLocal private static var current: PageReads?
    private let noted = Mutex(Parts.some([]))

    private enum Parts {
        case some(Set<SitePart>)
        /// What else is read makes no difference then.
        case everything
    }

    /// Notes what is read, where anyone wants to know.
    static func note(_ part: SitePart) {
        guard let current else { return }
        current.noted.withLock { noted in
            guard case .some(var parts) = noted else { return }
            // Moved out, so that it is not copied.
            noted = .everything
            guard part != .everything else { return }
            parts.insert(part)
            noted = .some(parts)
        }
    }

    private var parts: Set<SitePart> {
        noted.withLock { if case .some(let parts) = $0 { parts } else { [.everything] } }
    }

    /// What a piece of work reads.
    static func of<Result: Sendable>(_ work: () -> Result) -> (result: Result, parts: Set<SitePart>) {
        let reads = PageReads()
        let result = $current.withValue(reads) { work() }
        return (result, reads.parts)
    }
}
