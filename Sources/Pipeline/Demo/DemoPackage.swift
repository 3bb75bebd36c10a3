/// A sample dossier: what it is, and the files that are dropped for it, in order.
package struct DemoPackage: Sendable {
    /// From the inbox, such as `online/mau-01.xml`; a name with a further slash lies in a folder package.
    package let files: [(path: String, bytes: [UInt8])]
    /// The name by which the arrival is known.
    package let name: String
    /// In English, for the table.
    package let what: String

    package init(_ name: String, _ what: String, files: [(path: String, bytes: [UInt8])]) {
        self.name = name
        self.what = what
        self.files = files
    }
}
