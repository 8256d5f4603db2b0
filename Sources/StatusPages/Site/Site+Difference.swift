import ActionPlan
import Dispatch
import Rules
import Synchronization

extension Site {
    /// What of the assessment is otherwise than in another site; nil where all pages may be, since the plan, the rules, the
    /// day or what the site says besides is another.
    func changedParts(since old: Site) -> Set<SitePart>? {
        guard hasSameFrame(as: old) else { return nil }
        var parts = changedItems(since: old)
        let items = Set(parts.compactMap { part in if case .item(let id) = part { id } else { nil } })
        adopt(from: old, changed: items)
        for (before, after) in zip(old.facts.agencies, facts.agencies) where before != after {
            parts.insert(.agency(after.id))
        }
        for id in items { parts.formUnion(expectations(of: id, since: old)) }
        parts.formUnion(changedEntries(since: old).map { .entries($0) })
        comparePages(of: old.owed, owed, into: &parts) { .owed($0) }
        if old.owedCounts != owedCounts { parts.insert(.owedCounts) }
        if old.owedPages != owedPages { parts.insert(.owedPages) }
        if old.facts.findings != facts.findings {
            if old.findingCounts != findingCounts { parts.insert(.findingCounts) }
            for id in Set(old.itemsWithFindings).union(itemsWithFindings) where old.findings(of: id) != findings(of: id)
            {
                parts.insert(.findings(id))
            }
            for filter in FindingFilter.choices {
                if old.findingPages(filter) != findingPages(filter) { parts.insert(.findingPages(filter)) }
                let lists = [old, self]
                    .map { site in
                        (site.findingLists[filter] ?? []).lazy.map { site.facts.findings[$0] }
                    }
                comparePages(of: lists[0], lists[1], into: &parts) { .findingList(filter, $0) }
            }
        }
        // What has no part of its own is not compared: its few pages are made anew each time.
        return parts.union([.everything])
    }

    /// Whether all that pages show without noting it is the same.
    private func hasSameFrame(as old: Site) -> Bool {
        let (before, after) = (old.facts, facts)
        return before.asOf == after.asOf && old.knownOn == knownOn && before.edition == after.edition
            && before.overall.isIllustrative == after.overall.isIllustrative && old.branding == branding
            && old.programVersion == programVersion && old.languages == languages
            && old.hasLedger == hasLedger && before.statuses.all == after.statuses.all
            && before.packs.elementsEqual(after.packs) { left, right in
                left.pack.id == right.pack.id && left.pack.version == right.pack.version && left.digest == right.digest
                    && left.parameters == right.parameters
            }
            && old.meeting?.asOf == meeting?.asOf && old.meeting?.objectives == meeting?.objectives
            && before.plan.plan == after.plan.plan
    }

    /// The items that stand otherwise; half of the indicators are compared on each of two processors.
    private func changedItems(since old: Site) -> Set<SitePart> {
        let found = Mutex<Set<SitePart>>([])
        let (before, after) = (old.facts, facts)
        let middle = after.indicators.count / 2
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            var parts: Set<SitePart> = []
            for position in half == 0 ? 0..<middle : middle..<after.indicators.count
            where before.indicators[position] != after.indicators[position] {
                parts.insert(.item(after.indicators[position].id))
            }
            found.withLock { $0.formUnion(parts) }
        }
        var parts = found.withLock { $0 }
        for position in after.activities.indices where before.activities[position] != after.activities[position] {
            parts.insert(.item(after.activities[position].id))
        }
        for (left, right) in zip(before.objectives, after.objectives) where left != right {
            parts.insert(.item(right.id))
        }
        return parts
    }

    /// The items on whose reports the ledger says something else.
    private func changedEntries(since old: Site) -> Set<ItemID> {
        guard let before = old.options.ledger, let after = options.ledger, before.root != after.root else { return [] }
        let keys = after.entries.filter { before.entries[$0.key] != $0.value }.map(\.key)
        let gone = before.entries.keys.filter { after.entries[$0] == nil }
        return Set((keys + gone).map(\.item))
    }

    /// The periods in whose lists of expected reports an item stands otherwise.
    private func expectations(of id: ItemID, since old: Site) -> [SitePart] {
        guard let calendar = plan.indicator(id)?.calendar ?? plan.activity(id)?.calendar else { return [] }
        return zip(old.periods(of: id), periods(of: id)).filter { $0.reports != $1.reports }
            .map { .expected(calendar, $1.period.id) }
    }

    private func comparePages<Element: Equatable>(
        of old: some RandomAccessCollection<Element>,
        _ new: some RandomAccessCollection<Element>,
        into parts: inout Set<SitePart>,
        part: (Int) -> SitePart
    ) {
        for page in 1...max(Paging.count(of: old.count), Paging.count(of: new.count)) {
            let before = old.dropFirst((page - 1) * Paging.length).prefix(Paging.length)
            let after = new.dropFirst((page - 1) * Paging.length).prefix(Paging.length)
            if !before.elementsEqual(after) { parts.insert(part(page)) }
        }
    }
}
