using System.Text.RegularExpressions;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;

namespace Sluice.Builds.Starting;

/// <summary>Reads the configuration of a build action, or of a rule that is a build, whose keys are CodePipeline's, and finds all that is wrong with it.</summary>
internal sealed partial class BuildActionReader(ActionRequest request)
{
    private const string Rule = "Rule";
    private static readonly string[] _keys = ["ProjectName", "EnvironmentVariables", "PrimarySource", "BatchEnabled", "CombineArtifacts"];
    private readonly ActionFaults _faults = new(request);

    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public static BuildAction Read(ActionRequest request) => request.Provider == CommandsReader.Provider ? CommandsReader.Read(request) : new BuildActionReader(request).Read();

    private BuildAction Read()
    {
        var action = new BuildAction(ProjectName(), Inputs(), ActionVariables.Read(request, _faults)) { IsBatch = Flag("BatchEnabled"), CombinesArtifacts = Flag("CombineArtifacts") };
        foreach (var key in request.Configuration.Keys.Except(_keys))
        {
            Refuse(key, $"is not known here; expected one of {string.Join(", ", _keys)}");
        }

        if (action is { CombinesArtifacts: true, IsBatch: false })
        {
            Refuse("CombineArtifacts", "is for batches; expected BatchEnabled beside it");
        }

        if (action is { CombinesArtifacts: true } && request.OutputArtifacts.Count > 1)
        {
            _faults.Add("outputArtifacts", $"there are {request.OutputArtifacts.Count}; expected one for combined artifacts");
        }

        _faults.ThrowIfAny();
        return action;
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

    private IReadOnlyList<string> Inputs()
    {
        if (request.Category == Rule && request.InputArtifacts.Count == 0)
        {
            return [];
        }

        var primary = Configured("PrimarySource") ?? (request.InputArtifacts.Count == 1 ? request.InputArtifacts.Keys.Single() : "");
        IReadOnlyList<string> names = [primary, .. request.InputArtifacts.Keys.Where(name => name != primary)];
        if (request.InputArtifacts.ContainsKey(primary))
        {
            ActionInputs.Check(names, _faults);
            return names;
        }

        var have = request.InputArtifacts.Count == 0 ? "there are none" : $"there are {string.Join(", ", request.InputArtifacts.Keys)}";
        _faults.Add("inputArtifacts", $"the build begins in one of them, which PrimarySource names if there are several; {have}");
        return [];
    }

    private bool Flag(string key)
    {
        var text = Configured(key);
        if (text is not (null or "true" or "false"))
        {
            Refuse(key, $"true or false was expected, not '{text}'");
        }

        return text == "true";
    }

    private string? Configured(string key) => request.Configuration.GetValueOrDefault(key);

    private void Refuse(string key, string message) => _faults.Add($"configuration.{key}", message);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{1,149}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ValidProjectName();
}
