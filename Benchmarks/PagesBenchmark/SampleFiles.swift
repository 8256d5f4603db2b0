import Foundation

/// The sample plan and its reports as files, for the program itself and for others.
struct SampleFiles {
    let sample: SamplePlan
    let folder: String

    init(_ sample: SamplePlan, folder: String) {
        self.sample = sample
        self.folder = folder
    }

    func write() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: "\(folder)/reports", withIntermediateDirectories: true)
        try Data(sample.plan.utf8).write(to: URL(filePath: "\(folder)/plan.yaml"))
        for file in sample.reports {
            try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/reports/\(file.name)"))
        }
    }
}
