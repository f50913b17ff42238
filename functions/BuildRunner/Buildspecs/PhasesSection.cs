using Sluice.BuildContract;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>phases</c>.</summary>
internal static class PhasesSection
{
    private static readonly (string Name, PhaseType Type)[] _phases =
    [
        ("install", PhaseType.Install), ("pre_build", PhaseType.PreBuild), ("build", PhaseType.Build), ("post_build", PhaseType.PostBuild),
    ];

    /// <param name="root">The buildspec.</param>
    /// <param name="areRequired">Not where a batch's builds may all have buildspecs of their own.</param>
    /// <returns>The phases, and the versions of tools that <c>install</c> asks for.</returns>
    public static (IReadOnlyDictionary<PhaseType, BuildspecPhase> Phases, IReadOnlyDictionary<string, string> RuntimeVersions) Read(MappingReader root, bool areRequired)
    {
        IReadOnlyDictionary<string, string> versions = new Dictionary<string, string>();
        Dictionary<PhaseType, BuildspecPhase> Phases(MappingReader map)
        {
            var read = new Dictionary<PhaseType, BuildspecPhase>();
            foreach (var (name, type) in _phases)
            {
                if (map.OptionalMapping(name, phase => Phase(phase, type, ref versions)) is { } phase)
                {
                    read[type] = phase;
                }
            }

            return read;
        }

        var phases = areRequired ? root.RequiredMapping("phases", Phases) : root.OptionalMapping("phases", Phases);
        return (phases ?? [], versions);
    }

    private static BuildspecPhase Phase(MappingReader phase, PhaseType type, ref IReadOnlyDictionary<string, string> versions)
    {
        var hasVersions = type == PhaseType.Install && phase.Has("runtime-versions");
        if (hasVersions)
        {
            versions = RuntimeVersionsSection.Read(phase);
        }

        var commands = phase.ListOfStrings("commands");
        var final = phase.ListOfStrings("finally");
        if (commands.Count == 0 && final.Count == 0 && !phase.Has("commands") && !hasVersions)
        {
            phase.Required("commands", "a list of commands");
        }

        return new BuildspecPhase(commands, final, Policy(phase)) { RunAs = BuildspecNames.User(phase) };
    }

    private static FailurePolicy Policy(MappingReader phase)
    {
        if (phase.OptionalString("on-failure") is not { } text)
        {
            return FailurePolicy.Default;
        }

        var (policy, fault) = FailurePolicy.Read(text);
        if (fault is not null)
        {
            phase.Fault("on-failure", fault);
        }

        return policy ?? FailurePolicy.Default;
    }
}
