import Testing
import TransparencyLog

@Suite("Checkpoints are signed notes")
struct SignedNoteTests {
    private let signer: NoteSigner
    private let other: NoteSigner

    init() throws {
        signer = try #require(NoteSigner(name: "ledger.example/plan", privateKey: Array(repeating: 7, count: 32)))
        other = try #require(NoteSigner(name: "witness.example", privateKey: Array(repeating: 8, count: 32)))
    }

    private var checkpoint: Checkpoint {
        Checkpoint(origin: "ledger.example/plan", size: 3, root: MerkleTree(leaves: [[1], [2], [3]]).root)
    }

    private func note() throws -> SignedNote { try #require(try checkpoint.signed(by: signer)) }

    @Test("the published example of the format is valid, whoever else signed it")
    func publishedExample() throws {
        // The example that the format's first implementation documents.
        let key = try #require(NoteVerifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let text =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
        let signature =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
        let note = try #require(
            SignedNote(
                text
                    + "\n\u{2014} EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n\u{2014} PeterNeumann \(signature)\n"
            )
        )
        #expect(try note.verified(by: [key]) == [key])
    }

    @Test("a checkpoint is read back from its note as it was signed")
    func roundTrip() throws {
        let note = try note()
        let read = try #require(SignedNote(note.description))
        #expect(read == note)
        #expect(try Checkpoint(read, verifiedBy: [signer.verifier]) == checkpoint)
        #expect(note.description.hasPrefix("ledger.example/plan\n3\n"))
    }

    @Test("a key is read back from its text, and a changed digit makes it none")
    func keyText() throws {
        let text = signer.verifier.description
        #expect(NoteVerifier(text) == signer.verifier)
        #expect(NoteVerifier(text.replacing("+", with: "-")) == nil)
        #expect(NoteVerifier(text + "A") == nil)
        #expect(NoteSigner(name: "with space") == nil)
        #expect(NoteSigner(name: "with+plus") == nil)
        #expect(NoteSigner(name: "") == nil)
    }

    @Test("a changed text is forged, an unknown signer is not enough, more signers do no harm")
    func trust() throws {
        var note = try note()
        try note.sign(with: other)
        #expect(try note.verified(by: [signer.verifier]) == [signer.verifier])
        #expect(try note.verified(by: [signer.verifier, other.verifier]).count == 2)
        let stranger = try #require(NoteSigner(name: "ledger.example/plan")).verifier
        #expect(throws: SignedNote.Fault.unsigned) { try note.verified(by: [stranger]) }
        let changed = try #require(SignedNote(note.description.replacing("\n3\n", with: "\n4\n")))
        #expect(throws: SignedNote.Fault.forged("ledger.example/plan")) {
            try changed.verified(by: [signer.verifier])
        }
    }

    @Test("every changed bit of a signed checkpoint is noticed")
    func singleBits() throws {
        let bytes = Array(try note().description.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                guard let text = String(validating: changed, as: UTF8.self), let note = SignedNote(text) else {
                    continue
                }
                #expect(throws: SignedNote.Fault.self) { try Checkpoint(note, verifiedBy: [signer.verifier]) }
            }
        }
    }

    @Test(
        "what is not written as a note is none",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\nnot a signature\n", "text\n\n\u{2014} name AAAA\n",
            "text\n\n\u{2014} name AAAAAAAA", "te\u{1}xt\n\n\u{2014} name AAAAAAAA\n",
            "text\n\n\u{2014} na+me AAAAAAAA\n", "text\n\n\u{2014} name AAAAAAAB=\n",
        ]
    )
    func malformed(text: String) {
        #expect(SignedNote(text) == nil)
    }

    @Test(
        "what is not written as a checkpoint is none",
        arguments: [
            "", "origin\n3\n", "origin\n3\nAAAA\n", "origin\n03\n\(root)\n", "origin\n-3\n\(root)\n",
            "\n3\n\(root)\n", "origin\n3\n\(root)", "origin\n3\n\(root)\n\n",
        ]
    )
    func noCheckpoint(text: String) {
        #expect(Checkpoint(text: text) == nil)
    }

    private static let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    @Test("a proof file proves its entry offline, and no other")
    func proofFile() throws {
        let tree = MerkleTree(leaves: [[1], [2], [3]])
        let path = try #require(tree.inclusionProof(of: 1)).path
        let file = ProofFile(index: 1, path: path, checkpoint: try note())
        let read = try #require(ProofFile(file.description))
        #expect(read == file)
        #expect(try read.verify(.leaf([2]), with: [signer.verifier]) == checkpoint)
        #expect(throws: ProofFile.Fault.notIncluded) { try read.verify(.leaf([3]), with: [signer.verifier]) }
        #expect(throws: ProofFile.Fault.checkpoint(.unsigned)) { try read.verify(.leaf([2]), with: [other.verifier]) }
        #expect(ProofFile(file.description.replacing("index 1", with: "index 01")) == nil)
    }
}
