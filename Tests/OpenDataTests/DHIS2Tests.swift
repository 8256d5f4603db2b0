import ActionPlan
import Diagnostics
import Foundation
import JSONReading
import OpenData
import Rules
import TestSupport
import Testing

@Suite("DHIS2")
struct DHIS2Tests {
    private static let mapping = """
        format: nap-dhis2/1
        data-set: lyLU2wR22tC
        org-units: [{agency: moi, unit: ImspTQPwCqd}]
        elements:
          - item: i-trained
            element: fbfJHSPpUQD
            cells:
              - {categories: {sex: female}, combo: hEFKSsPV5et}
              - {categories: {sex: male}, combo: V6L425pT3A0}
          - {item: i-share, element: cYeuwXTCPkU, part: numerator}
          - {item: i-share, element: Jtf34kNZhzP, part: denominator}
          - {item: i-stage, element: hfdmMSPBgLG}
        """

    private static func mapping(_ text: String = mapping) throws -> DHIS2Mapping {
        let (mapping, diagnostics) = DHIS2Mapping.read(SourceText(name: "map.yaml", text: text), Small.index)
        return try #require(mapping, "\(TextRenderer().render(diagnostics))")
    }

    private static func problems(_ text: String) -> [String] {
        DHIS2Mapping.read(SourceText(name: "map.yaml", text: text), Small.index).diagnostics.map(\.identifier)
    }

