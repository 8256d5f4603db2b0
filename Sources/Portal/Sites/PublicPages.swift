import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Synchronization

/// Answers questions for public pages that are at hand, on the connection itself.
///
/// Nobody has to be known for them, and nothing waits for the disk. What is sent was written once, when the file was read;
/// only the date comes anew.
///
/// Whatever else is asked goes on to the router, and so do these while the router still works on an answer, since answers
/// come in the order of the questions, or while the client has not taken what was sent before. They are counted, not
/// logged one by one.
final class PublicPages: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let store: PageStore
    private let figures: ServiceFigures
    private let deadlines: ConnectionDeadlines
    /// Where bytes are written that are an answer already.
    private var encoder: ChannelHandlerContext?
    /// How many answers of the router are under way.
    private var waiting = 0
    /// The page that is answered when the request has ended.
    private var answer: (page: PageStore.Page, kind: Kind)?

    private enum Kind {
        case whole
        case head
        case notModified
    }

    /// - Parameters:
    ///   - store: the pages.
    ///   - figures: where answers are counted.
    ///   - deadlines: those of the connection, which hear of answers that come from here.
    init(_ store: PageStore, figures: ServiceFigures, deadlines: ConnectionDeadlines) {
        self.store = store
        self.figures = figures
        self.deadlines = deadlines
    }

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) { encoder = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let request):
            if waiting == 0, encoder != nil, context.channel.isWritable { answer = answer(to: request) }
            guard answer == nil else { return }
            waiting += 1
        case .body: guard answer == nil else { return }
        case .end:
            if let answer {
                self.answer = nil
                return send(answer.page, answer.kind, context)
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waiting = max(0, waiting - 1) }
        context.write(data, promise: promise)
    }

    private func answer(to request: HTTPRequestHead) -> (page: PageStore.Page, kind: Kind)? {
        guard request.method == .GET || request.method == .HEAD, request.version == .http1_1,
            request.uri.utf8.starts(with: Self.prefix)
        else { return nil }
        var known: [String] = []
        var hosts = 0
        for (name, value) in request.headers {
            switch name.utf8.count {
            case 4 where Self.isSame(name, "host"): hosts += 1
            case 10 where Self.isSame(name, "connection"), 14 where Self.isSame(name, "content-length"),
                17 where Self.isSame(name, "transfer-encoding"), 13 where Self.isSame(name, "authorization"),
                6 where Self.isSame(name, "expect"), 7 where Self.isSame(name, "upgrade"):
                return nil
            case 13 where Self.isSame(name, "if-none-match"): known.append(value)
            default: break
            }
        }
        guard hosts == 1, let page = store.keptPage(at: request.uri) else { return nil }
        if EntityTags(known)?.contains(page.tag, weakly: true) == true { return (page, .notModified) }
        return (page, request.method == .HEAD ? .head : .whole)
    }

    /// Whether a field has a name, which is given in small letters.
    private static func isSame(_ name: String, _ wanted: StaticString) -> Bool {
        wanted.withUTF8Buffer { wanted in name.utf8.elementsEqual(wanted) { $0 | 0x20 == $1 } }
    }

    private func send(_ page: PageStore.Page, _ kind: Kind, _ context: ChannelHandlerContext) {
        guard let encoder else { return }
        figures.countPublicPage(isKnown: kind == .notModified)
        let start = kind == .notModified ? page.notModifiedStart : page.start
        let date = HTTPDate.field
        var head = context.channel.allocator.buffer(capacity: start.readableBytes + date.count)
        head.writeImmutableBuffer(start)
        head.writeBytes(date)
        if kind == .whole { encoder.write(NIOAny(IOData.byteBuffer(head)), promise: nil) }
        deadlines.answering(on: context.channel)
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated()
            .whenSuccess { [deadlines] in
                deadlines.answered(on: context.channel)
            }
        encoder.writeAndFlush(NIOAny(IOData.byteBuffer(kind == .whole ? page.body : head)), promise: written)
    }

    private static let prefix = Array("/public/".utf8)
}

/// Puts ``PublicPages``, ``StrictHeads`` and ``Expectations`` before what turns the parts of HTTP/1 into those that the router knows.
final class PublicPagesPlacement: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    private let pages: PublicPages

    init(_ pages: PublicPages) { self.pages = pages }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        // Where there is no such handler the router answers, as it does whatever is not at hand.
        guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
        try? pipeline.addHandlers([pages, StrictHeads(), Expectations()], position: .before(codec))
    }
}

/// The time as the heads of answers have it (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let latest = Mutex<(second: Int, text: String, field: [UInt8])>((0, "", []))

    /// Now; written once a second.
    static var now: String { current.text }

    /// The last field of a head and the empty line after it.
    static var field: [UInt8] { current.field }

    private static var current: (second: Int, text: String, field: [UInt8]) {
        let second = time(nil)
        return latest.withLock { latest in
            if latest.second != second {
                let text = text(second)
                latest = (second, text, Array("Date: \(text)\r\n\r\n".utf8))
            }
            return latest
        }
    }

    /// A time by the seconds since the beginning of 1970.
    static func text(_ second: Int) -> String {
        var instant = time_t(second)
        var parts = tm()
        gmtime_r(&instant, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
            Int(parts.tm_mon)
        ]
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(day), \(two(parts.tm_mday)) \(month) \(parts.tm_year + 1_900) \(clock) GMT"
    }
}
