import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// Tells clients that wait for it before they send a body whether they may (RFC 9110, 10.1.1).
///
/// It says so when whoever answers begins to take the body (``Accepted``): by then path, method, site, session and length
/// have been looked at. Where the final answer comes first, the body is not waited for, and the connection ends with the
/// answer, since nobody can tell whether the client sends it all the same.
///
/// It stands where questions are those that the router answers, one after the other.
final class Expectations: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Told to the connection by whoever takes the body of the request that is answered now.
    struct Accepted: Sendable {}

    /// Of each request that has no whole answer yet, in their order: whether its client waits.
    private var isWaiting: [Bool] = []
    /// Whether an answer has been given that ends the connection.
    private var isLast = false
    /// Where bytes are written that are an answer already.
    private var encoder: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
    }

    func handlerRemoved(context: ChannelHandlerContext) { encoder = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isLast else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): isWaiting.append(Self.waits(head))
        // It did not wait.
        case .body, .end: if !isWaiting.isEmpty { isWaiting[isWaiting.count - 1] = false }
        }
        context.fireChannelRead(data)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is Accepted else { return context.triggerUserOutboundEvent(event, promise: promise) }
        promise?.succeed()
        guard isWaiting.first == true, let encoder else { return }
        isWaiting[0] = false
        let line = context.channel.allocator.buffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
        encoder.writeAndFlush(NIOAny(IOData.byteBuffer(line)), promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where isWaiting.first == true:
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            isLast = true
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            if !isWaiting.isEmpty { isWaiting.removeFirst() }
            guard isLast else { return context.write(data, promise: promise) }
            let written = promise ?? context.eventLoop.makePromise()
            // What the client may still be sending is not answered by a reset, which could overtake the answer.
            written.futureResult.assumeIsolated().whenSuccess { context.close(mode: .output, promise: nil) }
            context.write(data, promise: written)
        default: context.write(data, promise: promise)
        }
    }

    /// Whether a client waits with what it has to send.
    private static func waits(_ head: HTTPRequestHead) -> Bool {
        guard head.version == .http1_1, isExpected(head.headers["expect"]) else { return false }
        return head.headers.contains(name: "transfer-encoding")
            || head.headers["content-length"].contains { $0 != "0" }
    }

    static func isExpected(_ fields: [String]) -> Bool { fields.contains { $0.lowercased() == "100-continue" } }
}

extension Request {
    /// Whether the client waits to hear that it may send the body.
    var isAwaitingConsent: Bool { Expectations.isExpected(headers[values: .expect]) }

    /// Refuses by the head alone a body that would be refused after it had been sent.
    ///
    /// - Parameters:
    ///   - limit: how many bytes are taken.
    ///   - mediaType: of what is taken; nil where that is found out later.
    /// - Throws: why it is refused.
    func refuseUnsent(above limit: Int, mediaType: String?) throws {
        guard isAwaitingConsent else { return }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPError(.contentTooLarge)
        }
        if let mediaType, self.mediaType != mediaType { throw HTTPError(.unsupportedMediaType) }
    }

    /// The media type of the body, without what follows it.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first?.lowercased().filter { $0 != " " }
    }
}
