using System.Text.RegularExpressions;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Starting;

/// <summary>Reads the configuration of a build action, whose keys are CodePipeline's, and finds all that is wrong with it.</summary>
internal sealed partial class BuildActionReader(ActionRequest request)
{
    private static readonly string[] _keys = ["ProjectName", "EnvironmentVariables", "PrimarySource", "BatchEnabled", "CombineArtifacts"];
    private readonly List<Fault> _faults = [];

    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public static BuildAction Read(ActionRequest request) => new BuildActionReader(request).Read();

    private BuildAction Read()
    {
        var action = new BuildAction(ProjectName(), Source(), Variables());
        foreach (var key in request.Configuration.Keys.Except(_keys))
        {
            Refuse(key, $"is not known here; expected one of {string.Join(", ", _keys)}");
        }

        foreach (var key in new[] { "BatchEnabled", "CombineArtifacts" }.Where(key => Configured(key) is "true"))
        {
            Refuse(key, "batch builds are not built yet");
        }

        if (request.OutputArtifacts.Count > 1)
        {
            _faults.Add(Of("outputArtifacts", "at most one output artifact; the buildspec's secondary artifacts come with it"));
        }

        return _faults.Count == 0 ? action : throw new InvalidDocumentException(_faults);
    }

    private string ProjectName()
    {
        var name = Configured("ProjectName") ?? request.PipelineName;
        if (!ValidProjectName().IsMatch(name))
        {
            Refuse("ProjectName", "expected 2 to 150 letters, digits, - and _, the first a letter or digit");
        }

        return name;
    }

    private ObjectRef Source()
    {
        var primary = Configured("PrimarySource") ?? (request.InputArtifacts.Count == 1 ? request.InputArtifacts.Keys.Single() : "");
        if (request.InputArtifacts.TryGetValue(primary, out var source))
        {
            return source;
        }

        var have = request.InputArtifacts.Count == 0 ? "there are none" : $"there are {string.Join(", ", request.InputArtifacts.Keys)}";
        _faults.Add(Of("inputArtifacts", $"one input artifact is built, and PrimarySource names it if there are several; {have}"));
        return new ObjectRef("", "");
    }

    private IReadOnlyList<EnvironmentVariable> Variables()
    {
        if (Configured("EnvironmentVariables") is not { } text)
        {
            return [];
        }

        try
        {
            // Read as a document for the sake of its faults' places; CodePipeline's value is a list, and a document's root is a map.
            return DocumentReader.Read(
                $"{request.ActionName}.json", $$"""{"EnvironmentVariables":{{text}}}""", root => root.ListOfMappings("EnvironmentVariables", Variable));
        }
        catch (InvalidDocumentException e)
        {
            _faults.AddRange(e.Faults);
            return [];
        }
    }

    private static EnvironmentVariable Variable(MappingReader map)
    {
        var type = map.OptionalOneOf("type", [.. Enum.GetNames<EnvironmentVariableType>()]);
        var name = map.RequiredString("name");
        if (name.StartsWith("CODEBUILD_", StringComparison.Ordinal))
        {
            map.Fault("name", $"'{name}' cannot be set: names that begin with CODEBUILD_ are reserved");
        }

        return new EnvironmentVariable { Name = name, Value = map.OptionalString("value") ?? "", Type = type is null ? EnvironmentVariableType.PLAINTEXT : Enum.Parse<EnvironmentVariableType>(type) };
    }

    private string? Configured(string key) => request.Configuration.GetValueOrDefault(key);

    private void Refuse(string key, string message) => _faults.Add(Of($"configuration.{key}", message));

    private Fault Of(string path, string message) => new($"{request.StageName}/{request.ActionName}", 0, path, message);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{1,149}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ValidProjectName();
}
