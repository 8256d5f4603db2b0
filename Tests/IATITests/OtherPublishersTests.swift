import ActionPlan
import Diagnostics
import Foundation
import IATI
import TestSupport
import Testing

@Suite("Activity files that others wrote")
struct OtherPublishersTests {
    /// A file with one activity that has one result, or what else is said.
    private static func file(
        _ indicators: String,
        version: String = "2.03",
        head: String = #"<title><narrative>Wells</narrative></title>"#
    ) -> String {
        """
        <iati-activities version="\(version)" generated-datetime="2021-05-01T00:00:00Z">
        <iati-activity default-currency="EUR" xml:lang="en"><iati-identifier>XM-1-2</iati-identifier>
        <reporting-org ref="XM-1" type="21"><narrative>Somebody</narrative></reporting-org>\(head)
        <participating-org role="4" ref="XM-2"><narrative>Doer</narrative></participating-org>
        <result type="1"><title><narrative>Water</narrative></title>\(indicators)</result>
        </iati-activity></iati-activities>
        """
    }

    private static func period(_ year: Int, _ values: String) -> String {
        "<period><period-start iso-date=\"\(year)-01-01\"/><period-end iso-date=\"\(year)-12-31\"/>\(values)</period>"
    }

    private static func read(_ text: String) throws -> (plan: Plan, reports: [ReportEntry], told: Set<String>) {
        let now = try #require(Moment("2022-06-01T00:00:00Z"))
        let outcome = IATIImport(now: now).read(SourceText(name: "other.xml", text: text))
        let plan = try #require(outcome.plan, "\(TextRenderer().render(outcome.diagnostics))")
        let (again, problems) = PlanLoader.load([SourceText(name: "plan.yaml", text: PlanText(plan).text())])
        #expect(again != nil, "\(TextRenderer().render(problems))")
        return (plan, outcome.reports, Set(outcome.diagnostics.map(\.identifier)))
    }

