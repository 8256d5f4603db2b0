import ActionPlan
import Diagnostics
import Foundation
import OpenData
import Rules
import TestSupport
import Testing

@Suite("Open SDG")
struct OpenSDGTests {
    private static let reports = [
        Small.report("i-trained", "2021-H1", .number(130), cells: [("female", 70), ("male", 60)]),
        Small.report("i-trained", "2021-H2", .number(150), cells: [("female", 90), ("male", 60)]),
        Small.report("i-share", "2021-H1", .ratio(numerator: 30, denominator: 40)),
    ]

    private static func export(
        _ reports: [ReportRecord] = reports,
        _ edition: Assessment.Edition = .public
    ) throws -> [DataFile] {
        OpenSDGExport(try Small.assessment(reports, edition), language: "en").files
    }

    private static func read(_ files: [(String, String)]) -> OpenSDGImport.Outcome {
        OpenSDGImport(name: "data", language: "en", now: Moment(startOf: Small.lastDay + 60, at: .zero))
            .read(files.map { SourceText(name: $0.0, text: $0.1) })
    }

    private static func again(_ files: [DataFile]) -> OpenSDGImport.Outcome {
        read(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private static let meta = ("meta/1-1-1.md", "---\nindicator_name: Killed on roads\n---\n")

    // MARK: - Out

    @Test("periods within a year have rows of their own, and a count the sum of a whole year")
    func periods() throws {
        let data = try #require(try Self.export().first { $0.path == "data/indicator_1-1-1.csv" })
        let rows = String(decoding: data.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(rows[0] == "Year,Period,Sex,Value")
        #expect(rows.contains("2021,,,280"))
        #expect(rows.contains("2021,2021-H1,Women,70"))
    }

    @Test("a year of which a part is not known has no sum")
    func noSum() throws {
        let data = try #require(try Self.export([Self.reports[0]]).first { $0.path == "data/indicator_1-1-1.csv" })
        #expect(!String(decoding: data.bytes, as: UTF8.self).contains("2021,,,"))
    }

    @Test("a withheld count has no row, nor what would give it away")
    func withheld() throws {
        let reports = [Small.report("i-trained", "2021-H1", .number(46), cells: [("female", 43), ("male", 3)])]
        let file = try #require(try Self.export(reports).first { $0.path == "data/indicator_1-1-1.csv" })
        let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(!rows.contains { $0.contains("Men") })
        #expect(!(rows.contains { $0.hasSuffix(",Women,43") } && rows.contains { $0.hasSuffix(",46") }))
    }

    @Test("an indicator without numbers has metadata that say so, and no data")
    func texts() throws {
        let files = try Self.export()
        let meta = files.filter { String(decoding: $0.bytes, as: UTF8.self).contains("data_non_statistical: true") }
        #expect(!meta.isEmpty)
        for file in meta {
            let name = file.path.replacing("meta/", with: "").replacing(".md", with: "")
            #expect(!files.contains { $0.path == "data/indicator_\(name).csv" })
        }
    }

    @Test("what is illustrative says so in every language")
    func illustrative() throws {
        let files = try Self.export().filter { $0.path.hasPrefix("meta/") }
        #expect(files.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("data_notice_text") })
    }

    // MARK: - Out and in again

    @Test("figures, parts, targets and directions come back as they were")
    func roundTrip() throws {
        let outcome = Self.again(try Self.export())
        let plan = try #require(outcome.plan, "\(TextRenderer().render(outcome.diagnostics))")
        let trained = try #require(plan.indicators.first { $0.id.rawValue == "i-trained" })
        let original = try #require(Small.index.indicator(trained.id))
        #expect(trained.title == original.title)
        #expect(trained.accumulation == original.accumulation)
        #expect(trained.direction == original.direction)
        #expect(trained.finalTarget == original.finalTarget)
        #expect(trained.provenance.isIllustrative)
        let report = try #require(
            outcome.reports.first { $0.key.item == trained.id && $0.key.period.rawValue == "2021-H1" }
        )
        #expect(report.content.body == .value(.number(130)))
        #expect(Set(report.content.cells.map(\.value)) == [70, 60])
        #expect(report.content.provenance.isIllustrative)
    }

    // MARK: - In

    @Test("a row without a value is no figure, and a zero is one")
    func absence() throws {
        let outcome = Self.read([Self.meta, ("data/indicator_1-1-1.csv", "Year,Value\n2019,\n2020,0\n")])
        #expect(outcome.reports.map(\.key.period.rawValue) == ["2020"])
        #expect(outcome.reports.first?.content.body == .value(.number(0)))
    }

    @Test("a text in place of a number, and a year that is none, are told with their place and left behind")
    func leftBehind() throws {
        let outcome = Self.read([
            Self.meta, ("data/indicator_1-1-1.csv", "Year,Value\n2019,n/a\n2020/21,4\n2021,5\n"),
        ])
        #expect(outcome.reports.map(\.key.period.rawValue) == ["2021"])
        let told = outcome.diagnostics.filter { $0.severity == .warning }
        #expect(told.map(\.identifier) == ["open-sdg-no-number", "open-sdg-no-year"])
        #expect(told.map { $0.span?.start.line } == [2, 3])
    }

    @Test("keys are read in the languages in which they are translated")
    func translations() throws {
        let outcome = Self.read([
            ("meta/1-1-1.yml", "indicator_name: global_indicators.1-1-1-title\ngoal_name: global_goals.1-title\n"),
            ("translations/en/global_indicators.yml", "1-1-1-title: Poor people\n"),
            ("translations/ru/global_indicators.yml", "1-1-1-title: Бедные\n"),
            ("data/indicator_1-1-1.csv", "Year,Value\n2020,4\n"),
        ])
        let plan = try #require(outcome.plan)
        #expect(plan.indicators.first?.title["ru"] == "Бедные")
        #expect(plan.indicators.first?.title["en"] == "Poor people")
        #expect(outcome.diagnostics.contains { $0.identifier == "open-sdg-translation-key" })
    }

    @Test("a language in which only a unit is known is a language of the plan")
    func unitLanguage() throws {
        let outcome = Self.read([
            Self.meta, ("meta/ru/1-1-1.md", "---\ncomputation_units: чел.\n---\n"),
            ("data/indicator_1-1-1.csv", "Year,Value\n2020,4\n"),
        ])
        let plan = try #require(outcome.plan)
        let (again, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: PlanText(plan).text())])
        #expect(again != nil, "\(TextRenderer().render(problems))")
    }

