package import TransparencyLog

/// Proves years later, without the ledger and without trusting who keeps it, that an entry was taken up.
///
/// A text of two parts: the entry's canonical bytes on the second line, then a proof file as C2SP tlog-proof has it.
package struct Receipt: Hashable, Sendable, CustomStringConvertible {
    /// The entry's canonical bytes: what is proven.
    package let bytes: [UInt8]
    package let proof: ProofFile

    private static let format = "nap-receipt/1"

    /// Why a receipt proves nothing.
    package enum Fault: Error, Hashable, Sendable {
        /// It is not written as a receipt.
        case malformed
        /// The checkpoint is not to be trusted.
        case checkpoint(SignedNote.Fault)
        /// The log of the checkpoint does not have the entry at its place.
        case notIncluded
        /// It is of another plan's ledger, which is named.
        case otherLedger(String)
    }

    init(bytes: [UInt8], proof: ProofFile) {
        self.bytes = bytes
        self.proof = proof
    }

    /// Reads a receipt.
    ///
    /// - Throws: ``Fault/malformed``.
    package init(_ text: some StringProtocol) throws(Fault) {
        let feed = UInt8(ascii: "\n")
        let parts = Array(text.utf8).split(separator: feed, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual(Self.format.utf8),
            let proof = ProofFile(String(decoding: parts[2], as: UTF8.self))
        else { throw .malformed }
        self.init(bytes: Array(parts[1]), proof: proof)
    }

    /// Reads receipts that stand one after the other, such as those of all rows of a table.
    ///
    /// - Throws: ``Fault/malformed`` where there is none, or something else stands among them.
    package static func all(in text: String) throws(Fault) -> [Receipt] {
        var texts: [[Substring]] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == format { texts.append([]) }
            guard !texts.isEmpty else { throw .malformed }
            texts[texts.count - 1].append(line)
        }
        var receipts: [Receipt] = []
        for (place, lines) in texts.enumerated() {
            let end = place == texts.count - 1 ? "" : "\n"
            receipts.append(try Receipt(lines.joined(separator: "\n") + end))
        }
        guard !receipts.isEmpty else { throw .malformed }
        return receipts
    }

    /// The receipt as it is written.
    package var description: String {
        "\(Self.format)\n\(String(decoding: bytes, as: UTF8.self))\n\(proof.description)"
    }

    /// Checks it offline.
    ///
    /// - Parameters:
    ///   - planID: the plan whose ledger it must be of; nil for whichever.
    ///   - verifiers: the keys that are trusted.
    /// - Returns: the entry that it proves, and the checkpoint of the ledger in which the entry is.
    /// - Throws: ``Fault``.
    package func verify(
        planID: String? = nil,
        with verifiers: [NoteVerifier]
    ) throws(Fault) -> (entry: LedgerEntry, checkpoint: Checkpoint) {
        let checkpoint: Checkpoint
        do {
            checkpoint = try proof.verify(.leaf(bytes), with: verifiers)
        } catch {
            switch error {
            case .checkpoint(let fault): throw .checkpoint(fault)
            case .notIncluded: throw .notIncluded
            }
        }
        if let planID, checkpoint.origin != Ledger.origin(planID: planID) { throw .otherLedger(checkpoint.origin) }
        guard let entry = try? LedgerEntry(canonicalBytes: bytes), entry.number == proof.index + 1 else {
            throw .malformed
        }
        return (entry, checkpoint)
    }
}