    private static func read(
        _ json: String,
        _ text: String = mapping
    ) throws -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        DHIS2Import(try mapping(text), Small.index, agency: Small.agency)
            .reports(SourceText(name: "v.json", text: json))
    }

    private static let reports = [
        Small.report("i-trained", "2021-H1", .number(130), cells: [("female", 70), ("male", 60)]),
        Small.report("i-share", "2021-H1", .ratio(numerator: 30, denominator: 40)),
        Small.report("i-stage", "2021-H1", .level("drafted")),
    ]

    // MARK: - Out

    @Test("values are those that the mapping names, with the server's names of periods, units and parts")
    func export() throws {
        let json = try JSONReader.read(DHIS2Export(try Small.assessment(Self.reports), try Self.mapping()).bytes)
        let values = try #require(json["dataValues"]?.elements)
        func value(_ element: String, _ combination: String = "HllvX50cXC0") -> String? {
            values.first {
                $0["dataElement"]?.string == element && $0["categoryOptionCombo"]?.string == combination
                    && $0["period"]?.string == "2021S1" && $0["orgUnit"]?.string == "ImspTQPwCqd"
            }?["value"]?
            .string
        }
        #expect(json["dataSet"]?.string == "lyLU2wR22tC")
        #expect(value("fbfJHSPpUQD") == "130")
        #expect(value("fbfJHSPpUQD", "V6L425pT3A0") == "60")
        #expect(value("cYeuwXTCPkU") == "30")
        #expect(value("hfdmMSPBgLG") == "drafted")
        #expect(values.count == 6)
    }

    @Test("a withheld or absent figure is no value")
    func withheld() throws {
        let small = [Small.report("i-trained", "2021-H1", .number(7), cells: [("female", 4), ("male", 3)])]
        for map in [
            Self.mapping,
            Self.mapping.replacing("org-units: [{agency: moi, unit: ImspTQPwCqd}]", with: "org-unit: ImspTQPwCqd"),
        ] {
            let bytes = DHIS2Export(try Small.assessment(small, .public), try Self.mapping(map)).bytes
            #expect(try JSONReader.read(bytes)["dataValues"]?.elements.isEmpty == true)
        }
    }

    // MARK: - In

    @Test("what was written is read again as the same reports")
    func roundTrip() throws {
        let bytes = DHIS2Export(try Small.assessment(Self.reports), try Self.mapping()).bytes
        let (entries, diagnostics) = try Self.read(String(decoding: bytes, as: UTF8.self))
        #expect(diagnostics.isEmpty)
        for report in Self.reports {
            let entry = try #require(entries.first { $0.key == report.key })
            let content = try #require(report.effective?.content)
            #expect(entry.content.body == content.body)
            #expect(entry.content.cells == content.cells)
        }
        #expect(entries.count == Self.reports.count)
    }

    @Test("values that the mapping does not know, and those of other units, are counted aloud")
    func others() throws {
        let (entries, diagnostics) = try Self.read(
            """
            {"orgUnit": "ImspTQPwCqd", "period": "2021S1", "dataValues": [
              {"dataElement": "hfdmMSPBgLG", "value": "adopted"}, {"dataElement": "abcdefghijk", "value": "1"},
              {"dataElement": "hfdmMSPBgLG", "orgUnit": "O6uvpzGd5pu", "value": "drafted"}]}
            """
        )
        #expect(entries.count == 1)
        #expect(Set(diagnostics.map(\.identifier)) == ["unmapped-values", "values-of-others"])
    }

    @Test("half a percentage, a text for a number, an unknown period and a second value are refused with their place")
    func refused() throws {
        func identifiers(_ values: String) throws -> [String] {
            let (entries, diagnostics) = try Self.read("{\"orgUnit\": \"ImspTQPwCqd\", \"dataValues\": [\(values)]}")
            #expect(diagnostics.hasErrors || !entries.isEmpty)
            #expect(diagnostics.filter { $0.severity == .error }.allSatisfy { $0.span != nil })
            return diagnostics.map(\.identifier)
        }
        #expect(
            try identifiers(#"{"dataElement": "cYeuwXTCPkU", "period": "2021S1", "value": "3"}"#)
                == ["half-a-percentage"]
        )
        #expect(
            try identifiers(#"{"dataElement": "fbfJHSPpUQD", "period": "2021S1", "value": "n/a"}"#) == ["no-number"]
        )
        #expect(
            try identifiers(#"{"dataElement": "fbfJHSPpUQD", "period": "202101", "value": "3"}"#).first
                == "unknown-period"
        )
        #expect(
            try identifiers(
                #"{"dataElement": "fbfJHSPpUQD", "period": "2021S1", "value": "3"}, {"dataElement": "fbfJHSPpUQD", "period": "2021S1", "value": "4"}"#
            ) == ["duplicate-value"]
        )
    }

    @Test("where the server keeps only the parts, the whole is their sum, and nothing while one is missing")
    func sums() throws {
        let text = Self.mapping.replacing("    cells:\n", with: "    sum-of-cells: true\n    cells:\n")
        func value(_ combination: String, _ number: Int) -> String {
            #"{"dataElement": "fbfJHSPpUQD", "period": "2021S1", "orgUnit": "ImspTQPwCqd", "categoryOptionCombo": "\#(combination)", "value": \#(number)}"#
        }
        let all = try Self.read("{\"dataValues\": [\(value("hEFKSsPV5et", 70)), \(value("V6L425pT3A0", 60))]}", text)
        #expect(all.entries.first?.content.body == .value(.number(130)))
        let some = try Self.read("{\"dataValues\": [\(value("hEFKSsPV5et", 70))]}", text)
        #expect(some.entries.isEmpty && some.diagnostics.map(\.identifier) == ["cells-missing"])
    }

    @Test("what is no set of data values is refused")
    func noSet() throws {
        #expect(try Self.read("[1").diagnostics.map(\.identifier) == ["not-json"])
        #expect(try Self.read("").diagnostics.map(\.identifier) == ["not-json"])
        #expect(try Self.read("{}").diagnostics.map(\.identifier) == ["no-data-values"])
    }

    // MARK: - The mapping

    @Test("a mapping that names what the plan has not, or a value twice, is refused")
    func mappings() {
        #expect(Self.problems(Self.mapping).isEmpty)
        #expect(Self.problems(Self.mapping.replacing("item: i-stage", with: "item: i-stag")) == ["unknown-item"])
        #expect(Self.problems(Self.mapping.replacing("agency: moi", with: "agency: mio")) == ["unknown-agency"])
        #expect(Self.problems(Self.mapping.replacing("sex: male", with: "sex: man")) == ["unknown-category"])
        #expect(Self.problems(Self.mapping.replacing("cYeuwXTCPkU", with: "1eu")) == ["malformed-value"])
        #expect(Self.problems(Self.mapping.replacing(", part: numerator", with: "")) == ["wrong-part"])
        #expect(Self.problems(Self.mapping.replacing("V6L425pT3A0", with: "hEFKSsPV5et")) == ["mapped-twice"])
        #expect(Self.problems(Self.mapping + "\norg-unit: ImspTQPwCqd\n") == ["two-kinds-of-units"])
    }

    @Test("the schema under docs/schemas is the one that the program makes")
    func schema() throws {
        let file = Small.tests.deletingLastPathComponent().appending(path: "docs/schemas/dhis2.schema.json")
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            try JSONSchema.dhis2.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == JSONSchema.dhis2, "out of date: NAP_RECORD=1")
    }

    @Test("damaged sets of data values give reports or diagnostics, and never a crash")
    func fuzz() throws {
        var random = SplitMix64(seed: 9)
        let whole = DHIS2Export(try Small.assessment(Self.reports), try Self.mapping()).bytes
        let reader = DHIS2Import(try Self.mapping(), Small.index, agency: Small.agency)
        let rounds = ProcessInfo.processInfo.environment["NAP_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1_000
        for _ in 0..<rounds {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
                default:
                    bytes.insert(contentsOf: Array("[{\"}],:-1e9".utf8).shuffled(using: &random).prefix(3), at: place)
                }
            }
            let (entries, diagnostics) = reader.reports(SourceText(name: "v.json", bytes: bytes))
            #expect(!entries.isEmpty || diagnostics.hasErrors)
        }
    }
}
