import Dossiers
import Publications
import Settings

/// The letters of this site: its wording, its addresses, its catalogue.
struct Letters: Sendable {
    let site: Site

    func path(_ kind: NoticeKind, about entry: Entry) -> String {
        let folder = kind.isForStaff ? "incidents" : "notices"
        return "\(folder)/\(entry.at.seconds)-\(entry.dossier?.description ?? site.code)-\(kind.rawValue)-\(entry.number).eml"
    }

    func bytes(_ kind: NoticeKind, cause: Int, _ verdict: Verdict) throws -> [UInt8] { [] }
}
