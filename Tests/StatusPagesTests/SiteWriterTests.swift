import Foundation
import StatusPages
import Testing

@Suite("Writing a site")
final class SiteWriterTests {
    private let parent = FileManager.default.temporaryDirectory.appending(path: "nap-site-\(UUID().uuidString)").path()
    private var folder: String { parent + "/site" }

    deinit { try? FileManager.default.removeItem(atPath: parent) }

    private func files(_ contents: [String: String]) -> [SiteFile] {
        contents.keys.sorted().map { SiteFile(path: $0, bytes: Array((contents[$0] ?? "").utf8)) }
    }

    private func content(_ path: String) -> String? {
        FileManager.default.contents(atPath: "\(folder)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }

    private func inode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.systemFileNumber] as? Int)
    }

    @Test("a new site is written with its folders, and nothing is left beside it")
    func new() throws {
        let outcome = try SiteWriter(folder: folder).write(files(["index.html": "a", "en/item/x.html": "b"]))
        #expect(outcome == .init(written: 2, unchanged: 0, removed: 0))
        #expect(content("en/item/x.html") == "b")
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["site"])
    }

    @Test("only files whose bytes change are written; those that are gone are removed")
    func again() throws {
        let writer = SiteWriter(folder: folder)
        _ = try writer.write(files(["a": "1", "b": "2", "c/d": "3"]))
        let kept = try inode("a")
        let outcome = try writer.write(files(["a": "1", "b": "two", "e": "4"]))
        #expect(outcome == .init(written: 2, unchanged: 1, removed: 1))
        #expect(try inode("a") == kept)
        #expect(content("b") == "two")
        #expect(content("c/d") == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["site"])
    }

    @Test("a file of the same length with other bytes is written anew")
    func sameLength() throws {
        let writer = SiteWriter(folder: folder)
        _ = try writer.write(files(["a": "12"]))
        #expect(try writer.write(files(["a": "13"])).written == 1)
        #expect(content("a") == "13")
    }

    @Test("a folder that is no site is left alone")
    func foreign() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/thesis.txt"))
        #expect(throws: SiteWriter.Failure.notASite(folder)) { try SiteWriter(folder: folder).write(files(["a": "1"])) }
        #expect(content("thesis.txt") == "mine")
    }

    @Test("an empty folder may become a site")
    func empty() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(try SiteWriter(folder: folder + "/").write(files(["a": "1"])).written == 1)
        #expect(content("a") == "1")
    }

    @Test("what an interrupted run left behind is cleared away")
    func interrupted() throws {
        try FileManager.default.createDirectory(atPath: parent + "/.site.next/en", withIntermediateDirectories: true)
        try Data("half".utf8).write(to: URL(filePath: parent + "/.site.next/en/x.html"))
        _ = try SiteWriter(folder: folder).write(files(["a": "1"]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [".nap-site", "a"])
    }

    @Test("where a file cannot be written, the old site stays as it was")
    func failing() throws {
        let writer = SiteWriter(folder: folder)
        _ = try writer.write(files(["a": "1"]))
        #expect(throws: SiteWriter.Failure.self) { try writer.write(self.files(["a": "2", "a/b": "no"])) }
        #expect(content("a") == "1")
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["site"])
    }

    @Test("a site made on all processors is the same as one made page by page, and again nothing is written")
    func concurrent() throws {
        let site = SiteRenderer(try SmallPlan.assessment())
        let writer = SiteWriter(folder: folder)
        var steps: [Int] = []
        let outcome = try writer.write(site) { steps.append($0) }
        #expect(outcome == .init(written: site.count, unchanged: 0, removed: 0))
        #expect(steps.last == site.count)
        for file in site { #expect(FileManager.default.contents(atPath: "\(folder)/\(file.path)") == Data(file.bytes)) }
        #expect(try writer.write(site) == .init(written: 0, unchanged: site.count, removed: 0))
    }

    @Test("a reader never meets half a site")
    func atomic() async throws {
        let writer = SiteWriter(folder: folder)
        let folder = folder
        func site(_ version: Int) -> [SiteFile] {
            (0..<50).map { SiteFile(path: "p\($0)", bytes: Array("\(version)".utf8)) }
        }
        _ = try writer.write(site(0))
        let reading = Task.detached {
            var missing = 0
            for _ in 0..<3_000 where FileManager.default.contents(atPath: folder + "/p49") == nil { missing += 1 }
            return missing
        }
        for version in 1...40 { _ = try writer.write(site(version)) }
        #expect(await reading.value == 0)
        #expect(content("p49") == "40")
    }
}
