using System.Text.RegularExpressions;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;

namespace Sluice.Builds.Starting;

/// <summary>Reads an action or a rule that is commands, and finds all that is wrong with it. It has no project.</summary>
internal static partial class CommandsReader
{
    /// <summary>CodePipeline's name of it.</summary>
    public const string Provider = "Commands";

    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    public static BuildAction Read(ActionRequest request)
    {
        var faults = new ActionFaults(request);
        var commands = request.Commands ?? new ActionCommands([], [], [], new Dictionary<string, IReadOnlyList<string>>());
        foreach (var key in request.Configuration.Keys)
        {
            faults.Add($"configuration.{key}", "is not known here; expected no configuration beside the commands");
        }

        Check(commands, faults);
        IReadOnlyList<string> inputs = [.. request.InputArtifacts.Keys];
        ActionInputs.Check(inputs, faults);
        var action = new BuildAction(ProjectOf(request.PipelineName), inputs, ActionVariables.Read(request, faults)) { Commands = CommandsBuildspec.Of(commands, request.OutputArtifacts) };
        faults.ThrowIfAny();
        return action;
    }

    private static void Check(ActionCommands commands, ActionFaults faults)
    {
        if (commands.Commands.Count == 0)
        {
            faults.Add("commands", "there are none; expected at least one");
        }

        foreach (var (place, command) in commands.Commands.Index())
        {
            if (string.IsNullOrWhiteSpace(command) || command.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                faults.Add($"commands[{place}]", $"{(string.IsNullOrWhiteSpace(command) ? "is empty" : "has several lines")}; expected a command of one line");
            }
        }

        foreach (var name in commands.OutputVariables.Where(name => !Variable().IsMatch(name) || name.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            faults.Add("outputVariables", $"'{name}' cannot be handed on; expected letters, digits and _, and no name that begins with AWS_");
        }
    }

    // Names of projects have fewer characters than those of pipelines.
    private static string ProjectOf(string pipelineName) => $"codepipeline-{pipelineName.Replace('.', '-').Replace('@', '-')}";

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();
}
