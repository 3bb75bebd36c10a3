/// The folder that was named is no site.
package struct NoSite: Error, CustomStringConvertible {
    package let path: String

    package var description: String {
        "«\(path)» is no site: it has no config/hoso.xml (hoso init DIR makes a new one)"
    }
}
