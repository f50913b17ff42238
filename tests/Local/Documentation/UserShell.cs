using System.Text.Json.Nodes;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>A shell in a folder of its own, as a user has it who has pointed <c>aws</c> at the suite.</summary>
internal sealed class UserShell
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    /// <summary>Skips the test if a program that the pages use is not installed.</summary>
    public UserShell(ClientSuite suite, string name)
    {
        foreach (var program in (string[])["aws", "bash", "curl", "python3"])
        {
            ClientProgram.Need(program);
        }

        _folder = Directory.CreateDirectory(Path.Combine(suite.Folder, name)).FullName;
        _environment = suite.Environment;
    }

    /// <summary>Types the blocks one after the other; the first command that fails ends it, and the test. Gives all that they printed.</summary>
    public async Task<string> RunAsync(params string[] blocks)
    {
        var script = string.Join('\n', blocks);
        var end = await ClientProgram.RunAsync(
            ClientProgram.Need("bash"), _folder, ["-euo", "pipefail", "-c", script], _environment, TestContext.Current.CancellationToken);
        end.ExitCode.ShouldBe(0, $"{script}\n{end.All}");
        return end.Output;
    }

    /// <summary>What <c>get-deployment-target</c>, the last command, printed.</summary>
    public static JsonNode Target(string told, string kind) =>
        JsonNode.Parse(told[told.LastIndexOf("{\n    \"deploymentTarget\"", StringComparison.Ordinal)..])!["deploymentTarget"]![kind]!;
}
