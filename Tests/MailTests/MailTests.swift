import Foundation
import Testing

@testable import Mail

@Suite("Mail as other machines read it")
struct MailTests {
    private static func message(
        subject: String = "Reports",
        text: String = "Good day.\n",
        name: String = "Maral",
        optOut: String? = nil
    ) throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress("nap@example.org")),
            to: try #require(MailAddress("maral@example.org", name: name)),
            subject: subject,
            text: text,
            language: "en",
            written: MailDate(year: 2021, month: 7, day: 10, weekday: 6, second: 32_400),
            id: "nap-1",
            optOut: optOut
        )
    }

    private static func lines(_ message: MailMessage) -> [String] {
        String(decoding: message.bytes(lineEnd: .lineFeed), as: UTF8.self).components(separatedBy: "\n")
    }

    @Test("a plain mail has a head that says who, when and what, and a text that people can read")
    func plain() throws {
        let lines = Self.lines(try Self.message(optOut: "https://nap.example.org/en/reminders/off/x"))
        #expect(
            lines == [
                "From: nap@example.org", "To: Maral <maral@example.org>", "Subject: Reports",
                "Date: Sat, 10 Jul 2021 09:00:00 +0000", "Message-ID: <nap-1@example.org>", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                "Content-Language: en", "Auto-Submitted: auto-generated",
                "List-Unsubscribe: <https://nap.example.org/en/reminders/off/x>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "", "Good day.", "", "",
            ]
        )
    }

    @Test(
        "nothing that stands in a name or a subject adds a line to the head (ASVS 1.2)",
        arguments: ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\0", "\u{202E}", "e\u{301}\r\n"]
    )
    func injection(ending: String) throws {
        let attack = "A\(ending)Bcc: all@example.org\(ending)\(ending)<b>text</b>"
        let message = try Self.message(subject: attack, name: attack, optOut: "https://a.example/\(ending)X: y")
        let head = Self.lines(message).prefix { !$0.isEmpty }
        #expect(!head.contains { $0.hasPrefix("Bcc:") || $0.hasPrefix("X:") || $0.hasPrefix("List-") })
        #expect(head.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
        // A line of the head is a field, or goes on with a blank.
        let names = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted"]
        #expect(
            head.allSatisfy { line in
                line.hasPrefix(" ") || line.hasPrefix("Content-") || names.contains { line.hasPrefix("\($0): ") }
            }
        )
    }

    @Test(
        "what could add a reader, end a line or be an option is no address",
        arguments: [
            "a@b.c\r\nBcc: d@e.f", "a@b.c, d@e.f", "a b@c.d", "<a@b.c>", "a@b@c.d", "@b.c", "a@", "a@b..c",
            "a@[1.2.3.4]",
            "\"a\"@b.c", "-oQ/tmp@b.c", "ä@b.c", "a@b.c\0", "a;b@c.d", "a@b.c ",
        ]
    )
    func addresses(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test(
        "letters of other alphabets come through, in words of at most 75 characters (RFC 2047)",
        arguments: [
            "План противодействия торговле людьми: открыто 12 отчётов, просрочено: 3, возвращено: 1, и ещё несколько слов",
            "Hasabatlar: möhleti geçen – 3", "𝄞 and ё", "=?UTF-8?Q?no?=", String(repeating: "long ", count: 60),
        ]
    )
    func encodedWords(subject: String) throws {
        let lines = Self.lines(try Self.message(subject: subject))
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let field = [String(lines[start].dropFirst(9))] + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(field.allSatisfy { $0.utf8.count <= 76 })
        var read = ""
        for line in field {
            for word in line.split(separator: " ") {
                if word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?=") {
                    #expect(word.utf8.count <= 75)
                    let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
                    read += try #require(String(data: data, encoding: .utf8))
                } else {
                    read += (read.isEmpty ? "" : " ") + word
                }
            }
        }
        #expect(read == subject.trimmingCharacters(in: .whitespaces))
    }

    @Test("a name with signs that mean something in a head is written as encoded words")
    func names() throws {
        let lines = Self.lines(try Self.message(name: "Atayewa, M. <x@y.z>"))
        let to = try #require(lines.first { $0.hasPrefix("To: ") })
        #expect(to.hasSuffix(" <maral@example.org>"))
        #expect(to.contains("=?UTF-8?B?"))
        #expect(!to.contains("x@y.z"))
    }

    @Test(
        "a text comes through whatever its letters and lines are",
        arguments: [
            "Good day.\n\nFrom here\n.\n..\ntrailing \t\na = b\n", String(repeating: "x", count: 400) + "\n",
            "Здравствуйте, Марал.\nОтчёты: https://nap.example.org/ru/due\n", "gün: 14 – möhleti\n", "",
        ]
    )
    func texts(text: String) throws {
        let message = try Self.message(text: text)
        let lines = Self.lines(message)
        let body = lines.drop { !$0.isEmpty }.dropFirst()
        #expect(body.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 0x7F } })
        #expect(!body.contains(".") && !body.contains { $0.hasPrefix("From ") })
        #expect(body.allSatisfy { $0.last != " " && $0.last != "\t" })
        let isBase64 = lines.contains("Content-Transfer-Encoding: base64")
        let read =
            isBase64
            ? String(
                decoding: try #require(Data(base64Encoded: body.joined())),
                as: UTF8.self
            )
            .replacing("\r\n", with: "\n") : Self.readQuotedPrintable(Array(body))
        #expect(read == text + (isBase64 ? "" : "\n"))
    }

    private static func readQuotedPrintable(_ lines: [String]) -> String {
        var bytes: [UInt8] = []
        for (position, line) in lines.enumerated() {
            var rest = Array(line.utf8)[...]
            var isSoft = false
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                guard rest.count >= 2 else {
                    isSoft = true
                    break
                }
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            }
            if !isSoft, position < lines.count - 1 { bytes.append(0x0A) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite("Handing mail on")
struct DeliveryTests {
    private static let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "nap-mail-tests-\(UUID().uuidString)"
    )

    /// A program with the interface of sendmail that writes down how it was called, and what it read.
    private static func program(_ script: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("sendmail-\(UUID().uuidString)").path
        let text = "#!/bin/sh\n\(script)\n"
        #expect(
            FileManager.default.createFile(
                atPath: path,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o700]
            )
        )
        return path
    }

    private static func message() throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress("nap@example.org")),
            to: try #require(MailAddress("maral@example.org")),
            subject: "S",
            text: "T\n.\n",
            language: "en",
            written: MailDate(year: 1970, month: 1, day: 1, weekday: 4, second: 0),
            id: "nap-2"
        )
    }

    @Test("sendmail gets the mail on its input, and addresses as arguments that are no options")
    func sendmail() throws {
        let out = Self.folder.appendingPathComponent("out-\(UUID().uuidString)").path
        let program = try Self.program("printf '%s\\n' \"$@\" >'\(out)'; cat >>'\(out)'")
        try SendmailDelivery(program).send(Self.message())
        let text = try String(contentsOfFile: out, encoding: .utf8)
        #expect(text.hasPrefix("-i\n-f\nnap@example.org\n--\nmaral@example.org\nFrom: nap@example.org\n"))
        #expect(text.contains("\n\nT\n=2E\n"))
        #expect(!text.contains("\r"))
    }

    @Test("a refusal tells the status and the program's own words, in one line; surely nothing was sent")
    func refusal() throws {
        let program = try Self.program("echo 'queue\nfull' >&2; exit 75")
        let fault = #expect(throws: MailFault.self) { try SendmailDelivery(program).send(Self.message()) }
        #expect(fault == .refused(status: 75, words: "queue full"))
        #expect(fault?.isSure == true)
    }

    @Test("a program that does not end is stopped, and nobody can say whether the mail went")
    func slow() throws {
        let program = try Self.program("exec sleep 60")
        let fault = #expect(throws: MailFault.self) {
            try SendmailDelivery(program, patience: 1).send(Self.message())
        }
        #expect(fault == .tooSlow(seconds: 1))
        #expect(fault?.isSure == false)
    }

    @Test("where there is no such program, that is said")
    func missing() throws {
        #expect(throws: MailFault.noProgram(path: "/nowhere/sendmail")) {
            try SendmailDelivery("/nowhere/sendmail").send(Self.message())
        }
    }

    @Test("a folder gets one file for each mail, with the line ends of mail")
    func folder() throws {
        let folder = Self.folder.appendingPathComponent("mails-\(UUID().uuidString)").path
        try FolderDelivery(folder).send(Self.message())
        let text = try String(contentsOfFile: "\(folder)/nap-2.eml", encoding: .utf8)
        #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D })
    }
}
