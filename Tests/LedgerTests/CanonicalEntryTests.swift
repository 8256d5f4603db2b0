import ActionPlan
import Ledger
import Testing

@Suite("An entry has one written form")
struct CanonicalEntryTests {
    @Test("the form is the documented one")
    func form() {
        let submission = Submission(sender: "mia", key: "k1", sha256: "00ff")
        let entry = LedgerEntry(number: 7, recorded: Sample.later, submission: submission, event: Sample.submitted(120))
        #expect(
            String(decoding: entry.canonicalBytes, as: UTF8.self) == """
                {"number":7,"recorded":"2033-05-18T03:33:20Z",\
                "submission":{"sender":"mia","key":"k1","sha256":"00ff"},\
                "at":"1970-01-01T00:00:01Z","by":{"id":"mia","role":"agency"},\
                "report":{"item":"i1","period":"2020-H1","agency":"mia","action":"submit",\
                "value":{"number":120},"provenance":{"kind":"illustrative"}}}
                """
        )
    }

    @Test("every kind of event reads back as it was written", arguments: Sample.everyKind)
    func roundTrip(event: LedgerEvent) throws {
        let entry = LedgerEntry(number: 1, recorded: Sample.later, event: event)
        #expect(try LedgerEntry(canonicalBytes: entry.canonicalBytes) == entry)
    }

    @Test("whatever still reads after a bit was changed is written as it was read")
    func singleBits() {
        for event in Sample.everyKind {
            let entry = LedgerEntry(number: 1, recorded: Sample.later, event: event)
            let bytes = entry.canonicalBytes
            for place in bytes.indices {
                for bit in 0..<8 {
                    var changed = bytes
                    changed[place] ^= 1 << UInt8(bit)
                    guard let read = try? LedgerEntry(canonicalBytes: changed) else { continue }
                    if read.canonicalBytes != changed {
                        Issue.record("bit \(bit) of byte \(place) in \(String(decoding: bytes, as: UTF8.self))")
                    }
                }
            }
        }
    }

    @Test("a cut or lengthened entry is none")
    func cut() {
        let bytes = LedgerEntry(number: 1, recorded: Sample.later, event: Sample.submitted(1)).canonicalBytes
        for count in bytes.indices {
            #expect(throws: EntryFault.self) { try LedgerEntry(canonicalBytes: bytes.prefix(count)) }
        }
        #expect(throws: EntryFault.self) { try LedgerEntry(canonicalBytes: bytes + [0x20]) }
    }
}
