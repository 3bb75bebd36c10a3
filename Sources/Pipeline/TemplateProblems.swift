import Settings

enum TemplateProblems {
    static func found(in site: Site) -> [ConfigurationProblem] { [] }
}
