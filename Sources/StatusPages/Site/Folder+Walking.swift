#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Folder {
    /// How many files are in it and below; 0 where it does not exist.
    func fileCount() throws(SiteWriter.Failure) -> Int {
        var count = 0
        try walk { _, isFolder in if !isFolder { count += 1 } }
        return count
    }

    /// Removes it with all that is in it; nothing where it does not exist.
    func remove() throws(SiteWriter.Failure) {
        var folders: [String] = []
        var failed: SiteWriter.Failure?
        try walk { name, isFolder in
            if isFolder {
                folders.append(name)
            } else if unlink(name) != 0, errno != ENOENT {
                failed = .system(path: name, reason: String(cString: strerror(errno)))
            }
        }
        if let failed { throw failed }
        for name in folders.reversed() + [path] where rmdir(name) != 0 && errno != ENOENT {
            throw .system(path: name, reason: String(cString: strerror(errno)))
        }
    }

    /// Visits everything below it, a folder before what is in it; links are not followed.
    private func walk(_ visit: (_ path: String, _ isFolder: Bool) -> Void) throws(SiteWriter.Failure) {
        var open = [path]
        while let folder = open.popLast() {
            guard let stream = opendir(folder) else {
                if errno == ENOENT { continue }
                throw .system(path: folder, reason: String(cString: strerror(errno)))
            }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let path = "\(folder)/\(name)"
                let isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
                visit(path, isFolder)
                if isFolder { open.append(path) }
            }
        }
    }
}
