package import Dossiers
private import Publications

/// Where a paper of a result is laid out for the citizen who asked for it.
package enum ResultFile {
    /// `portal/results/ACCOUNT/CODE_KQ.pdf`: made of checked names only; the agency's own name for the file is no part of it.
    ///
    /// - Parameters:
    ///   - account: checked to be a single plain name (`Submitter.accountFolder`).
    ///   - position: among the result's papers, from 0 on, so that no two have one name.
    package static func path(
        _ code: DossierCode, account: String, paper: ExaminedPaper, position: Int
    ) -> String {
        let component = FileWord.safe(paper.component ?? "KQ")
        let number = position == 0 ? "" : "_\(position + 1)"
        return "portal/results/\(account)/\(code)_\(component)\(number).\(suffix(of: paper.paper.type))"
    }

    private static func suffix(of type: MediaType) -> String {
        switch type {
        case .jpeg: "jpg"
        case .unknown: "bin"
        default: type.rawValue
        }
    }
}
