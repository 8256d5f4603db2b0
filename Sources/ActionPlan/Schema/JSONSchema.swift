/// JSON Schemas (draft-07, which editors understand) of the files that people write.
package enum JSONSchema {
    /// Of plan files.
    package static var plan: String { SchemaWriter.text(of: PlanSchema.file) }
    /// Of files with reports.
    package static var reports: String { SchemaWriter.text(of: ReportSchema.file) }
    /// Of files with reviews.
    package static var reviews: String { SchemaWriter.text(of: ReviewSchema.file) }
    /// Of files about a site.
    package static var site: String { SchemaWriter.text(of: SiteSchema.file) }

    /// The text of a schema, ending in a line feed.
    package static func text(of file: FileSchema) -> String { SchemaWriter.text(of: file) }
}
