import Publications
import Settings

/// What is wrong with the wording of letters and with their addresses, as mistakes of the configuration.
enum LetterProblems {
    static func found(in site: Site) -> [ConfigurationProblem] {
        var problems = NoticeTemplates.load(site.templates).problems.map(problem)
        for (name, address) in [("notices from", site.notices.from), ("incidents to", site.incidentsTo)]
        where MailAddress(address) == nil {
            problems.append(
                ConfigurationProblem(
                    file: "config/hoso.xml", line: 1,
                    message: "\(name): a plain address such as motcua@kontum.gov.vn expected"))
        }
        return problems
    }

    static func problem(_ problem: NoticeTemplates.Problem) -> ConfigurationProblem {
        ConfigurationProblem(file: "config/templates/\(problem.file)", line: problem.line, message: problem.message)
    }
}
