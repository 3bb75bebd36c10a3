import Dossiers

/// What a finding speaks of, in the words of the procedure: a component by its title, a file by its name.
struct FindingPaper {
    /// Nil where the finding names no component.
    let title: String?
    /// Nil where the finding names no file, or must not.
    let file: String?
    let isForm: Bool
    /// What the component may be, as people call it; empty for a form and for what is not known.
    let types: [String]

    init(_ finding: Finding, procedure: Procedure?, namesFile: Bool) {
        let component = finding.component.flatMap { procedure?.component($0) }
        title = (component?.title ?? finding.component).map(ShownText.line)
        file = namesFile ? finding.file.map(ShownText.line) : nil
        isForm = component?.kind == .form
        types = component?.types.map(Self.name) ?? []
    }

    /// `giấy tờ “Căn cước công dân”`, or of a form `mẫu đơn, tờ khai “Tờ khai …”`.
    var vietnamese: String {
        guard let title else { return file.map { "tệp “\($0)”" } ?? "một giấy tờ trong hồ sơ" }
        return "\(isForm ? "mẫu đơn, tờ khai" : "giấy tờ") “\(title)”"
    }

    /// `Tệp “cccd.pdf” của giấy tờ “Căn cước công dân”`, to begin a sentence with.
    var vietnameseFile: String {
        switch (file, title) {
        case (let file?, let title?): "Tệp “\(file)” của giấy tờ “\(title)”"
        case (let file?, nil): "Tệp “\(file)”"
        case (nil, let title?): "Tệp gửi cho giấy tờ “\(title)”"
        case (nil, nil): "Một tệp gửi kèm hồ sơ"
        }
    }

    /// `file «cccd.pdf» of component CCCD`, for the operator.
    static func english(_ finding: Finding) -> String {
        let component = finding.component.map { "component \(ShownText.line($0))" }
        let file = finding.file.map { "file «\(ShownText.line($0))»" }
        return switch (file, component) {
        case (let file?, let component?): "\(file) of \(component)"
        case (let file?, nil): file
        case (nil, let component?): component
        case (nil, nil): "the dossier"
        }
    }

    /// A type as people call it; nil for what is none of those that are accepted.
    static func name(of word: String) -> String? {
        guard let type = MediaType(rawValue: word), type != .unknown else { return nil }
        return name(of: type)
    }

    static func name(of type: MediaType) -> String {
        switch type {
        case .pdf: "PDF"
        case .jpeg: "JPEG"
        case .png: "PNG"
        case .tiff: "TIFF"
        case .xml: "XML"
        case .unknown: "không xác định"
        }
    }
}
