using System.Text.RegularExpressions;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runtimes;

/// <summary>What is on the PATH says its version itself.</summary>
internal sealed partial class PathTools(IProcesses processes, IReadOnlyDictionary<string, string> machine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, (string[] Programs, string[] Arguments)> _tools = new(StringComparer.Ordinal)
    {
        ["nodejs"] = (["node", "nodejs"], ["--version"]),
        ["python"] = (["python3", "python"], ["--version"]),
        ["ruby"] = (["ruby"], ["--version"]),
        ["golang"] = (["go"], ["version"]),
        ["php"] = (["php"], ["--version"]),
        ["java"] = (["java"], ["-version"]),
        ["dotnet"] = (["dotnet"], ["--version"]),
        ["docker"] = (["docker", "podman"], ["--version"]),
    };

    /// <returns>Null if there is none, or it says nothing of use.</returns>
    public async Task<Toolchain?> FindAsync(string runtime, CancellationToken cancellationToken)
    {
        var path = machine.GetValueOrDefault("PATH", "");
        if (!_tools.TryGetValue(runtime, out var tool) || tool.Programs.Select(program => PathPrograms.Find(program, path)).FirstOrDefault(found => found is not null) is not { } program)
        {
            return null;
        }

        using var process = processes.Start(new ProcessSpec(program, tool.Arguments, "/", machine));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await using var stop = patience.Token.Register(process.Kill);
        process.Input.Close();
        using var reader = new StreamReader(process.Output);
        var error = process.Error.ReadToEndAsync(CancellationToken.None);
        var said = await reader.ReadToEndAsync(CancellationToken.None) + await error;
        return Version().Match(said) is { Success: true } match ? new Toolchain(match.Value, null, new Dictionary<string, string>()) : null;
    }

    [GeneratedRegex("[0-9]+(\\.[0-9]+)+(_[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
