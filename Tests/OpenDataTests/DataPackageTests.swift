import ActionPlan
import JSONReading
import OpenData
import Rules
import Testing

@Suite("Data packages")
struct DataPackageTests {
    private static let reports = [
        Small.report("i-trained", "2021-H1", .number(46), cells: [("female", 43), ("male", 3)]),
        Small.report("i-share", "2021-H1", .ratio(numerator: 30, denominator: 40)),
    ]

    private static func package(
        _ edition: Assessment.Edition = .public,
        isTagged: Bool = false
    ) throws -> (files: [DataFile], descriptor: JSONNode) {
        let files = DataPackage(try Small.assessment(reports, edition), isTagged: isTagged).files
        return (files, try JSONReader.read(try #require(files.first).bytes))
    }

    private static func rows(_ name: String, _ files: [DataFile]) throws -> [Substring] {
        let file = try #require(files.first { $0.path == "data/\(name).csv" })
        return String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
    }

    @Test("every table is described, its columns in the order of its headings, with its size")
    func described() throws {
        let (files, descriptor) = try Self.package()
        let resources = try #require(descriptor["resources"]?.elements)
        #expect(resources.count == files.count - 1)
        for resource in resources {
            let file = try #require(files.first { $0.path == resource["path"]?.string })
            let names = try #require(resource["schema"]?["fields"]?.elements).compactMap { $0["name"]?.string }
            let heading = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").first
            #expect(heading.map(String.init) == names.joined(separator: ","))
            #expect(resource["bytes"]?.number == Double(file.bytes.count))
        }
    }

    @Test("the same assessment gives the same bytes")
    func deterministic() throws {
        #expect(try Self.package().files.map(\.bytes) == Self.package().files.map(\.bytes))
    }

    @Test("a withheld count stands in no file of the public edition, and in the internal one it does")
    func withheld() throws {
        let shown = try Self.rows("figures", Self.package().files).filter { $0.contains("i-trained,2021-H1") }
        #expect(shown.contains { $0.contains("sex=male,withheld,,") })
        // With the whole and the other part it could be worked out.
        #expect(
            !shown.contains { $0.contains(",43,") && $0.contains("female") } || !shown.contains { $0.contains(",46,") }
        )
        let known = try Self.rows("figures", Self.package(.internal).files)
        #expect(known.contains { $0.contains("sex=male,value,3,") })
    }

    @Test("a figure that is absent is an empty cell with its state")
    func absent() throws {
        let rows = try Self.rows("figures", Self.package().files)
        #expect(rows.contains { $0.hasPrefix("i-trained,2021-H2,2021-07-01,2021-12-31,,") && $0.contains(",,,,") })
    }

    @Test("a row of tags begins with a number sign, which the dialect names, and no other row does")
    func tags() throws {
        let (files, descriptor) = try Self.package(isTagged: true)
        for resource in try #require(descriptor["resources"]?.elements) {
            #expect(resource["dialect"]?["commentChar"]?.string == "#")
            let file = try #require(files.first { $0.path == resource["path"]?.string })
            let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
            #expect(rows[1].hasPrefix("#"))
            #expect(rows[1].split(separator: ",").allSatisfy { $0.hasPrefix("#") })
            #expect(!rows.dropFirst(2).contains { $0.hasPrefix("#") })
        }
    }
}