    @Test("parts without a row of the whole are left behind: they may overlap")
    func noWhole() throws {
        let outcome = Self.read([Self.meta, ("data/indicator_1-1-1.csv", "Year,Sex,Value\n2020,F,4\n2020,M,5\n")])
        #expect(outcome.reports.isEmpty)
        #expect(outcome.diagnostics.contains { $0.identifier == "open-sdg-parts-without-whole" })
    }

    @Test("whole numbers that could be persons are protected as such")
    func persons() throws {
        let outcome = Self.read([Self.meta, ("data/indicator_1-1-1.csv", "Year,Value\n2020,4\n")])
        #expect(outcome.plan?.indicators.first?.measure.countsPersons == true)
    }

    @Test("metadata that do not begin with hyphens, and a folder without any, are refused")
    func refused() {
        #expect(Self.read([("meta/1-1-1.md", "indicator_name: x\n")]).plan == nil)
        #expect(Self.read([("data/indicator_1-1-1.csv", "Year,Value\n2020,4\n")]).plan == nil)
        #expect(Self.read([Self.meta, ("data/indicator_1-1-1.csv", "A,B\n2020,4\n")]).plan == nil)
    }

    @Test("a damaged folder gives diagnostics or a plan that can be read again, and never a crash")
    func fuzz() throws {
        var random = SplitMix64(seed: 8)
        let files = try Self.export().filter { $0.path.contains("1-1-1") }
        let rounds = ProcessInfo.processInfo.environment["NAP_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 300
        for _ in 0..<rounds {
            let damaged = files.map { file -> SourceText in
                var bytes = file.bytes
                for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: place)
                    case 2:
                        bytes.insert(contentsOf: Array(",-\n\":9{".utf8).shuffled(using: &random).prefix(2), at: place)
                    default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
                    }
                }
                return SourceText(name: file.path, bytes: bytes)
            }
            let outcome = OpenSDGImport(name: "d", language: "en", now: Moment(startOf: Small.lastDay, at: .zero))
                .read(damaged)
            guard let plan = outcome.plan, !outcome.diagnostics.hasErrors else {
                #expect(outcome.diagnostics.hasErrors)
                continue
            }
            let text = PlanText(plan).text()
            let (again, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: text)])
            #expect(
                again != nil,
                "\(TextRenderer().render(problems)) \(damaged.map { String(decoding: $0.bytes, as: UTF8.self) })"
            )
        }
    }
}
