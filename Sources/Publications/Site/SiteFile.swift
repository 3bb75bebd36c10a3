/// A file of the published site.
package struct SiteFile: Sendable {
    /// Below the site's folder, such as `vi/track/index.html`.
    package let path: String
    package let content: [UInt8]

    init(_ path: String, _ content: [UInt8]) {
        self.path = path
        self.content = content
    }
}
