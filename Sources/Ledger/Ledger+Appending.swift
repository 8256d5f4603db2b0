package import ActionPlan
package import Diagnostics
import Dispatch
import GRDB
import Synchronization
package import TransparencyLog

/// What was taken up by one call.
package struct Appended: Hashable, Sendable {
    /// The numbers of the entries.
    package var numbers: ClosedRange<Int>
    /// Whether the request had been taken up before, so that nothing was written now.
    package var isRepetition: Bool
    /// The right edge of the tree up to the last of them.
    fileprivate var frontier: MerkleFrontier
    /// What a receipt for the last of them is made of; nil where it has to be read.
    fileprivate(set) var last: LastEntry?

    /// An entry's canonical bytes, and the proof that it is the last of the tree.
    struct LastEntry: Hashable, Sendable {
        var bytes: [UInt8]
        var path: [MerkleHash]
    }

    /// The root of the tree up to the last of them.
    package var root: MerkleHash { frontier.root }
}

extension Ledger {
    /// Takes up some events, all or none; they are on the disk when this returns.
    ///
    /// - Parameters:
    ///   - events: what happened, in order.
    ///   - recorded: what the clock says.
    ///   - submission: names the request, so that repeating it gives the same answer and changes nothing.
    ///   - changes: what changes in the cabinet at once with it, or not at all.
    ///   - progress: is told how many events are written.
    /// - Returns: the entries' numbers, and the root with which they can be proven.
    /// - Throws: ``LedgerError``; where events cannot follow what happened before, all of them are named.
    @discardableResult
    package func append(
        _ events: [LedgerEvent],
        recorded: Moment,
        submission: Submission? = nil,
        changing changes: [CabinetChange] = [],
        _ progress: WorkProgress = .unseen
    ) throws(LedgerError) -> Appended {
        guard !events.isEmpty else { throw .nothingToAppend }
        let request = AppendRequest(
            events,
            recorded: recorded,
            submission: submission,
            changes: changes,
            progress: progress
        )
        if hasToWait(request) { request.wait() }
        return try finish(request)
    }

    /// Takes up some events, all or none, as the other way of calling it does; the thread is left to others while what came
    /// before is committed.
    @discardableResult
    package func append(
        _ events: [LedgerEvent],
        recorded: Moment,
        submission: Submission? = nil,
        changing changes: [CabinetChange] = []
    ) async throws(LedgerError) -> Appended {
        guard !events.isEmpty else { throw .nothingToAppend }
        let request = await withCheckedContinuation { continuation in
            let request = AppendRequest(
                events,
                recorded: recorded,
                submission: submission,
                changes: changes,
                turn: .task(continuation)
            )
            if !hasToWait(request) { request.proceed() }
        }
        return try finish(request)
    }

    /// Joins those that wait; whether somebody commits already, who will let it proceed.
    private func hasToWait(_ request: AppendRequest) -> Bool {
        waiting.withLock { waiting in
            waiting.requests.append(request)
            defer { waiting.isCommitting = true }
            return waiting.isCommitting
        }
    }

    /// What became of a request that may proceed.
    private func finish(_ request: AppendRequest) throws(LedgerError) -> Appended {
        // Whoever committed before may have taken this request with its own.
        if request.result == nil { commitWaiting(request) }
        guard let result = request.result else { throw .database(path: path, message: "a request was passed over") }
        return try result.get()
    }

