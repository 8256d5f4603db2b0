import ActionPlan
import Foundation
import Rules
import StatusPages
import Testing

@Suite("Keeping a site up to date")
final class SitePublisherTests {
    private let parent = FileManager.default.temporaryDirectory.appending(path: "nap-kept-\(UUID().uuidString)").path()
    private var folder: String { parent + "/site" }

    deinit { try? FileManager.default.removeItem(atPath: parent) }

    private func content(_ path: String) -> Data? { FileManager.default.contents(atPath: "\(folder)/\(path)") }

    /// The files of a folder by their paths.
    private func files(_ folder: String) -> Set<String> {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return Set(
            found.filter { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
        )
    }

    /// The folder holds the site, nothing else, and nothing less.
    private func expectHolds(
        _ site: SiteRenderer,
        _ comment: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let wanted = Array(site)
        #expect(files(folder) == Set(wanted.map(\.path) + [".nap-site"]), comment, sourceLocation: sourceLocation)
        for file in wanted where content(file.path) != Data(file.bytes) {
            Issue.record("\(comment): \(file.path) is otherwise", sourceLocation: sourceLocation)
        }
    }

    @Test("a site kept up to date over any history is the same as one written anew", arguments: 0..<4)
    func sameAsAnew(seed: Int) throws {
        var random = RepeatableRandom(seed: UInt64(seed))
        let history = try RandomHistory(using: &random)
        var publisher = SitePublisher(folder: folder)
        for step in 0..<5 {
            let site = history.site(using: &random)
            _ = try publisher.publish(site)
            expectHolds(site, "history \(seed), step \(step)")
        }
    }

    @Test("after one report only pages whose bytes change are written")
    func little() throws {
        var random = RepeatableRandom(seed: 1)
        let history = try RandomHistory(using: &random)
        var publisher = SitePublisher(folder: folder)
        let (before, after) = (history.site(known: history.count - 1), history.site(known: history.count))
        let all = try publisher.publish(before)
        #expect(all.written == before.count)
        let outcome = try publisher.publish(after)
        let changed = zip(before, after).count { $0.bytes != $1.bytes }
        #expect(outcome == .init(written: changed, unchanged: after.count - changed, removed: 0))
        #expect(changed < before.count)
        #expect(try publisher.publish(after) == .init(written: 0, unchanged: after.count, removed: 0))
    }

    @Test("where someone else published in between, all is written again")
    func interference() throws {
        var random = RepeatableRandom(seed: 2)
        let history = try RandomHistory(using: &random)
        var publisher = SitePublisher(folder: folder)
        _ = try publisher.publish(history.site(known: 3))
        _ = try SiteWriter(folder: folder).write([SiteFile(path: "other.html", bytes: [1])])
        let site = history.site(known: 4)
        #expect(try publisher.publish(site).written == site.count)
        expectHolds(site, "after interference")
    }

    @Test("another day, other words or languages make all pages anew")
    func otherFrame() throws {
        var publisher = SitePublisher(folder: folder)
        let now = try SmallPlan.assessment()
        _ = try publisher.publish(SiteRenderer(now))
        for site in [
            SiteRenderer(try SmallPlan.assessment(asOf: "2021-08-06")),
            SiteRenderer(now, options: .init(languages: ["ru"])),
            SiteRenderer(now, options: .init(languages: ["ru"], programVersion: "2")),
        ] {
            _ = try publisher.publish(site)
            expectHolds(site, "another frame")
        }
    }

    @Test("closing leaves the site and nothing beside it")
    func closing() throws {
        var publisher = SitePublisher(folder: folder)
        let site = SiteRenderer(try SmallPlan.assessment())
        _ = try publisher.publish(site)
        try publisher.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["site"])
        expectHolds(site, "closed")
    }

    @Test("who keeps the folder open keeps one site, whole; who opens by path meets the old or the new")
    func readers() async throws {
        var random = RepeatableRandom(seed: 3)
        let history = try RandomHistory(using: &random)
        let sites = (0..<6).map { history.site(known: history.count - $0) }
        var publisher = SitePublisher(folder: folder)
        _ = try publisher.publish(sites[0])
        let known = Dictionary(grouping: sites.flatMap { Array($0) }, by: \.path).mapValues { Set($0.map(\.bytes)) }
        let (folder, paths) = (folder, sites[0].map(\.path))
        let reading = Task.detached {
            var wrong: [String] = []
            for _ in 0..<10 {
                for path in paths {
                    let found = FileManager.default.contents(atPath: "\(folder)/\(path)").map { Array($0) }
                    if found.map({ known[path]?.contains($0) ?? false }) != true { wrong.append(path) }
                }
            }
            return wrong
        }
        for round in 1...12 { _ = try publisher.publish(sites[round % sites.count]) }
        #expect(await reading.value == [])
        let descriptor = open(folder, O_RDONLY)
        defer { close(descriptor) }
        _ = try publisher.publish(sites[1])
        _ = try publisher.publish(sites[2])
        let kept = "/proc/self/fd/\(descriptor)"
        let held = sites.filter { site in
            site.allSatisfy { FileManager.default.contents(atPath: "\(kept)/\($0.path)") == Data($0.bytes) }
        }
        #expect(!held.isEmpty)
    }
}