    @Test("an indicator without measure or direction is read by its values, and that is told")
    func missingMeasure() throws {
        let (plan, reports, told) = try Self.read(
            Self.file(
                "<indicator><title><narrative>Wells dug</narrative></title>\(Self.period(2020, "<actual value=\"12\"/>"))</indicator>"
            )
        )
        #expect(plan.indicators.first?.measure.isNumeric == true)
        #expect(plan.indicators.first?.direction == .increase)
        #expect(reports.map(\.content.body) == [.value(.number(12))])
        #expect(told.contains("iati-unknown-code"))
    }

    @Test("an activity file of another version is read, and told; one of the second is not odd")
    func versions() throws {
        let indicator =
            "<indicator measure=\"1\"><title>W</title>\(Self.period(2020, "<actual value=\"3\"/>"))</indicator>"
        for (version, isTold) in [("1.05", true), ("2.04", true), ("2.01", false), ("2.03", false)] {
            let (_, reports, told) = try Self.read(
                Self.file(indicator, version: version, head: "<title>Wells</title>")
            )
            #expect(reports.map(\.content.body) == [.value(.number(3))])
            #expect(told.contains("iati-version") == isTold, "\(version)")
        }
    }

    @Test("of two values of the whole in a period the first is taken, and the second told where it stands")
    func secondValue() throws {
        let (_, reports, told) = try Self.read(
            Self.file(
                "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, "<actual value=\"3\"/><actual value=\"4\"/>"))</indicator>"
            )
        )
        #expect(reports.map(\.content.body) == [.value(.number(3))])
        #expect(told.contains("iati-second-value"))
    }

    @Test("unknown codes of measure, result and date are told and break nothing")
    func unknownCodes() throws {
        let text =
            Self.file(
                "<indicator measure=\"77\"><title><narrative>W</narrative></title>\(Self.period(2020, "<actual value=\"3\"/>"))</indicator>",
                head: "<title><narrative>T</narrative></title><activity-date type=\"99\" iso-date=\"2020-01-01\"/>"
            )
            .replacing("result type=\"1\"", with: "result type=\"x\"")
        let (_, reports, told) = try Self.read(text)
        #expect(reports.count == 1 && told.contains("iati-unknown-code"))
    }

    @Test("a file of version 1, with texts between the tags and roles in words, is read as well")
    func versionOne() throws {
        let text = """
            <iati-activities version="1.05"><iati-activity xml:lang="fr">
            <iati-identifier>FR-3</iati-identifier><reporting-org ref="FR-3">Agence</reporting-org><title>Des puits</title>
            <participating-org role="Accountable">Ministère</participating-org>
            <activity-date type="start-planned" iso-date="2019-01-01"/><activity-date type="end-planned">2021-12-31</activity-date>
            <result type="1"><title>Eau</title><indicator measure="1"><title>Puits</title>
            <baseline year="2018" value="2"/>\(Self.period(2020, "<target value=\"9\"/><actual value=\"7\"/>"))</indicator></result>
            </iati-activity></iati-activities>
            """
        let (plan, reports, _) = try Self.read(text)
        #expect(plan.languages.first == "fr")
        #expect(plan.objectives.first?.title["fr"] == "Des puits")
        #expect(plan.agencies.contains { $0.title["fr"] == "Ministère" })
        #expect(reports.map(\.content.body) == [.value(.number(7))])
    }

    @Test("texts in several languages stay beside each other, the language of most of them first")
    func languages() throws {
        let (plan, _, _) = try Self.read(
            Self.file(
                "<indicator measure=\"1\"><title><narrative>Wells</narrative><narrative xml:lang=\"ES\">Pozos</narrative></title>\(Self.period(2020, "<actual value=\"1\"/>"))</indicator>",
                version: "2.01"
            )
        )
        #expect(plan.indicators.first?.title["en"] == "Wells" && plan.indicators.first?.title["es"] == "Pozos")
        #expect(plan.languages.first == "en")
    }

    @Test("empty, nil and wordy values are no figures, and none of them is 0")
    func absent() throws {
        let values = [
            "<actual value=\"\"/>", "<actual/>", "<actual value=\"n/a\"/>", "<actual value=\"-\"/>",
            "<actual xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>",
            "<target value=\"4\"/>", "",
        ]
        for value in values {
            let (_, reports, _) = try Self.read(
                Self.file(
                    "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, value))</indicator>"
                )
            )
            #expect(reports.isEmpty, "\(value)")
        }
    }

    @Test("a result without indicators, and a period without days, are told with their line and left behind")
    func incomplete() throws {
        let good =
            "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, "<actual value=\"1\"/>"))<period><actual value=\"5\"/></period></indicator>"
        let text = Self.file(good)
            .replacing(
                "</iati-activity>",
                with: "<result type=\"2\"><title><narrative>R</narrative></title></result></iati-activity>"
            )
        let (_, reports, told) = try Self.read(text)
        #expect(reports.count == 1)
        #expect(told.isSuperset(of: ["iati-result-without-indicator", "iati-period-without-days"]))
    }

    @Test("parts of a value become parts of the report, by the names that the publisher gives them")
    func dimensions() throws {
        let values = """
            <actual value="30"/><actual value="20"><dimension name="Sex" value="Female"/></actual>
            <actual value="10"><dimension name="Sex" value="Male"/></actual>
            """
        let (plan, reports, _) = try Self.read(
            Self.file(
                "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, values))</indicator>"
            )
        )
        #expect(plan.dimensions.map(\.id) == ["sex"] && plan.dimensions.first?.partitions == false)
        #expect(plan.indicators.first?.disaggregation == ["sex"])
        #expect(reports.first?.content.body == .value(.number(30)))
        #expect(reports.first?.content.cells.map(\.value) == [20, 10])
    }

    @Test("the only value of a period is that of the whole, also where a place is named")
    func places() throws {
        let values = """
            <target value="9"><location ref="L1"/></target><actual value="8"><location ref="L1"/><location ref="L2"/></actual>
            """
        let (plan, reports, _) = try Self.read(
            Self.file(
                "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, values))</indicator>"
            )
        )
        #expect(reports.map(\.content.body) == [.value(.number(8))])
        #expect(plan.indicators.first?.periodTargets.values.first == .number(9))
    }

    @Test("several activities become several objectives, one below the other where they say so")
    func severalActivities() throws {
        let one = Self.file(
            "<indicator measure=\"1\"><title><narrative>W</narrative></title>\(Self.period(2020, "<actual value=\"1\"/>"))</indicator>"
        )
        let start = try #require(one.firstRange(of: "<iati-activity "))
        let end = try #require(one.firstRange(of: "</iati-activity>"))
        let activity = String(one[start.lowerBound..<end.upperBound])
        let child = activity.replacing("XM-1-2", with: "XM-1-3")
            .replacing("<result", with: "<related-activity ref=\"XM-1-2\" type=\"1\"/><result")
        let (plan, reports, _) = try Self.read(one.replacing("</iati-activities>", with: child + "</iati-activities>"))
        #expect(plan.objectives.count == 2 && plan.objectives[1].parent == plan.objectives[0].id)
        #expect(reports.count == 2)
    }

    @Test("damaged files of others give a plan that can be read again, or diagnostics, and never a crash")
    func damaged() throws {
        let whole = Array(
            Self.file(
                "<indicator measure=\"1\" ascending=\"0\"><title><narrative>W</narrative></title><baseline year=\"2019\" value=\"3\"/>"
                    + Self.period(
                        2020,
                        "<target value=\"5\"/><actual value=\"4\"><dimension name=\"sex\" value=\"f\"/></actual><actual value=\"9\"/>"
                    )
                    + "</indicator>"
            )
            .utf8
        )
        var random = SplitMix64(seed: 203)
        let now = try #require(Moment("2022-06-01T00:00:00Z"))
        let rounds = ProcessInfo.processInfo.environment["NAP_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 400
        for _ in 0..<rounds {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...12, using: &random)))
                case 2: bytes.insert(contentsOf: Array("\"<>/ 9-é".utf8).shuffled(using: &random).prefix(2), at: place)
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &random)
                    bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 60)], at: place)
                }
            }
            let outcome = IATIImport(now: now).read(SourceText(name: "x.xml", bytes: bytes))
            guard let plan = outcome.plan, !outcome.diagnostics.hasErrors else {
                #expect(outcome.diagnostics.hasErrors)
                continue
            }
            let (again, problems) = PlanLoader.load([SourceText(name: "p.yaml", text: PlanText(plan).text())])
            #expect(again != nil, "\(TextRenderer().render(problems)) \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
