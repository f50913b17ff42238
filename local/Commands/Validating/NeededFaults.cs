using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>What documents name beside what there is.</summary>
internal static class NeededFaults
{
    public static IEnumerable<Fault> Of(IEnumerable<Needed> needed, SuiteFacts facts) =>
        from one in needed
        where facts.Find(one.Kind, one.Name) is { IsThere: false }
        select Of(one, facts.Find(one.Kind, one.Name)!);

    /// <summary>What could not be asked for, each once.</summary>
    public static IReadOnlyList<Unasked> Unasked(IEnumerable<Needed> needed, SuiteFacts facts) =>
    [
        .. needed.Select(one => (One: one, Fact: facts.Find(one.Kind, one.Name))).Where(one => one.Fact?.IsThere is null)
            .Select(one => new Unasked($"{one.One.Kind.Text()} '{one.One.Name}'", one.Fact?.WhyNot ?? facts.WhyNot ?? "it was not asked for")).Distinct(),
    ];

    private static Fault Of(Needed needed, SuiteFact fact)
    {
        var near = Platform.Documents.NearMiss.Suggestion(needed.Name, fact.Others);
        return needed.Kind == NeededKind.Project
            ? needed.By.Fault(needed.Path, $"there is no CodeBuild project '{needed.Name}'{near}; without one a build goes by defaults", FaultWeight.Doubtful)
            : needed.By.Fault(needed.Path, $"there is no {needed.Kind.Text()} '{needed.Name}'{near}");
    }
}