    /// What would be refused if some events were appended now; nothing is written.
    ///
    /// - Parameters:
    ///   - events: what would be appended.
    ///   - recorded: what the clock says.
    /// - Returns: the refusals, in the order of the events.
    /// - Throws: ``LedgerError`` for any other reason.
    package func refusals(of events: [LedgerEvent], recorded: Moment) throws(LedgerError) -> [LedgerError.Refusal] {
        guard !events.isEmpty else { return [] }
        let trial = AppendRequest(events, recorded: recorded, submission: nil)
        do {
            try tail.withLock { tail in
                var next = tail
                _ = try file.write(keeping: false) { db in try write(trial, after: &next, db) }
            }
            return []
        } catch LedgerError.refused(let refusals) {
            return refusals
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Commits all requests that wait, one's own among them, and lets those that came meanwhile go on.
    private func commitWaiting(_ own: AppendRequest) { handOver(to: commitGroup(without: own)) }

    /// Lets the first of those that wait commit.
    private func handOver(to next: AppendRequest?) {
        guard let next else { return }
        if next.isOnThread {
            next.proceed()
        } else {
            // Not as the task itself: every thread that it could run on may wait for this commit.
            committing.async { [self] in handOver(to: commitGroup(without: nil)) }
        }
    }

    /// Commits all requests that wait and lets their callers go on, but for one who knows; gives the first that came meanwhile.
    private func commitGroup(without own: AppendRequest?) -> AppendRequest? {
        let group = waiting.withLock { waiting in
            defer { waiting.requests = [] }
            return waiting.requests
        }
        tail.withLock { tail in
            commit(group, after: &tail)
            noteCommitted(tail.frontier.size)
        }
        if group.contains(where: \.changesCabinet) { noteCabinetChanged() }
        let next = waiting.withLock { waiting in
            waiting.isCommitting = !waiting.requests.isEmpty
            return waiting.requests.first
        }
        for request in group where request !== own { request.proceed() }
        return next
    }

    /// Commits some requests at once; if that fails for one of them by more than its own fault, one by one.
    private func commit(_ group: [AppendRequest], after tail: inout Tail) {
        var next = tail
        do throws(LedgerError) {
            let results = try file.write { db in
                try group.map { request in try take(request, isAlone: group.count == 1, after: &next, db) }
            }
            tail = next
            recent.withLock { recent in
                for case .success(let written) in results { recent.append(written.entries) }
            }
            for (request, result) in zip(group, results) { request.finish(result.map(\.appended)) }
        } catch {
            if group.count == 1 {
                group[0].finish(.failure(error))
            } else {
                for request in group { commit([request], after: &tail) }
            }
        }
    }

    private func take(
        _ request: AppendRequest,
        isAlone: Bool,
        after tail: inout Tail,
        _ db: Database
    ) throws -> Result<Written, LedgerError> {
        if isAlone { return .success(try write(request, after: &tail, db)) }
        var next = tail
        var written: Written?
        do {
            try db.inSavepoint {
                written = try write(request, after: &next, db)
                return .commit
            }
        } catch let error as LedgerError where error.origin == .input {
            return .failure(error)
        }
        guard let written else { throw LedgerError.database(path: path, message: "no savepoint") }
        tail = next
        return .success(written)
    }

    /// What a request gives, and the entries that are new for it.
    private struct Written {
        var appended: Appended
        var entries: [LedgerEntry] = []
    }

    private func write(_ request: AppendRequest, after tail: inout Tail, _ db: Database) throws -> Written {
        let submission = request.submission
        let first = tail.frontier.size + 1
        var projection = Projection(db, frontier: tail.frontier, locks: tail.locks)
        if let submission {
            let isNew = try projection.take(submission, numbers: first...(first + request.events.count - 1))
            if !isNew, let earlier = try Self.earlier(submission, db) { return Written(appended: earlier) }
        }
        let recorded = try Self.moment(of: request, after: tail)
        var refusals: [LedgerError.Refusal] = []
        var last: Appended.LastEntry?
        var entries: [LedgerEntry] = []
        let insertion = try db.cachedStatement(sql: "INSERT INTO event (number, leaf, body) VALUES (?, ?, ?)")
        for (index, event) in request.events.enumerated() {
            if event.moment > recorded { throw LedgerError.inFuture(event.moment, now: recorded) }
            let number = projection.frontier.size + 1
            let entry = LedgerEntry(number: number, recorded: recorded, submission: submission, event: event)
            let bytes = try Self.bytes(of: entry, index: index)
            let leaf = MerkleHash.leaf(bytes)
            // The last leaf hangs beside the subtrees of all before it, the smallest of which is the nearest.
            if index == request.events.count - 1 {
                last = .init(bytes: bytes, path: projection.frontier.peaks.reversed())
            }
            do {
                try projection.take(entry, leaf: leaf)
            } catch let error as IllegalTransition {
                refusals.append(LedgerError.Refusal(index: index, transition: error))
                continue
            }
            try insertion.execute(arguments: [number, Projection.data(leaf), Projection.data(bytes)])
            entries.append(entry)
            request.progress(index + 1, of: request.events.count)
        }
        if !refusals.isEmpty { throw LedgerError.refused(refusals) }
        for change in request.changes { try change.apply(db) }
        tail = Tail(frontier: projection.frontier, recorded: recorded, locks: projection.locks)
        return Written(
            appended: Appended(
                numbers: first...tail.frontier.size,
                isRepetition: false,
                frontier: tail.frontier,
                last: last
            ),
            entries: entries
        )
    }

    /// When a request is recorded: as the clock said, or with the latest entry where it had to wait while the clock went
    /// on and another came first.
    private static func moment(of request: AppendRequest, after tail: Tail) throws(LedgerError) -> Moment {
        guard let latest = tail.recorded, request.recorded < latest else { return request.recorded }
        if latest.seconds - request.recorded.seconds > longestWait {
            throw .clockSetBack(latest: latest, now: request.recorded)
        }
        return latest
    }

    /// How long a request may have waited, in seconds.
    private static let longestWait: Int64 = 60

    /// The bytes of an entry, which read back as the same entry.
    private static func bytes(of entry: LedgerEntry, index: Int) throws(LedgerError) -> [UInt8] {
        let bytes = entry.canonicalBytes
        do throws(EntryFault) {
            if try LedgerEntry(canonicalBytes: bytes) == entry { return bytes }
        } catch {
            throw .unwritable(index: index, reason: "\(error.expected) is wanted at byte \(error.offset)")
        }
        throw .unwritable(index: index, reason: "it would read back differently")
    }

    /// What a request gave when it was taken up before.
    static func earlier(_ submission: Submission, _ db: Database) throws -> Appended? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT sha256, first, last FROM submission WHERE sender = ? AND key = ?"),
            arguments: [submission.sender, submission.key]
        )
        guard let row else { return nil }
        guard row[0] == submission.sha256 else {
            throw LedgerError.keyReused(sender: submission.sender, key: submission.key)
        }
        let last: Int = row[2]
        let frontier = try MerkleFrontier(size: last, in: StoredTree(db: db))
        return Appended(numbers: row[1]...last, isRepetition: true, frontier: frontier)
    }
}
