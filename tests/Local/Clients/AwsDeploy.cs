using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws deploy</c>, which keeps in mind which of its commands were tried.</summary>
internal sealed class AwsDeploy(AwsCli aws)
{
    /// <summary>The commands that were run, without their arguments.</summary>
    public HashSet<string> Tried { get; } = [];

    public Task<JsonNode> RunAsync(params string[] arguments) => aws.RunAsync(Noted(arguments));

    public Task<string> RefusalAsync(params string[] arguments) => aws.RefusalAsync(Noted(arguments));

    private string[] Noted(string[] arguments)
    {
        Tried.Add(arguments[0]);
        return ["deploy", .. arguments];
    }
}
