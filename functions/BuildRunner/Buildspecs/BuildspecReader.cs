using System.Text.RegularExpressions;
using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads a buildspec and finds all its faults. Fields that we do not build are noted if they cannot change the result, else refused.</summary>
internal sealed partial class BuildspecReader
{
    private static readonly (string Name, PhaseType Type)[] _phases =
    [
        ("install", PhaseType.Install), ("pre_build", PhaseType.PreBuild), ("build", PhaseType.Build), ("post_build", PhaseType.PostBuild),
    ];

    private readonly List<string> _notes = [];

    private BuildspecReader()
    {
    }

    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public static Buildspec Read(string file, ReadOnlySpan<byte> content)
    {
        var reader = new BuildspecReader();
        return DocumentReader.Read(file, content, reader.Root);
    }

    private Buildspec Root(MappingReader root)
    {
        var version = root.RequiredOneOf("version", "0.2", "0.1");
        Refuse(root, "run-as");
        Note(root, "proxy", "cache");
        var oldVariables = root.OptionalMapping("environment_variables", old => Variables(old, "plaintext"));
        var env = root.OptionalMapping("env", Env);
        var batch = BatchSection.Read(root);
        // The builds of a batch may all have buildspecs of their own.
        var phases = batch is null ? root.RequiredMapping("phases", Phases) : root.OptionalMapping("phases", Phases);
        var secondary = new Dictionary<string, BuildspecArtifact>(StringComparer.Ordinal);
        var artifacts = root.OptionalMapping("artifacts", map => Artifacts(map, secondary));
        return new Buildspec(
            version == "0.2",
            env.Shell,
            env.Variables ?? oldVariables ?? new Dictionary<string, string>(),
            env.Exported ?? [],
            phases ?? new Dictionary<PhaseType, BuildspecPhase>(),
            artifacts,
            secondary,
            _notes)
        {
            Reports = ReportsSection.Read(root),
            Batch = batch,
        };
    }

    private (string? Shell, IReadOnlyDictionary<string, string>? Variables, IReadOnlyList<string>? Exported) Env(MappingReader env)
    {
        Refuse(env, "parameter-store", "secrets-manager");
        Note(env, "git-credential-helper");
        var shell = env.OptionalString("shell");
        if (shell is not (null or "bash" or "/bin/bash" or "sh" or "/bin/sh"))
        {
            env.Fault("shell", $"'{shell}' is not built yet; bash and /bin/sh are");
        }

        var exported = env.ListOfStrings("exported-variables");
        foreach (var name in exported.Where(name => !VariableName().IsMatch(name) || name.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            env.Fault("exported-variables", $"'{name}' cannot be exported; expected letters, digits and _, and no name that begins with AWS_");
        }

        return (shell, Variables(env, "variables"), exported);
    }

    private static IReadOnlyDictionary<string, string> Variables(MappingReader map, string member)
    {
        var variables = map.MapOfStrings(member);
        foreach (var name in variables.Keys)
        {
            if (!VariableName().IsMatch(name))
            {
                map.Fault(member, $"'{name}' is no variable's name; expected letters, digits and _");
            }
            else if (name.StartsWith("CODEBUILD_", StringComparison.Ordinal))
            {
                map.Fault(member, $"'{name}' cannot be set: names that begin with CODEBUILD_ are reserved");
            }
        }

        return variables;
    }

    private Dictionary<PhaseType, BuildspecPhase> Phases(MappingReader phases)
    {
        var read = new Dictionary<PhaseType, BuildspecPhase>();
        foreach (var (name, type) in _phases)
        {
            if (phases.OptionalMapping(name, phase => Phase(phase, name)) is { } phase)
            {
                read[type] = phase;
            }
        }

        return read;
    }

    private BuildspecPhase Phase(MappingReader phase, string name)
    {
        Refuse(phase, "run-as");
        if (name == "install")
        {
            Note(phase, "runtime-versions");
        }

        var commands = phase.ListOfStrings("commands");
        var final = phase.ListOfStrings("finally");
        if (commands.Count == 0 && final.Count == 0 && !phase.Has("commands") && !(name == "install" && phase.Has("runtime-versions")))
        {
            phase.Required("commands", "a list of commands");
        }

        return new BuildspecPhase(commands, final, Policy(phase));
    }

    private static OnFailure Policy(MappingReader phase)
    {
        var text = phase.OptionalString("on-failure");
        switch (text)
        {
            case null:
                return OnFailure.Default;
            case "ABORT":
                return OnFailure.Abort;
            case "CONTINUE":
                return OnFailure.Continue;
            default:
                phase.Fault("on-failure", text.StartsWith("RETRY", StringComparison.Ordinal)
                    ? $"'{text}' is not built yet; ABORT and CONTINUE are"
                    : $"ABORT or CONTINUE was expected, not '{text}'");
                return OnFailure.Default;
        }
    }

    // AWS's own samples have secondary artifacts alone, though its reference wants files.
    private BuildspecArtifact? Artifacts(MappingReader map, Dictionary<string, BuildspecArtifact> secondary)
    {
        var read = map.MapOfMappings("secondary-artifacts", (id, inner) => Artifact(inner));
        foreach (var (id, artifact) in read)
        {
            if (!ArtifactId().IsMatch(id))
            {
                map.Fault("secondary-artifacts", $"'{id}' is no artifact identifier; expected 1 to 128 letters, digits, _ and -");
            }

            secondary[id] = artifact;
        }

        if (read.Count == 0 || map.Has("files"))
        {
            return Artifact(map);
        }

        Idle(map, "name", "s3-prefix", "type", "enable-symlinks", "base-directory", "exclude-paths", "discard-paths");
        return null;
    }

    private BuildspecArtifact Artifact(MappingReader map)
    {
        Note(map, "name", "s3-prefix", "type");
        if (map.OptionalBool("enable-symlinks") == true)
        {
            Refuse(map, "enable-symlinks");
        }

        if (map.Required("files", "a list of files, e.g. '**/*'") && map.Node("files") is SequenceNode { Items.Count: 0 })
        {
            map.Fault("files", "is empty; expected a list of files, e.g. '**/*'");
        }

        return new BuildspecArtifact(
            Paths(map, "files", map.ListOfStrings("files", orOne: true)),
            map.OptionalString("base-directory") is { } directory ? Paths(map, "base-directory", [directory])[0] : null,
            Paths(map, "exclude-paths", map.ListOfStrings("exclude-paths", orOne: true)),
            map.OptionalBool("discard-paths") ?? false);
    }

    private static IReadOnlyList<string> Paths(MappingReader map, string member, IReadOnlyList<string> paths)
    {
        foreach (var (path, fault) in paths.Select(path => (path, ArtifactPath.Fault(path, mayLeave: member == "base-directory"))).Where(checked_ => checked_.Item2 is not null))
        {
            map.Fault(member, $"'{path}' {fault}");
        }

        return paths;
    }

    private static void Refuse(MappingReader map, params string[] names)
    {
        foreach (var name in names.Where(map.Has))
        {
            map.Fault(name, "is not built yet, and without it the build would have another result");
        }
    }

    private void Note(MappingReader map, params string[] names) =>
        _notes.AddRange(names.Where(map.Has).Select(name => $"{(map.Path.Length > 0 ? map.Path + "." : "")}{name} is not built yet and is ignored"));

    private void Idle(MappingReader map, params string[] names) =>
        _notes.AddRange(names.Where(map.Has).Select(name => $"{map.Path}.{name} is of no effect without {map.Path}.files"));

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArtifactId();
}
