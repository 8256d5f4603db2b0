package import ActionPlan
import Crypto
package import TransparencyLog

/// One event as the ledger keeps it: with its place and when it was taken up.
package struct LedgerEntry: Hashable, Sendable {
    /// From 1, without gaps.
    package var number: Int
    /// When the ledger took it up; of past events that were loaded later this is later than when they happened.
    package var recorded: Moment
    /// The request that brought it.
    package var submission: Submission?
    package var event: LedgerEvent

    package init(number: Int, recorded: Moment, submission: Submission? = nil, event: LedgerEvent) {
        self.number = number
        self.recorded = recorded
        self.submission = submission
        self.event = event
    }
}

/// Names a request, so that its repetition does nothing.
package struct Submission: Hashable, Sendable {
    /// The agency or body that sent it; others may use the same key.
    package var sender: String
    /// Chosen by the sender.
    package var key: String
    /// SHA-256 of the request's body, 64 hexadecimal digits: the same key with another body is refused.
    package var sha256: String

    package init(sender: String, key: String, sha256: String) {
        self.sender = sender
        self.key = key
        self.sha256 = sha256
    }

    /// Names a request with a body.
    package init(sender: String, key: String, body: [UInt8]) {
        self.init(sender: sender, key: key, sha256: SHA256.hexadecimal(body))
    }
}

extension LedgerEntry {
    /// The bytes that are kept, hashed and proven: canonical JSON as in docs/ledger-format.md.
    package var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// The entry that some canonical bytes stand for.
    ///
    /// - Throws: ``EntryFault`` where the bytes are anything but what ``canonicalBytes`` gives.
    package init(canonicalBytes: some Sequence<UInt8>) throws(EntryFault) {
        let bytes = Array(canonicalBytes)
        let result: Result<LedgerEntry, EntryFault> = bytes.withUnsafeBytes { buffer in
            var reader = CanonicalReader(buffer)
            do throws(EntryFault) {
                let entry = try LedgerEntry(from: &reader)
                try reader.end()
                return .success(entry)
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// The hash of the entry as a leaf of the tree.
    package var leaf: MerkleHash { .leaf(canonicalBytes) }
}
