import Feeds
import Foundation
import HTTPTypes
import NIOCore
import Synchronization

/// The files of the status pages; those that are asked for are kept at hand with all that is answered of them.
///
/// Before each answer the file is looked at: one that is another by now is read anew.
final class PageStore: Sendable {
    /// A file as it is answered.
    struct Page: Sendable {
        let body: ByteBuffer
        /// By which the bytes are known again; a strong one (RFC 9110, 8.8.3).
        let tag: String
        /// What the head of an answer says, with the body and without it.
        let head: HTTPFields
        let notModifiedHead: HTTPFields
        /// The first line and these fields as HTTP/1.1 has them, up to the date.
        let start: ByteBuffer
        let notModifiedStart: ByteBuffer

        init(body: ByteBuffer, tag: String, head: HTTPFields, notModifiedHead: HTTPFields) {
            self.body = body
            self.tag = tag
            self.head = head
            self.notModifiedHead = notModifiedHead
            start = Self.start("200 OK", head)
            notModifiedStart = Self.start("304 Not Modified", notModifiedHead)
        }

        private static func start(_ status: String, _ fields: HTTPFields) -> ByteBuffer {
            var buffer = ByteBuffer(string: "HTTP/1.1 \(status)\r\n")
            for field in fields { buffer.writeString("\(field.name): \(field.value)\r\n") }
            return buffer
        }
    }

    /// An edition of the site, each with its rules on who may keep it.
    enum Edition: String, Sendable {
        case `public`
        case `internal`

        var caching: String {
            switch self {
            case .public: "public, max-age=60"
            case .internal: "private, no-cache"
            }
        }
    }

    private let folder: String
    private let headers: HTTPFields
    private let capacity: Int
    private let kept = Mutex(Kept())

    private struct Kept {
        var pages: [String: Entry] = [:]
        var bytes = 0
        var turn = 0

        mutating func use(_ path: String) -> (Page, file: String, FileStamp)? {
            guard let place = pages.index(forKey: path) else { return nil }
            turn += 1
            pages.values[place].turn = turn
            let entry = pages.values[place]
            return (entry.page, entry.file, entry.stamp)
        }
    }

    private struct Entry {
        let page: Page
        let file: String
        let stamp: FileStamp
        /// When it was last asked for, in turns.
        var turn: Int
    }

    /// - Parameters:
    ///   - folder: the folder that has those of the editions.
    ///   - headers: what the head of every answer says.
    ///   - capacity: how many bytes of files are kept at hand at most.
    init(folder: String, headers: HTTPFields = [:], capacity: Int = 64 * 1_024 * 1_024) {
        self.folder = folder
        self.headers = headers
        self.capacity = capacity
    }

    /// How many bytes of files are kept at hand.
    var keptBytes: Int { kept.withLock { $0.bytes } }

    /// The file at a path below an edition's folder; nil where there is none.
    func page(_ parts: [Substring], of edition: Edition) -> Page? {
        let parts = parts.isEmpty ? ["index.html"] : parts
        guard parts.allSatisfy(Self.isName), parts.count <= 8 else { return nil }
        let path = "/\(edition.rawValue)/\(parts.joined(separator: "/"))"
        return keptPage(at: path) ?? read(path, edition)
    }

    /// A file that is at hand and as it is on the disk; nil where it has to be read.
    ///
    /// - Parameter path: as the service has it, with the edition; only what can be a path of it is ever at hand.
    /// - Returns: the file; nil where it has to be read.
    func keptPage(at path: String) -> Page? {
        guard let (page, file, stamp) = kept.withLock({ $0.use(path) }), FileStamp(of: file) == stamp
        else { return nil }
        return page
    }

    /// The files of pages are small; whatever is larger is not kept.
    private static let largest = 4 * 1_024 * 1_024

    private func read(_ path: String, _ edition: Edition) -> Page? {
        let file = "\(folder)\(path)"
        // The stamp of the file before it was read: where it is another meanwhile, the next question reads it anew.
        guard let stamp = FileStamp(of: file), let data = FileManager.default.contents(atPath: file) else { return nil }
        let tag = APIAnswer.tag(of: Array(data))
        var notModified = headers
        notModified[.eTag] = tag
        notModified[.cacheControl] = edition.caching
        var head = notModified
        head[.contentType] = Self.type(of: path)
        head[.contentLength] = "\(data.count)"
        let page = Page(body: ByteBuffer(bytes: data), tag: tag, head: head, notModifiedHead: notModified)
        if data.count <= min(Self.largest, capacity) {
            keep(Entry(page: page, file: file, stamp: stamp, turn: 0), path)
        }
        return page
    }

    private func keep(_ entry: Entry, _ path: String) {
        var entry = entry
        kept.withLock { kept in
            kept.turn += 1
            entry.turn = kept.turn
            let former = kept.pages.updateValue(entry, forKey: path)
            kept.bytes += entry.page.body.readableBytes - (former?.page.body.readableBytes ?? 0)
            guard kept.bytes > capacity else { return }
            // A quarter of the room is made at once, so that not every new page has to look for some.
            for (path, entry) in kept.pages.sorted(by: { $0.value.turn < $1.value.turn }) {
                kept.pages[path] = nil
                kept.bytes -= entry.page.body.readableBytes
                if kept.bytes <= capacity / 4 * 3 { break }
            }
        }
    }

    /// Whether a part of a path can be a file or folder of a site: nothing hidden, nothing that leads out of it.
    private static func isName(_ part: Substring) -> Bool {
        !part.isEmpty && part.utf8.first != UInt8(ascii: ".")
            && part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "json": "application/json"
        case "csv": "text/csv; charset=utf-8"
        case "ics": DeadlineCalendar.mediaType
        case "atom": NewsFeed.mediaType
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "xml": "application/xml"
        default: "application/octet-stream"
        }
    }
}
