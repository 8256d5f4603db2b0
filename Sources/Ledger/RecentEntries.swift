/// The latest entries that this process wrote, so that who follows the ledger need not read them back.
struct RecentEntries {
    private var entries: [LedgerEntry] = []

    /// How many are kept.
    static let capacity = 1_024

    /// Adds what was committed.
    mutating func append(_ more: [LedgerEntry]) {
        entries += more.suffix(Self.capacity)
        // Not with every entry, since those that stay move.
        if entries.count > 2 * Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
    }

    /// All that come after some number of entries; nil where not all of them are kept.
    func after(_ count: Int) -> ArraySlice<LedgerEntry>? {
        guard let first = entries.first, first.number <= count + 1 else { return nil }
        return entries.dropFirst(count + 1 - first.number)
    }
}
