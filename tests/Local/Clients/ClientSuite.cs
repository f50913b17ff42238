using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.Tests.Cloud;

namespace Sluice.Local.Tests.Clients;

/// <summary>The suite on this machine, for clients that others made.</summary>
public class ClientSuite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-clients-").FullName;
    private Suite? _suite;

    public string Folder => _folder;

    public Uri Endpoint => _suite!.Url;

    public string Credentials => _suite!.CredentialsFile;

    /// <summary>Whether it looks at the sources of pipelines.</summary>
    protected virtual bool Polls => false;

    /// <summary>What builds see of this machine beside what finds them programs.</summary>
    protected virtual IReadOnlyDictionary<string, string> MoreForBuilds => new Dictionary<string, string>();

    /// <summary>What a client is told by its environment.</summary>
    public Dictionary<string, string> Environment => AwsCli.EnvironmentOf(Endpoint, Credentials);

    public async ValueTask InitializeAsync() => _suite = await Suite.StartAsync(
        new SuiteOptions(Path.Combine(_folder, "data"), Port: 0, ForBuilds().Concat(MoreForBuilds).ToDictionary(StringComparer.Ordinal)) { Polls = Polls }, TimeProvider.System);

    /// <summary>What builds need to find programs.</summary>
    private static Dictionary<string, string> ForBuilds() => new[] { "PATH", "HOME", "DOTNET_ROOT" }
        .Select(name => (name, Value: System.Environment.GetEnvironmentVariable(name))).Where(variable => variable.Value is not null)
        .ToDictionary(variable => variable.name, variable => variable.Value!, StringComparer.Ordinal);

    /// <summary>Makes the service <c>web</c> of the cluster <c>shop</c>, to which task sets can be deployed.</summary>
    public async Task MakeServicesAsync()
    {
        await CallAsync("ecs:createCluster", new JsonObject { ["ClusterName"] = "shop" });
        await CallAsync("ecs:createService", new JsonObject
        {
            ["Cluster"] = "shop", ["ServiceName"] = "web", ["DesiredCount"] = 1, ["DeploymentController"] = new JsonObject { ["Type"] = "EXTERNAL" },
        });
    }

    /// <summary>Makes the function <c>shop</c> with the alias <c>live</c>.</summary>
    public async Task MakeFunctionAsync()
    {
        await CallAsync("lambda:createFunction", new JsonObject
        {
            ["FunctionName"] = "shop", ["Runtime"] = "dotnet10", ["Handler"] = "Sluice.TestFunction", ["Role"] = "arn:aws:iam::123456789012:role/shop",
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(TestPackages.Dotnet()) },
        });
        await CallAsync("lambda:createAlias", new JsonObject { ["FunctionName"] = "shop", ["Name"] = "live", ["FunctionVersion"] = "$LATEST" });
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_suite is not null)
        {
            await _suite.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private Task CallAsync(string operation, JsonObject input) => _suite!.Calls.CallAsync(
        new TaskCall($"arn:aws:states:::aws-sdk:{operation}", ServicePattern.RequestResponse, input, "test", operation), CancellationToken.None);
}
