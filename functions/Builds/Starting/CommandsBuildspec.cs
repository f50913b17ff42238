using System.Text.Encodings.Web;
using System.Text.Json;
using Sluice.Platform.Actions;

namespace Sluice.Builds.Starting;

/// <summary>The buildspec that an action's commands stand for: they run in one shell until one fails.</summary>
internal static class CommandsBuildspec
{
    private static readonly string[] _all = ["**/*"];
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="commands">What is run.</param>
    /// <param name="outputs">The names of the output artifacts. One that names no files has all of them.</param>
    public static string Of(ActionCommands commands, IReadOnlyList<string> outputs)
    {
        var buildspec = new Dictionary<string, object>
        {
            ["version"] = "0.2",
            ["env"] = new Dictionary<string, object> { ["exported-variables"] = commands.OutputVariables },
            ["phases"] = new { build = new { commands = commands.Commands } },
        };
        if (outputs.Count > 0)
        {
            buildspec["artifacts"] = outputs is [var only] ? Files(commands, only)
                : new Dictionary<string, object> { ["secondary-artifacts"] = outputs.ToDictionary(name => name, name => Files(commands, name)) };
        }

        return JsonSerializer.Serialize(buildspec, _options);
    }

    private static object Files(ActionCommands commands, string output) => new { files = commands.Files.GetValueOrDefault(output) is { Count: > 0 } files ? files : _all };
}
