import Bytes

extension Paper {
    /// What is wrong with it whatever it is meant for, as an examination would find it in a dossier; nil where nothing is.
    ///
    /// - Parameter name: of the file, where it is not told by the path that it was read from.
    package func finding(named name: String) -> Finding? {
        if let code = FilesAreSound.fault(of: self) { return Finding(code, file: name, found: fault?.code.rawValue) }
        guard type == .unknown else { return nil }
        let accepted = MediaType.allCases.filter { ![.xml, .unknown].contains($0) }.map(\.rawValue)
        return Finding(.wrongType, file: name, found: type.rawValue, expected: accepted.joined(separator: " "))
    }
}
