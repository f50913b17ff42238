using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>The commands of one service of <c>aws</c>, such as <c>aws deploy</c>.</summary>
internal sealed class AwsService(AwsCli aws, string service)
{
    /// <summary>The commands that were run, without their arguments.</summary>
    public HashSet<string> Tried { get; } = [];

    public Task<JsonNode> RunAsync(params string[] arguments) => aws.RunAsync(Noted(arguments));

    public Task<string> RefusalAsync(params string[] arguments) => aws.RefusalAsync(Noted(arguments));

    private string[] Noted(string[] arguments)
    {
        Tried.Add(arguments[0]);
        return [service, .. arguments];
    }
}
