import Diagnostics
import Foundation
import Testing

@testable import YAML

@Suite("Files and folders")
final class SourceFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "yaml-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ name: String, _ text: String = "a: b\n") throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("a file that is not there, a folder, and one that is too large say so")
    func refused() throws {
        try write("a.yaml")
        #expect(SourceFile.read(folder.path + "/b.yaml").problem?.identifier == "file-not-found")
        #expect(SourceFile.read(folder.path).problem?.identifier == "is-a-folder")
        #expect(SourceFile.read(folder.path + "/a.yaml", limit: 3).problem?.identifier == "file-too-large")
        #expect(SourceFile.read(folder.path + "/a.yaml").source?.bytes == Array("a: b\n".utf8))
    }

    @Test("a folder stands for its YAML files by name; hidden files, others and sub-folders are left out")
    func files() throws {
        for name in ["b.yaml", "a.yml", ".c.yaml", "d.txt", "e/f.yaml", "B.yaml", "g.yaml/h.yaml"] { try write(name) }
        let names = SourceFile.yamlFiles(at: folder.path + "/").paths.map { $0.dropFirst(folder.path.count + 1) }
        #expect(names == ["B.yaml", "a.yml", "b.yaml"])
        #expect(SourceFile.subfolders(of: folder.path) == ["e", "g.yaml"])
    }

    @Test("a folder without YAML files, and a path of nothing, say so")
    func empty() throws {
        try write("a.txt")
        #expect(SourceFile.yamlFiles(at: folder.path).problem?.identifier == "no-yaml-file")
        let missing = SourceFile.yamlFiles(at: folder.path + "/x").paths
        #expect(missing == [folder.path + "/x"])
        #expect(SourceFile.read(folder.path + "/x").problem?.identifier == "file-not-found")
    }
}
