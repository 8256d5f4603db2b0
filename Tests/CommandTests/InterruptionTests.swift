import Foundation
import Testing

@Suite("Publishing that is broken off")
struct InterruptionTests {
    private let program: Program

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private func words(_ day: String, into folder: String) -> [String] {
        ["publish", "--out", folder, "--as-of", day] + program.common()
    }

    /// The files of a site by their paths.
    private func site(_ name: String) -> [String: Data] {
        let folder = program.path(name)
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                FileManager.default.contents(atPath: "\(folder)/\(path)").map { (path, $0) }
            }
        )
    }

    @Test("whenever the program is killed, the site is the old one or the new one, whole")
    func killed() throws {
        let days = ["2021-07-08", "2021-07-10"]
        for day in days { #expect(try program.run(words(day, into: day)).status == 0) }
        let whole = days.map(site)
        #expect(try program.run(words(days[0], into: "site")).status == 0)
        for round in 0..<12 {
            let process = Process()
            process.executableURL = Program.root.appendingPathComponent(".build/debug/nap")
            process.arguments = words(days[(round + 1) % 2], into: "site")
            process.currentDirectoryURL = program.folder
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: 0.04 * Double(round + 1))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(whole.contains(site("site")), "broken off in round \(round)")
        }
        #expect(try program.run(words(days[1], into: "site")).status == 0)
        #expect(site("site") == whole[1])
    }
}
