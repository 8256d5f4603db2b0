import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

/// Files that nobody wrote on purpose.
///
/// `NAP_FUZZ_ROUNDS=100000 NAP_FUZZ_SEED=7` makes a long run of it, which also looks at the memory: beside other tests,
/// that would be theirs too.
@Suite("Damaged workbooks neither crash nor hang")
struct FuzzTests {
    private static let rounds = ProcessInfo.processInfo.environment["NAP_FUZZ_ROUNDS"].flatMap { Int($0) }

    private static let seed =
        ProcessInfo.processInfo.environment["NAP_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_261_124

    @Test("mutated archives and mutated parts are read or refused")
    func mutations() throws {
        var random = SplitMix64(seed: Self.seed)
        let archives = [Self.template(), Self.openDocument()]
        var read = 0
        for _ in 0..<(Self.rounds ?? 300) {
            let bytes =
                random.below(2) == 0
                ? random.mutated(archives[random.below(archives.count)]) : Self.rebuilt(&random)
            let (workbook, diagnostics) = Archive.read(bytes)
            #expect((workbook == nil) == diagnostics.hasErrors)
            if workbook != nil { read += 1 }
        }
        #expect(read > 0)
        if Self.rounds != nil { #expect(Self.peakMemory < 512 << 20) }
    }

    private static let parts: [(name: String, text: String)] = [
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44316</v></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>\
            <c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
            """
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>a &amp; b &#1103;</t></si><si><r><t>c</t></r></si></sst>"),
        (
            "xl/styles.xml",
            #"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
        ),
    ]

    /// A sound archive with one part mutated.
    private static func rebuilt(_ random: inout SplitMix64) -> [UInt8] {
        let part = parts[random.below(parts.count)]
        let text = String(decoding: random.mutated(Array(part.text.utf8)), as: UTF8.self)
        var all = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.text) })
        all[part.name] = text
        return Archive.workbook(sheet: "", all)
    }

    private static func template() -> [UInt8] {
        Archive.workbook(sheet: "", Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.text) }))
    }

    private static func openDocument() -> [UInt8] {
        let content = """
            <c><table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell \
            office:value-type="float" office:value="5" table:number-columns-repeated="3"/></table:table-row></table:table></c>
            """
        return Archive.zip([("mimetype", Array("x".utf8)), ("content.xml", Array(content.utf8))])
    }

    /// The most memory that the process has held, in bytes.
    private static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }
}

extension SplitMix64 {
    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

    /// Some bytes changed, removed, doubled or put in.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(6) where !bytes.isEmpty {
            let place = below(bytes.count)
            switch below(6) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
            case 1: bytes[place] ^= 1 << UInt8(below(8))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
            case 4:
                let end = min(bytes.count, place + below(40))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count))
            default: bytes.removeSubrange(place..<min(bytes.count, place + below(40)))
            }
        }
        return bytes
    }
}
