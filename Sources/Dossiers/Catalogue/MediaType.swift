import Bytes

/// What a paper is by its content, never by its suffix.
package enum MediaType: String, Sendable, Codable, Wired, CaseIterable {
    case pdf, jpeg, png, tiff, xml, unknown

    /// What an attachment may be.
    package static let attachments: [MediaType] = [.pdf, .jpeg, .png, .tiff]

    /// As in IANA's registry.
    package var mime: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .xml: "application/xml"
        case .unknown: "application/octet-stream"
        }
    }
}
