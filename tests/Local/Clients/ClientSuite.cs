using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Local.StateMachines;

namespace Sluice.Local.Tests.Clients;

/// <summary>The suite on this machine, for clients that others made.</summary>
public sealed class ClientSuite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-clients-").FullName;
    private Suite? _suite;

    public string Folder => _folder;

    public Uri Endpoint => _suite!.Url;

    public string Credentials => _suite!.CredentialsFile;

    /// <summary>What a client is told by its environment.</summary>
    public Dictionary<string, string> Environment => AwsCli.EnvironmentOf(Endpoint, Credentials);

    public async ValueTask InitializeAsync() => _suite = await Suite.StartAsync(
        new SuiteOptions(Path.Combine(_folder, "data"), Port: 0, new Dictionary<string, string>()) { Polls = false }, TimeProvider.System);

    /// <summary>Makes the service <c>web</c> of the cluster <c>shop</c>, to which task sets can be deployed.</summary>
    public async Task MakeServicesAsync()
    {
        await CallAsync("createCluster", new JsonObject { ["ClusterName"] = "shop" });
        await CallAsync("createService", new JsonObject
        {
            ["Cluster"] = "shop", ["ServiceName"] = "web", ["DesiredCount"] = 1, ["DeploymentController"] = new JsonObject { ["Type"] = "EXTERNAL" },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_suite is not null)
        {
            await _suite.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task CallAsync(string operation, JsonObject input) => _suite!.Calls.CallAsync(
        new TaskCall($"arn:aws:states:::aws-sdk:ecs:{operation}", ServicePattern.RequestResponse, input, "test", operation), CancellationToken.None);
}
