#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder, by plain system calls: tens of thousands of small files are written, compared and linked.
struct Folder: Sendable {
    let path: String

    init(_ path: String) { self.path = path }

    /// What a file holds, compared with some bytes.
    enum Comparison: Sendable {
        case same
        case different
        case absent
    }

    /// A lock that others who publish beside it wait for.
    struct Lock: Sendable {
        fileprivate let descriptor: Int32

        func release() { _ = close(descriptor) }
    }

    private func failure(_ path: String) -> SiteWriter.Failure {
        .system(path: path, reason: String(cString: strerror(errno)))
    }

    /// Makes it, and all folders above it.
    func create() throws(SiteWriter.Failure) { try create(at: path) }

    /// Makes a folder in it, and those on the way.
    func create(_ subfolder: String) throws(SiteWriter.Failure) { try create(at: "\(path)/\(subfolder)") }

    private func create(at path: String) throws(SiteWriter.Failure) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw failure(path)
        }
        try create(at: String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
    }

    func exists(_ file: String) -> Bool { access("\(path)/\(file)", F_OK) == 0 }

    /// By which the folder is known again under whatever name; nil where there is none.
    var number: UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    /// Removes a file in it, if there is one.
    func remove(_ file: String) throws(SiteWriter.Failure) {
        guard unlink("\(path)/\(file)") == 0 || errno == ENOENT else { throw failure("\(path)/\(file)") }
    }

    /// Waits until nobody else publishes into a folder in it.
    func lock() throws(SiteWriter.Failure) -> Lock {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let failure = failure(path)
                _ = close(descriptor)
                throw failure
            }
        }
        return Lock(descriptor: descriptor)
    }

    /// Whether a file in it holds just these bytes.
    func compare(_ bytes: [UInt8], with file: String) -> Comparison {
        let descriptor = open("\(path)/\(file)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .absent }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == bytes.count else { return .different }
        return withUnsafeTemporaryAllocation(byteCount: max(1, bytes.count), alignment: 1) { buffer in
            var done = 0
            while done < bytes.count {
                let count = read(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return .different }
                done += count
            }
            let isSame = bytes.withUnsafeBytes { wanted in
                guard let wanted = wanted.baseAddress, let found = buffer.baseAddress else { return true }
                return memcmp(wanted, found, bytes.count) == 0
            }
            return isSame ? .same : .different
        }
    }

    /// Gives a file of another folder a second name in this one; false where the file system cannot.
    func link(_ file: String, from other: Folder) -> Bool {
        #if canImport(Glibc)
        Glibc.link("\(other.path)/\(file)", "\(path)/\(file)") == 0
        #elseif canImport(Musl)
        Musl.link("\(other.path)/\(file)", "\(path)/\(file)") == 0
        #else
        Darwin.link("\(other.path)/\(file)", "\(path)/\(file)") == 0
        #endif
    }

    func write(_ bytes: [UInt8], to file: String) throws(SiteWriter.Failure) {
        let name = "\(path)/\(file)"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(name) }
        defer { _ = close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                self.write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(name) }
            done += count
        }
    }

    private func write(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, start, count)
        #else
        Darwin.write(descriptor, start, count)
        #endif
    }

    /// Lets this folder and another change places; where there is no other, this one takes its place.
    func exchange(with other: Folder) throws(SiteWriter.Failure) {
        if rename(path, other.path) == 0 { return }
        guard errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR else { throw failure(other.path) }
        if exchangeInOneStep(with: other) { return }
        // Two steps: for a moment there is no site.
        let aside = path + ".old"
        try Folder(aside).remove()
        guard rename(other.path, aside) == 0 else { throw failure(other.path) }
        guard rename(path, other.path) == 0 else {
            let failure = failure(path)
            _ = rename(aside, other.path)
            throw failure
        }
        guard rename(aside, path) == 0 else { throw failure(aside) }
    }

    /// Linux's `renameat2` with `RENAME_EXCHANGE`; false where the C library or the file system lacks it.
    private func exchangeInOneStep(with other: Folder) -> Bool {
        #if os(Linux)
        typealias Rename = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, path, AT_FDCWD, other.path, 2) == 0
        #else
        return false
        #endif
    }
}
