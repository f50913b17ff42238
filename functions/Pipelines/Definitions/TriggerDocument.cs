using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads which changes of a source start runs.</summary>
internal static class TriggerDocument
{
    private static readonly CountRange Triggers = new(0, 50);
    private static readonly CountRange Filters = new(1, 3);

    public static IReadOnlyList<PipelineTriggerDeclaration>? ReadAll(MappingReader map, DeclarationReading reading)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var triggers = map.ListOfMappings("triggers", trigger => Read(trigger, reading, sources));
        if (!Triggers.Holds(triggers.Count))
        {
            map.Fault("triggers", $"{Triggers} were expected, not {triggers.Count}", FaultKinds.Structure);
        }

        return triggers.OrNone();
    }

    private static PipelineTriggerDeclaration Read(MappingReader map, DeclarationReading reading, HashSet<string> sources) => new()
    {
        ProviderType = map.RequiredEnum<PipelineTriggerProviderType>("providerType"),
        GitConfiguration = map.RequiredMapping("gitConfiguration", git => Git(git, reading, sources)) ?? new GitConfiguration { SourceActionName = "" },
    };

    private static GitConfiguration Git(MappingReader map, DeclarationReading reading, HashSet<string> sources)
    {
        var name = Names.Required(map, "sourceActionName", Names.Name);
        if (name.Length > 0)
        {
            CheckSource(map, name, reading, sources);
        }

        return new GitConfiguration
        {
            SourceActionName = name,
            Push = Several(map, "push", map.ListOfMappings("push", FilterDocument.Push)),
            PullRequest = Several(map, "pullRequest", map.ListOfMappings("pullRequest", FilterDocument.PullRequest)),
        };
    }

    private static void CheckSource(MappingReader map, string name, DeclarationReading reading, HashSet<string> sources)
    {
        var known = reading.Structure.Sources;
        var why = !known.TryGetValue(name, out var provider) ? $"there is no source '{name}'{NearMiss.Suggestion(name, known.Keys)}; there are: {string.Join(", ", known.Keys.DefaultIfEmpty("none"))}"
            : !SourceTypes.IsGitLike(provider) ? $"a source with branches was expected, and '{name}' is {provider}"
            : !sources.Add(name) ? $"there is a trigger for '{name}' already; write several filters in one trigger"
            : null;
        if (why is not null)
        {
            map.Fault("sourceActionName", $"Triggers for connection must reference a {SourceTypes.Connection} action. Note that when you specify a trigger, you can't specify more than one trigger per source action; {why}", FaultKinds.Structure);
        }
    }

    private static IReadOnlyList<T>? Several<T>(MappingReader map, string member, IReadOnlyList<T> filters)
    {
        if (filters.Count > Filters.Most)
        {
            map.Fault(member, $"{Filters} filters were expected, not {filters.Count}", FaultKinds.Structure);
        }

        return filters.OrNone();
    }
}
