import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Portal

@Suite("Slow connections")
struct ConnectionDeadlinesTests {
    private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: nil, authority: "a", path: "/"))
    private let answer = HTTPResponsePart.head(HTTPResponse(status: .ok))

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionDeadlines())
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private func advance(_ channel: EmbeddedChannel, _ seconds: Int64) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    }

    @Test("a connection that says nothing is closed after ten seconds (ASVS V15)")
    func silent() throws {
        let channel = try channel()
        advance(channel, 9)
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }

    @Test("a body that drips is cut off after fifteen seconds, however often a byte comes (ASVS V15)")
    func dripping() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        for _ in 1...14 {
            advance(channel, 1)
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        }
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }

    @Test("a client on a slow line has two minutes for an answer, and ten seconds for its next request from then on")
    func slowReader() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.write(answer, promise: nil)
        channel.write(HTTPResponsePart.end(nil), promise: nil)
        advance(channel, 100)
        #expect(channel.isActive)
        channel.flush()
        advance(channel, 9)
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }

    @Test("an answer that nobody takes does not hold a connection for ever (ASVS V15)")
    func stuckReader() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.write(HTTPResponsePart.end(nil), promise: nil)
        advance(channel, 119)
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }

    @Test(
        "a request that is refused before it has come whole keeps a silent connection no longer than others (ASVS V15)"
    )
    func earlyAnswer() throws {
        let channel = try channel()
        try channel.writeInbound(head)
        channel.write(answer, promise: nil)
        channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        advance(channel, 4)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        advance(channel, 9)
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }

    @Test("answers to earlier requests give a body that drips no more time (ASVS V15)")
    func answersWhileDripping() throws {
        let channel = try channel()
        for _ in 1...3 {
            try channel.writeInbound(head)
            try channel.writeInbound(HTTPRequestPart.end(nil))
        }
        try channel.writeInbound(head)
        for _ in 1...3 {
            advance(channel, 4)
            channel.write(answer, promise: nil)
            channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        }
        advance(channel, 2)
        #expect(channel.isActive)
        advance(channel, 1)
        #expect(!channel.isActive)
    }
}
