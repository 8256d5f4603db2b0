package import Diagnostics
import Foundation

/// Reads files and folders, and says in words why one cannot be read.
package enum SourceFile {
    /// The content of a file, or nil and what is wrong.
    ///
    /// - Parameters:
    ///   - path: where the file is; messages name it so.
    ///   - limit: how many bytes it may have.
    /// - Returns: the content or a diagnostic.
    package static func read(
        _ path: String,
        limit: Int = YAMLLimits().size
    ) -> (source: SourceText?, problem: Diagnostic?) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            return (
                nil, Diagnostic("file-not-found", "there is no file \(path)", hint: "check the name and the folder")
            )
        }
        guard !isDirectory.boolValue else {
            return (
                nil,
                Diagnostic(
                    "is-a-folder",
                    "\(path) is a folder",
                    expected: "a file",
                    hint: "name one of the files in it"
                )
            )
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= limit else {
            return (
                nil,
                Diagnostic("file-too-large", "\(path) has \(size) bytes", expected: "at most \(limit) bytes")
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            return (
                nil, Diagnostic("file-not-readable", "\(path) cannot be read", hint: "check the rights of the file")
            )
        }
        return (SourceText(name: path, bytes: Array(data)), nil)
    }

    /// The paths of the YAML files that a path stands for: itself, or the `*.yaml` files in the folder, by name.
    package static func yamlFiles(at path: String) -> (paths: [String], problem: Diagnostic?) {
        guard isFolder(path) else { return ([path], nil) }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            return ([], Diagnostic("file-not-readable", "the folder \(folder) cannot be read"))
        }
        let files = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
            .filter { !isFolder("\(folder)/\($0)") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !files.isEmpty else {
            return ([], Diagnostic("no-yaml-file", "the folder \(folder) holds no `*.yaml` file"))
        }
        return (files.map { "\(folder)/\($0)" }, nil)
    }

    /// Whether there is a file, or a folder, at a path.
    package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether a path is that of a folder.
    package static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

extension SourceFile {
    /// The paths of the YAML files in a folder and in the folders below it, hidden ones left out: those of the folder
    /// itself first, then folder by folder, each by name.
    package static func yamlFiles(below path: String) -> (paths: [String], problem: Diagnostic?) {
        let (own, problem) = yamlFiles(at: path)
        guard isFolder(path), problem == nil || problem?.identifier == "no-yaml-file" else { return (own, problem) }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let below = subfolders(of: folder).flatMap { yamlFiles(below: "\(folder)/\($0)").paths }
        return (own + below, own.isEmpty && below.isEmpty ? problem : nil)
    }

    /// The names of the folders in a folder, hidden ones left out.
    package static func subfolders(of folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") && isFolder("\(folder)/\($0)") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
