/// Another hoso serves this site already.
package struct SiteHeld: Error, CustomStringConvertible {
    package let holder: String

    package var description: String { "another hoso holds this site: \(holder)" }
}
