import Documents
import Dossiers

/// What `config/agencies.xml` says.
struct AgenciesPage {
    static let file = "config/agencies.xml"

    private(set) var agencies: [Agency] = []
    /// Also of agencies of which something else is wrong, so that one mistake is not told again for each procedure.
    private(set) var codes: Set<AgencyCode> = []

    init(_ root: XMLElement, problems: Problems) {
        let page = ConfigurationElement(
            root, as: "agencies", attributes: [], children: ["agency"], file: AgenciesPage.file, problems: problems)
        let elements = page.all(
            "agency",
            attributes: [
                "code", "email", "phone", "address", "kind", "parent", "account", "since", "until", "formerly",
                "delivery",
            ],
            children: ["name", "duty"])
        if elements.isEmpty { page.report("<agencies> has no <agency>", about: "agency") }

        var lines: [AgencyCode: Int] = [:]
        var parents: [(ConfigurationElement, AgencyCode)] = []
        for element in elements {
            let code = element.required("code", .agencyCode)
            if let code {
                if let line = lines[code] {
                    element.report("the agency \(code) stands already in line \(line)", about: "code")
                } else {
                    lines[code] = element.line
                }
            }
            let agency = AgenciesPage.agency(element, code: code)
            if let parent = agency?.parent { parents.append((element, parent)) }
            if let agency { agencies.append(agency) }
        }
        codes = Set(lines.keys)
        for (element, parent) in parents where lines[parent] == nil {
            element.report("parent=\"\(parent)\" on <agency> is no agency of this file", about: "parent")
        }
    }

    private static func agency(_ element: ConfigurationElement, code: AgencyCode?) -> Agency? {
        let name = element.child("name")?.words()
        let email = element.required("email", .email)
        let phone = element.optional("phone", .words)
        let address = element.optional("address", .words)
        let kind: Agency.Kind? = element.optional("kind", .word)
        let delivery: Agency.Delivery? = element.optional("delivery", .word)
        let parent = element.optional("parent", .agencyCode)
        let account = element.optional("account", .words)
        let since = element.optional("since", .day)
        let until = element.optional("until", .day)
        let formerly = element.optional("formerly", .words)
        if let since, let until, until < since {
            element.report("until \(until) lies before since \(since)", about: "until")
        }
        if parent != nil, parent == code { element.report("an agency cannot be its own parent", about: "parent") }
        let duties = element.all("duty", attributes: ["officer", "from", "until"]).compactMap(AgenciesPage.duty)
        guard let code, let name, let email else { return nil }
        var agency = Agency(code: code, name: name, email: email.description)
        agency.phone = phone
        agency.address = address
        agency.kind = kind
        agency.delivery = delivery ?? .zip
        agency.parent = parent
        agency.account = account
        agency.since = since
        agency.until = until
        agency.formerly = formerly
        agency.duties = duties
        return agency
    }

    private static func duty(_ element: ConfigurationElement) -> Duty? {
        guard let officer = element.required("officer", .words), let from = element.required("from", .day),
            let until = element.required("until", .day)
        else { return nil }
        if until < from { element.report("until \(until) lies before from \(from)", about: "until") }
        return Duty(officer: officer, from: from, until: until)
    }
}
